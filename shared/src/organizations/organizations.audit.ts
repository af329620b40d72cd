import { defineAudit, formatDate, type CalendarDate } from '../kernel/index.js';

interface Named {
  name: string;
}

export const organizationsAudit = defineAudit('organizations', {
  created: (details: Named & { validFrom: CalendarDate }) =>
    `Thêm ${details.name}, hoạt động từ ngày ${formatDate(details.validFrom)}`,
  renamed: (details: Named & { before: string; validFrom: CalendarDate }) =>
    `Đổi tên ${details.before} thành ${details.name} từ ngày ${formatDate(details.validFrom)}`,
  closed: (details: Named & { validTo: CalendarDate }) =>
    `Ghi kết thúc hoạt động của ${details.name} từ ngày ${formatDate(details.validTo)}`,
  merged: (details: Named & { validTo: CalendarDate; successor: string }) =>
    `Ghi sáp nhập ${details.name} vào ${details.successor} từ ngày ${formatDate(details.validTo)}`,
  bodiesAdded: (details: { count: number }) => `Lập ${details.count} cơ quan, đơn vị theo danh mục của tỉnh, thành phố`,
});
