import type { AreaCode, Effect, Outcome } from '../criteria/index.js';
import type { CellField, CellValue } from '../fieldwork/index.js';
import type { Decimal } from '../kernel/index.js';
import type { TotalsView } from './totals.view.js';

/** A word that disagrees with the effective one. */
export interface DisputeView {
  field: CellField;
  value: CellValue;
  author: string;
  /** Instant at which the server had it. */
  receivedAt: string;
}

export interface AnswerView {
  /** Null while there is only a note. */
  outcome: Outcome | null;
  points: Decimal | null;
  /** How the points came about, in one Vietnamese line; empty while there is only a note. */
  derivation: string;
  note: string | null;
  /** Who answered; null while there is only a note. */
  author: string | null;
  disputes: DisputeView[];
}

/** A row of the version in printed order, with its answer. */
export interface AssessedCriterionView {
  key: string;
  parentKey: string | null;
  code: string;
  text: string;
  area: AreaCode;
  effect: Effect;
  maxPoints: Decimal | null;
  /** False for rows that only hold others. */
  isScored: boolean;
  answer: AnswerView | null;
  /** Files that prove it. */
  fileCount: number;
}

/** How a target was scored on site. */
export interface AssessmentView {
  target: { id: string; planId: string; name: string };
  /** Null when the plan has no criteria; then there are no rows either. */
  criteria: { versionId: string; name: string; isSample: boolean } | null;
  totals: TotalsView;
  /** Files that were recorded and whose bytes have not come. */
  missingFiles: number;
  rows: AssessedCriterionView[];
}

/** One target in the progress of a plan. */
export interface TargetProgressView {
  target: { id: string; name: string; parentId: string | null };
  /** Criteria with an answer, of all that are to be answered; 0 of 0 when the plan has no criteria. */
  answered: number;
  total: number;
  /** Points of the maximum that counts so far. */
  points: Decimal;
  max: Decimal;
  conflicts: number;
  /** Instant of the last change; null before the first. */
  changedAt: string | null;
}
