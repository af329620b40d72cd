import type { DossierSample } from '@kiemtra/shared/dossiers';
import type { CellSnapshot } from '../../offline/index.js';

/** The sample in a cell of that name: it holds one or nothing. */
export function sampleOf({ value }: CellSnapshot): DossierSample | null {
  return value as DossierSample | null;
}
