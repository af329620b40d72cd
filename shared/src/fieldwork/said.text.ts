import { derivationText, isScored, resultOf, type Criterion } from '../criteria/index.js';
import { drawnText, sampleText, type DossierSample } from '../dossiers/index.js';
import { FINDING_KIND_LABELS, type FieldFinding } from '../findings/index.js';
import { headCountText, type HeadCount } from '../headcount/index.js';
import { minutesText, signatureText, type Minutes, type MinutesSignature } from '../minutes/index.js';
import type { Field } from './operation-kinds.js';
import type { FileCaption } from './whole-cells.js';

/** A value of a cell in words: a note as it was written, an input as the engine reads it, what is recorded whole in one line. */
export function saidText(field: Field, value: unknown, criterion?: Criterion): string {
  if (value === null) return 'Để trống';
  if (typeof value === 'string') return value;
  // A whole cell holds what its name says: it was read by the reader of that kind.
  if (field.startsWith('finding:')) {
    const { kind, text } = value as FieldFinding;
    return `${FINDING_KIND_LABELS[kind]}: ${text}`;
  }
  if (field.startsWith('dossiers:')) {
    const sample = value as DossierSample;
    return `${sampleText(sample)}. ${drawnText(sample)}`;
  }
  if (field.startsWith('headcount:')) return headCountText(value as HeadCount);
  if (field.startsWith('minutes:')) return minutesText(value as Minutes);
  if (field.startsWith('signature:')) return signatureText(value as MinutesSignature);
  if (field.startsWith('caption:')) return (value as FileCaption).caption ?? 'Không có chú thích';
  const result = criterion && isScored(criterion) ? resultOf(criterion, value) : null;
  return result ? derivationText(result) : 'Giá trị không đọc được theo bộ tiêu chí này';
}
