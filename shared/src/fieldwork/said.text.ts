import { derivationText, isScored, resultOf, type Criterion } from '../criteria/index.js';

/** A value of a cell in words: a note as it was written, an input as the engine reads it. */
export function saidText(criterion: Criterion | undefined, value: unknown): string {
  if (value === null) return 'Để trống';
  if (typeof value === 'string') return value;
  const result = criterion && isScored(criterion) ? resultOf(criterion, value) : null;
  return result ? derivationText(result) : 'Giá trị không đọc được theo bộ tiêu chí này';
}
