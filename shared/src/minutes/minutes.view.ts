import type { Seal } from './seal.js';

/** How the minutes of a visit stand under what is recorded now. */
export interface SealedMinutesView extends Seal {
  /** The hash of the paper as it is now; people compare its `sealCode`. */
  paper: string;
}

/** GET /api/v1/visits/:visitId/minutes */
export interface VisitMinutesView {
  /** Null while none were begun. */
  minutes: SealedMinutesView | null;
}
