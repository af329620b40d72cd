import type { Evidence } from './evidence.js';
import type { Cell } from './merge.js';
import type { CellField } from './operation-kinds.js';
import type { Stamp } from './merge.js';
import type { WholeField } from './whole-cells.js';

/** A cell of a visit as the server holds it; `criterion` is empty for what belongs to the target as a whole. */
export interface CellView extends Cell {
  criterion: string;
  field: CellField | WholeField;
}

/** A file of the evidence; `isReceived` when its bytes are safe on the server. Removed ones are not told. */
export interface EvidenceView {
  criterion: string;
  file: Evidence;
  by: Stamp;
  isReceived: boolean;
}

/** What the server holds for a visit's target, at one moment: what the device fills its clean cells with. */
export interface VisitStateView {
  visit: string;
  target: string;
  version: string;
  cells: CellView[];
  evidence: EvidenceView[];
}
