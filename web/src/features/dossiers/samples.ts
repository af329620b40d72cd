import { DOSSIER_FIELDS, type DossierSample } from '@kiemtra/shared/dossiers';
import type { CellSnapshot, WholeCell } from '../../offline/index.js';

/** The sample in a cell of that name: it holds one or nothing. */
export function sampleOf({ value }: CellSnapshot): DossierSample | null {
  return value as DossierSample | null;
}

/** The samples of a visit in the order of the fields, whichever was drawn first. */
export function samplesIn(cells: readonly WholeCell[]): DossierSample[] {
  const samples = cells.flatMap(({ cell }) => sampleOf(cell) ?? []);
  return DOSSIER_FIELDS.flatMap((field) => samples.filter((sample) => sample.field === field));
}
