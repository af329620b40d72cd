import type { Audience, Purpose, VersionState } from './criteria.rules.js';
import type { Size } from './size.js';
import type { VersionContent } from './version.js';

/** A set with its versions, the newest first. */
export interface CriteriaSetView {
  id: string;
  name: string;
  purpose: Purpose;
  isSample: boolean;
  versions: CriteriaVersionSummaryView[];
}

export interface CriteriaVersionSummaryView extends Size {
  id: string;
  number: number;
  state: VersionState;
  audience: Audience[];
  /** Instant, ISO 8601. */
  publishedAt: string | null;
}

/** A version that can be chosen for a plan. */
export interface CriteriaVersionOptionView {
  id: string;
  name: string;
  number: number;
  purpose: Purpose;
  audience: Audience[];
  isSample: boolean;
}

/** A version with its whole content. */
export interface CriteriaVersionView extends VersionContent {
  id: string;
  setId: string;
  number: number;
  state: VersionState;
  /** Instant, ISO 8601. */
  publishedAt: string | null;
}
