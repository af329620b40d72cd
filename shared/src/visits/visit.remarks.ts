/** What is unusual about a visit before it is scheduled: allowed, but seldom meant, so it is said and not refused. */
import { WorkingCalendar, type HolidayView } from '../calendar/index.js';
import { formatDateWithWeekday, type CalendarDate } from '../kernel/index.js';
import { planName } from '../plans/index.js';
import { visitTimeText } from './visit.rules.js';
import type { VisitListItemView } from './visit.view.js';

export interface DayOfVisit {
  today: CalendarDate;
  /** Period of the plan; null where it is open. */
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  /** The province's table for the year of the day. */
  holidays: readonly HolidayView[];
}

/** "Lưu ý: Thứ Tư, 02/09/2026 là ngày nghỉ (Quốc khánh)."; empty when nothing is unusual. */
export function dayRemark(day: CalendarDate, { today, startsOn, endsOn, holidays }: DayOfVisit): string {
  const holiday = holidays.find(({ date }) => date === day);
  const dayOff = holiday ? `là ngày nghỉ (${holiday.name})` : 'là ngày nghỉ cuối tuần';
  const remarks = [
    day < today && 'đã qua',
    !new WorkingCalendar(holidays).isWorkingDay(day) && dayOff,
    ((startsOn !== null && day < startsOn) || (endsOn !== null && day > endsOn)) && 'ngoài thời gian của kế hoạch',
  ].filter((remark) => remark !== false);
  return remarks.length === 0 ? '' : `Lưu ý: ${formatDateWithWeekday(day)} ${remarks.join(', ')}.`;
}

type OtherVisit = Pick<VisitListItemView, 'id' | 'plan' | 'target' | 'date' | 'halfDay' | 'state'>;

/** The other visits of the unit, "Lưu ý: đơn vị đã có cuộc kiểm tra Thứ Ba, 03/03/2026 · sáng."; empty when there is none. */
export function unitRemark(
  { id, planId, target }: { id: string; planId: string; target: { id: string; organizationId: string | null } },
  visits: readonly OtherVisit[],
): string {
  const others = visits.filter(
    (visit) =>
      visit.id !== id &&
      visit.state !== 'cancelled' &&
      (visit.target.id === target.id ||
        (target.organizationId !== null && visit.target.organizationId === target.organizationId)),
  );
  const named = others.map((visit) =>
    visit.plan.id === planId ? visitTimeText(visit) : `${visitTimeText(visit)} (kế hoạch ${planName(visit.plan)})`,
  );
  return named.length === 0 ? '' : `Lưu ý: đơn vị đã có cuộc kiểm tra ${named.join('; ')}.`;
}
