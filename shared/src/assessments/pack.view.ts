import type { Holiday } from '../calendar/index.js';
import type { FindingView } from '../findings/index.js';
import type { ScoringView } from './scoring.view.js';

/** GET /api/v1/sync/pack?visit: everything a visit needs without a network, at one moment. */
export interface PackView extends ScoringView {
  /** Shortcomings of earlier inspections that the unit was asked to remedy and has not. */
  earlierFindings: FindingView[];
  /** The province's table around today, for terms in working days; absent in a pack that an earlier release kept. */
  holidays?: Holiday[];
  /** Where `sync/changes` goes on; null while nothing was ever recorded. */
  cursor: number | null;
  epoch: string;
}
