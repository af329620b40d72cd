import type { FindingView } from '../findings/index.js';
import type { CalendarDate, Violation } from '../kernel/index.js';

/** How a unit says that a finding stands. */
export const REPORT_STANDINGS = ['done', 'doing', 'not_done'] as const;
export type ReportStanding = (typeof REPORT_STANDINGS)[number];

/** How the department decides about it. */
export const DECISION_STANDINGS = ['accepted', 'returned'] as const;
export type DecisionStanding = (typeof DECISION_STANDINGS)[number];

/** The last word about a finding. */
export type FindingStanding = ReportStanding | DecisionStanding;

export const FINDING_STANDING_LABELS: Record<FindingStanding, string> = {
  done: 'Đã khắc phục',
  doing: 'Đang khắc phục',
  not_done: 'Chưa khắc phục',
  returned: 'Bị trả lại',
  accepted: 'Đã chấp nhận',
};

/** What an entry of a thread says about one finding. */
export interface FindingWord {
  findingId: string;
  standing: FindingStanding;
}

/** Of the findings behind a request only shortcomings are remedied and reported on. */
export function isToRemedy({ kind }: Pick<FindingView, 'kind'>): boolean {
  return kind === 'shortcoming';
}

/** The last word about each finding; `words` go from the oldest entry on. */
export function standingsOf(words: readonly FindingWord[]): Map<string, FindingStanding> {
  return new Map(words.map(({ findingId, standing }) => [findingId, standing]));
}

/** The findings that the next report and decision are about: what was accepted stays accepted. */
export function openFindings(findingIds: readonly string[], words: readonly FindingWord[]): string[] {
  const standings = standingsOf(words);
  return findingIds.filter((id) => standings.get(id) !== 'accepted');
}

interface Reported {
  text?: string | null;
  findings?: readonly { findingId: string; standing: ReportStanding; doneOn?: CalendarDate | null }[] | null;
}

/** What is wrong with a report: each open finding is told of once; without findings the report has a text. */
export function reportFaults(
  { text, findings: told }: Reported,
  open: readonly string[],
  today: CalendarDate,
): Violation[] {
  const findings = told ?? [];
  const faults = onceEach(findings, open, 'findings', 'Chưa báo cáo nội dung này.');
  for (const [index, { standing, doneOn }] of findings.entries()) {
    if (standing !== 'done' || !doneOn || doneOn <= today) continue;
    const message = 'Ngày khắc phục xong không được sau hôm nay.';
    faults.push({ path: `findings.${index}.doneOn`, code: 'remediation.done-in-future', message });
  }
  if (open.length === 0 && !text?.trim()) {
    faults.push({ path: 'text', code: 'text.short', message: 'Không được để trống.' });
  }
  return faults;
}

/** What is wrong with a decision: each open finding is decided once, and returned with a comment. */
export function decisionFaults(
  decisions: readonly { findingId: string; standing: DecisionStanding; comment?: string | null }[],
  open: readonly string[],
): Violation[] {
  const faults = onceEach(decisions, open, 'decisions', 'Chưa quyết định về nội dung này.');
  for (const [index, { standing, comment }] of decisions.entries()) {
    if (standing === 'accepted' || comment?.trim()) continue;
    const message = 'Trả lại thì phải nêu lý do.';
    faults.push({ path: `decisions.${index}.comment`, code: 'remediation.reason-missing', message });
  }
  return faults;
}

function onceEach(
  said: readonly { findingId: string }[],
  open: readonly string[],
  list: string,
  missing: string,
): Violation[] {
  const left = new Set(open);
  const faults = said.flatMap(({ findingId }, index): Violation[] => {
    if (left.delete(findingId)) return [];
    const message = 'Nội dung này không nằm trong những nội dung còn phải xử lý.';
    return [{ path: `${list}.${index}.findingId`, code: 'remediation.finding-not-open', message }];
  });
  if (left.size > 0) faults.push({ path: list, code: 'remediation.finding-missing', message: missing });
  return faults;
}
