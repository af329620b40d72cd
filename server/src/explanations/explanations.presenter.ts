import type { WorkingCalendar } from '@kiemtra/shared/calendar';
import type { EvidenceView } from '@kiemtra/shared/evidence';
import {
  isTermOver,
  standingOf,
  type DraftConclusionLineView,
  type ExplanationView,
  type PutFindingView,
} from '@kiemtra/shared/explanations';
import type { FindingView } from '@kiemtra/shared/findings';
import { dateInVietnam, type CalendarDate } from '@kiemtra/shared/kernel';
import { runningDue } from '@kiemtra/shared/remediation';
import type { ExplanationEntity } from './explanation.entity.js';
import type { DraftRow, PutFindingRow } from './explanations.rows.js';

/** Today, in the calendar of the province. */
export interface Day {
  today: CalendarDate;
  calendar: WorkingCalendar;
}

export function presentDraftLine(row: DraftRow, { today, calendar }: Day): DraftConclusionLineView {
  const isRunning = row.state === 'put' && row.unanswered_count > 0;
  return {
    id: row.id,
    plan: { id: row.plan_id, title: row.plan_title },
    target: { id: row.target_id, name: row.target_name },
    state: row.state,
    workingDays: row.working_days,
    putOn: row.put_on,
    due: runningDue(row.due_on ?? calendar.after(today, row.working_days), isRunning, today, calendar),
    findingCount: row.finding_count,
    unansweredCount: row.unanswered_count,
    disputedCount: row.disputed_count,
    isOwn: row.is_own,
    version: row.version,
  };
}

export function presentExplanation(
  { id, stance, text, actorName, at }: ExplanationEntity,
  dueOn: CalendarDate,
  files: EvidenceView[],
): ExplanationView {
  return { id, stance, text, actorName, at: at.toISOString(), isLate: isTermOver(dueOn, dateInVietnam(at)), files };
}

export function presentPutFinding(
  row: PutFindingRow,
  finding: FindingView,
  explanations: ExplanationView[],
  isOver: boolean,
): PutFindingView {
  const { settling, reason, settled_by_name: actorName, settled_at: at } = row;
  return {
    finding,
    putText: row.put_text,
    standing: standingOf({ lastStance: row.last_stance, settling }, isOver),
    explanations,
    settlement:
      settling === null || actorName === null || at === null
        ? null
        : { settling, reason, actorName, at: at.toISOString() },
    version: row.version,
  };
}
