/**
 * The head count of a public-service inspection: who was at work at one clock time. A whole cell. It names people, so it is
 * for the team and its department alone; no export holds it.
 */
import {
  day,
  demand,
  flag,
  list,
  nullable,
  object,
  oneOf,
  text,
  whole,
  type CalendarDate,
  type Read,
} from '../kernel/index.js';

export const PRESENCES = ['present', 'absent_with_reason', 'absent_without_reason'] as const;
export type Presence = (typeof PRESENCES)[number];

export const PRESENCE_LABELS: Record<Presence, string> = {
  present: 'Có mặt',
  absent_with_reason: 'Vắng có lý do',
  absent_without_reason: 'Vắng không lý do',
};

/** People a list names: those who are absent or of whom there is something to say. */
export const PERSONS_MAX = 100;
export const PERSON_TEXT_MAX = 80;
export const REASON_MAX = 120;

export interface CountedPerson {
  name: string;
  position: string | null;
  presence: Presence;
  /** Why absent, or what else there is to say. */
  reason: string | null;
  isBadgeWorn: boolean;
}

export interface HeadCount {
  date: CalendarDate;
  /** Clock time in Vietnam, "07:45". */
  time: string;
  expected: number;
  present: number;
  absentWithReason: number;
  absentWithoutReason: number;
  /** Of those present. */
  badgesWorn: number;
  nameBoards: { expected: number; present: number };
  persons: CountedPerson[];
}

const count = whole(0, 100_000);

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const time: Read<string> = demand(text({ max: 5 }), (said) =>
  TIME.test(said) ? null : { path: '', code: 'time.form', message: 'Giờ có dạng 07:45.' },
);

/** "7:45", "07.45", "7h45", "7 giờ 45" or "0745" as "07:45"; null when it is no time of day. */
export function readTypedTime(typed: string): string | null {
  const [, hour = '', minute = ''] =
    /^(\d{1,2})(?:\s*(?::|\.|h|giờ)\s*)?(\d{2})$/i.exec(typed.normalize('NFC').trim()) ?? [];
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return TIME.test(time) ? time : null;
}

/** Reads a head count out of any JSON; never throws. Sums need not agree: what differs is told, not refused. */
export const headCount: Read<HeadCount> = object<HeadCount>({
  date: day,
  time,
  expected: count,
  present: count,
  absentWithReason: count,
  absentWithoutReason: count,
  badgesWorn: count,
  nameBoards: object({ expected: count, present: count }),
  persons: list(
    object<CountedPerson>({
      name: text({ max: PERSON_TEXT_MAX }),
      position: nullable(text({ max: PERSON_TEXT_MAX })),
      presence: oneOf(PRESENCES),
      reason: nullable(text({ max: REASON_MAX })),
      isBadgeWorn: flag,
    }),
    { max: PERSONS_MAX },
  ),
});
