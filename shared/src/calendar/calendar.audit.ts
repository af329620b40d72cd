import { defineAudit, formatDate, type CalendarDate } from '../kernel/index.js';

export const calendarAudit = defineAudit('calendar', {
  holidaySet: (details: { date: CalendarDate; name: string; isWorkingDay: boolean }) =>
    `Đặt ${details.isWorkingDay ? 'ngày làm bù' : 'ngày nghỉ'} ${formatDate(details.date)}: ${details.name}`,
  holidayRemoved: (details: { date: CalendarDate }) => `Bỏ ngày ${formatDate(details.date)} khỏi bảng ngày nghỉ`,
});
