import type { Violation } from '../kernel/index.js';
import { planName } from '../plans/index.js';
import { visitTimeText, type HalfDay } from './visit.rules.js';

/** Why a team cannot make a visit. */
export type VisitClash =
  { why: 'team-busy' | 'person-busy'; who: string; other: BusyWith } | { why: 'own-unit'; who: string; unit: string };

/** What holds a team or a person in the same half-day; the visit is null when it is kept from who asks. */
export interface BusyWith {
  visit: { unit: string; team: string; plan: { number: string | null; title: string } } | null;
  date: string;
  halfDay: HalfDay;
}

/** "Trần Văn A đã có cuộc kiểm tra tại UBND phường Hai (Đoàn số 2, kế hoạch số 12/KH-SNV), Thứ Ba, 25/10/2022 · sáng". */
export function clashText(clash: VisitClash): string {
  if (clash.why === 'own-unit') return `${clash.who} công tác tại chính đơn vị được kiểm tra (${clash.unit})`;
  const { visit, ...time } = clash.other;
  if (!visit) return `${clash.who} đã có cuộc kiểm tra khác, ${visitTimeText(time)}`;
  const { unit, team, plan } = visit;
  const where = clash.why === 'team-busy' ? `kế hoạch ${planName(plan)}` : `${team}, kế hoạch ${planName(plan)}`;
  return `${clash.who} đã có cuộc kiểm tra tại ${unit} (${where}), ${visitTimeText(time)}`;
}

/** The clashes as what is wrong with one field of the form that caused them. */
export function clashViolations(clashes: readonly VisitClash[], path: string): Violation[] {
  if (clashes.length === 0) return [];
  return [{ path, code: 'visits.clash', message: `${clashes.map(clashText).join('; ')}.` }];
}
