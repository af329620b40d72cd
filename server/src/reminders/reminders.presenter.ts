import type { WorkingCalendar } from '@kiemtra/shared/calendar';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { dueStanding } from '@kiemtra/shared/remediation';
import { USUAL_LADDER, type EscalationView, type LadderView, type NoticeView } from '@kiemtra/shared/reminders';
import type { EscalationRow } from './escalations.repository.js';
import type { EscalationLadderEntity } from './notice.entity.js';
import type { NoticeRow } from './notices.repository.js';

export function presentNotice(row: NoticeRow): NoticeView {
  return {
    id: row.id,
    kind: row.kind,
    step: row.step,
    days: row.days,
    toldOn: row.told_on,
    isRead: row.is_read,
    recipient: row.recipient_name,
    text: row.text,
    plan: row.plan_title,
    dueOn: row.due_on,
    recipientId: row.may_open ? row.recipient_id : null,
  };
}

export function presentEscalation(row: EscalationRow, today: CalendarDate, calendar: WorkingCalendar): EscalationView {
  const due = row.counted_from === row.due_on ? dueStanding(row.due_on, row.state, today, calendar) : null;
  return {
    id: row.id,
    recipientId: row.recipient_id,
    recipient: row.recipient_name,
    text: row.text,
    number: row.number,
    dueOn: row.counted_from,
    step: row.step,
    days: row.days,
    toldOn: row.told_on,
    daysLate: due?.isPast ? -(due.workingDaysLeft ?? 0) : null,
  };
}

export function presentLadder(ladder: EscalationLadderEntity | null): LadderView {
  const { officer, head, superior, leader } = ladder ?? USUAL_LADDER;
  return { officer, head, superior, leader, version: ladder?.version ?? 0 };
}
