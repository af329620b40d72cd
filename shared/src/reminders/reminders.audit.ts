import { defineAudit, formatDate, type CalendarDate } from '../kernel/index.js';
import { ESCALATION_STEPS, ESCALATION_STEP_LABELS, stepText, type EscalationLadder } from './escalation.rules.js';

export const remindersAudit = defineAudit('reminders', {
  reminded: (details: { day: CalendarDate; count: number }) =>
    `Nhắc ${details.count} việc ngày ${formatDate(details.day)}`,
  escalated: (details: { recipient: string; step: number; days: number }) =>
    `Quá hạn ${details.days} ngày làm việc, ${details.recipient}: báo đến ${stepText(details.step)}`,
  mailed: (details: { day: CalendarDate }) => `Gửi thư nhắc việc ngày ${formatDate(details.day)}`,
  ladderSet: (details: EscalationLadder) =>
    `Đặt các bước báo khi quá hạn: ${ESCALATION_STEPS.map((step) => `${ESCALATION_STEP_LABELS[step]} sau ${details[step]} ngày`).join(', ')}`,
});
