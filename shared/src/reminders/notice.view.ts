import type { CalendarDate } from '../kernel/index.js';
import type { EscalationLadder } from './escalation.rules.js';
import type { NoticeKind } from './notice.rules.js';

/** A matter that waits, with the newest that the reader was told of it. */
export interface NoticeView {
  id: string;
  kind: NoticeKind;
  /** As in `NoticeFact`. */
  step: number;
  days: number;
  toldOn: CalendarDate;
  isRead: boolean;
  /** Whom the request is addressed to. */
  recipient: string;
  /** What is asked. */
  text: string;
  plan: string;
  dueOn: CalendarDate | null;
  /** Opens the request at its recipient; null for a reader who is told of it and may not open it. */
  recipientId: string | null;
}

/** How notices also go out by e-mail: not at all here, not to an account without an address, or once a day. */
export type MailStanding = 'off' | 'no_address' | 'daily';

export interface NoticesView {
  items: NoticeView[];
  mail: MailStanding;
}

/** For the count in the navigation. */
export interface NoticeCountView {
  unread: number;
}

/** A step of escalation that was taken. */
export interface EscalationView {
  id: string;
  recipientId: string;
  recipient: string;
  text: string;
  number: string | null;
  dueOn: CalendarDate;
  step: number;
  /** Working days behind the due date when it was told. */
  days: number;
  toldOn: CalendarDate;
  /** Working days behind the due date today; null when it no longer runs. */
  daysLate: number | null;
}

export interface LadderView extends EscalationLadder {
  /** 0 while the usual ladder holds. */
  version: number;
}
