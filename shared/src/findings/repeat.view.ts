import type { CalendarDate } from '../kernel/index.js';
import type { RemedyState } from '../remediation/index.js';
import type { Likeness } from './repeat.rules.js';

/** A shortcoming of an earlier inspection of the unit, or of one that it took over. */
export interface EarlierFindingView {
  id: string;
  plan: { id: string; title: string; year: number };
  /** The day whose names the plan bears. */
  on: CalendarDate;
  /** The unit under its name then. */
  unit: string;
  text: string;
  /** Null when it resembles no more, and somebody said that it is repeated. */
  likeness: Likeness | null;
  /** Where its remedies stand, one by one; empty when none was asked for. */
  remedies: RemedyState[];
}

/** A shortcoming that may repeat earlier ones, the newest of them first. */
export interface RepeatView {
  findingId: string;
  earlier: EarlierFindingView[];
  /** What the team said: the earlier ones that it repeats, none of them when it is new; null while nobody said. */
  judged: { repeats: string[]; by: string; at: string } | null;
}
