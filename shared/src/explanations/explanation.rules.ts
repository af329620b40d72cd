import type { CalendarDate, Violation } from '../kernel/index.js';

/** Term for the words of the unit, in working days. No paper we know sets one; a province may choose within these bounds. */
export const EXPLANATION_DAYS = { min: 1, max: 30, usual: 5 } as const;
export const DRAFT_FINDINGS_MAX = 200;
export const EXPLANATION_MAX = 10_000;
export const EXPLANATION_FILES_MAX = 30;
export const SETTLING_REASON_MAX = 2000;

/** What the unit says of a finding that is put to it. */
export const STANCES = ['agree', 'disagree'] as const;
export type Stance = (typeof STANCES)[number];
export const STANCE_LABELS: Record<Stance, string> = { agree: 'Đồng ý', disagree: 'Không đồng ý, có ý kiến khác' };

/** What the team makes of a finding after the words of the unit. */
export const SETTLINGS = ['keep', 'change', 'drop'] as const;
export type Settling = (typeof SETTLINGS)[number];
export const SETTLING_LABELS: Record<Settling, string> = {
  keep: 'Giữ nguyên',
  change: 'Sửa nội dung',
  drop: 'Rút nội dung',
};

/** Where a finding of a draft stands: it waits for the unit, the unit has spoken or was silent over the term, or it is decided. */
export type PutFindingStanding = 'waiting' | 'agreed' | 'silent' | 'disputed' | Settling;
export const STANDING_LABELS: Record<PutFindingStanding, string> = {
  waiting: 'Chờ đơn vị',
  agreed: 'Đơn vị đồng ý',
  silent: 'Hết hạn, không có ý kiến',
  disputed: 'Đơn vị có ý kiến khác',
  keep: 'Đã giữ nguyên',
  change: 'Đã sửa',
  drop: 'Đã rút',
};

/** What is known of a finding in a draft. The last word of the unit counts; who is silent over the term agrees. */
export interface PutFindingWords {
  lastStance: Stance | null;
  settling: Settling | null;
}

export function standingOf({ lastStance, settling }: PutFindingWords, isTermOver: boolean): PutFindingStanding {
  if (settling !== null) return settling;
  if (lastStance !== null) return lastStance === 'agree' ? 'agreed' : 'disputed';
  return isTermOver ? 'silent' : 'waiting';
}

/** The unit may speak, also late and again, until the team has decided. */
export function mayExplain(standing: PutFindingStanding): boolean {
  return ['waiting', 'agreed', 'silent', 'disputed'].includes(standing);
}

/** The team decides once, and not before the unit has spoken or had its time. */
export function maySettle(standing: PutFindingStanding): boolean {
  return ['agreed', 'silent', 'disputed'].includes(standing);
}

/** The draft cannot be closed over it. */
export function holdsDraftOpen(standing: PutFindingStanding): boolean {
  return standing === 'waiting' || standing === 'disputed';
}

/** The last day of the term is the unit's to its end. */
export function isTermOver(dueOn: CalendarDate, today: CalendarDate): boolean {
  return dueOn < today;
}

/** The team says why, unless it keeps what the unit does not contest. */
export function asksReason(settling: Settling, lastStance: Stance | null): boolean {
  return settling !== 'keep' || lastStance === 'disagree';
}

/** What is wrong with explanations that are sent together: a dispute without words, a finding spoken of twice. */
export function explanationFaults(
  explanations: readonly { id: string; findingId: string; stance: Stance; text?: string | null }[],
): Violation[] {
  const seen = new Set<string>();
  return explanations.flatMap(({ id, findingId, stance, text }, index) => {
    const path = `explanations.${index}`;
    const faults: Violation[] = [];
    if (stance === 'disagree' && !text?.trim()) {
      const message = 'Ghi ý kiến giải trình của đơn vị.';
      faults.push({ path: `${path}.text`, code: 'explanations.text-missing', message });
    }
    if (seen.has(id) || seen.has(findingId)) {
      const message = 'Mỗi nội dung chỉ giải trình một lần trong một lượt gửi.';
      faults.push({ path: `${path}.findingId`, code: 'explanations.twice', message });
    }
    seen.add(id).add(findingId);
    return faults;
  });
}

/** What is wrong with a decision, by itself and after the last word of the unit. */
export function settlingFaults(
  { settling, text, reason }: { settling: Settling; text?: string | null; reason?: string | null },
  lastStance: Stance | null,
): Violation[] {
  const faults: Violation[] = [];
  if (settling === 'change' && !text?.trim()) {
    faults.push({ path: 'text', code: 'explanations.text-missing', message: 'Ghi nội dung sau khi sửa.' });
  }
  if (settling !== 'change' && text) {
    faults.push({ path: 'text', code: 'explanations.text-unasked', message: 'Chỉ ghi khi sửa nội dung.' });
  }
  if (asksReason(settling, lastStance) && !reason?.trim()) {
    faults.push({ path: 'reason', code: 'explanations.reason-missing', message: 'Ghi lý do để đơn vị đọc.' });
  }
  return faults;
}
