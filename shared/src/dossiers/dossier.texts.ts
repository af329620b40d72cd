/** What a dossier shows in words. Apart from its rules, so that whoever only reads samples carries no texts along. */
import type { WorkingCalendar } from '../calendar/index.js';
import type { CalendarDate } from '../kernel/index.js';
import {
  timingOf,
  workingDaysLate,
  type Cause,
  type FormFault,
  type LatenessKind,
  type ListedDossier,
} from './dossier.rules.js';

export const FORM_FAULT_LABELS: Record<FormFault, string> = {
  receipt: 'Giấy tiếp nhận và hẹn trả kết quả: không có hoặc ghi thiếu',
  tracking: 'Phiếu kiểm soát: không có hoặc ghi sau',
  register: 'Sổ theo dõi hồ sơ ghi thiếu',
  supplement: 'Yêu cầu bổ sung nhiều lần hoặc không bằng văn bản',
  unlisted: 'Đòi thêm giấy tờ ngoài quy định',
  software: 'Chưa cập nhật đúng bước trên phần mềm',
  other: 'Sai sót khác',
};

export const LATENESS_KIND_LABELS: Record<LatenessKind, string> = {
  software: 'Chậm trên phần mềm',
  actual: 'Chậm thực tế',
};

export const CAUSE_LABELS: Record<Cause, string> = { objective: 'Khách quan', subjective: 'Chủ quan' };

/** "Đúng hạn", "Còn trong hạn", "Chậm 3 ngày làm việc", "Quá hạn 3 ngày làm việc, chưa trả". */
export function timingText(
  dossier: ListedDossier,
  today: CalendarDate,
  calendar: Pick<WorkingCalendar, 'between'>,
): string {
  const timing = timingOf(dossier, today);
  if (timing !== 'late') return timing === 'on_time' ? 'Đúng hạn' : 'Còn trong hạn';
  const days = workingDaysLate(dossier, today, calendar);
  const by = days > 0 ? ` ${days} ngày làm việc` : '';
  return dossier.returned === null ? `Quá hạn${by}, chưa trả` : `Chậm${by}`;
}
