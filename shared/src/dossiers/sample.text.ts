import { formatDecimal } from '../kernel/index.js';
import { DOSSIER_FIELD_LABELS } from './dossier.rules.js';
import type { DossierSample } from './dossier-sample.js';

/** "Đất đai: rút 10/134 hồ sơ, đã xem 7". */
export function sampleText({ field, draw: how, dossiers: drawn }: DossierSample): string {
  const seen = drawn.filter(({ isChecked }) => isChecked).length;
  const again = how.attempt > 1 ? ` (rút lần ${how.attempt})` : '';
  return `${DOSSIER_FIELD_LABELS[field]}: rút ${drawn.length}/${formatDecimal(String(how.listLength))} hồ sơ${again}, đã xem ${seen}`;
}

/** The dossiers by their codes: two samples of a field often differ in nothing else. */
export function drawnText({ dossiers }: DossierSample): string {
  return dossiers.map(({ code, isChecked }) => (isChecked ? `${code} (đã xem)` : code)).join(', ');
}
