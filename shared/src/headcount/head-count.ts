/**
 * The head count of a public-service inspection: who was at work at one clock time. A whole cell. It names people, so it is
 * for the team and its department alone; no export holds it.
 */
import {
  clockTime,
  day,
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

/** Reads a head count out of any JSON; never throws. Sums need not agree: what differs is told, not refused. */
export const headCount: Read<HeadCount> = object<HeadCount>({
  date: day,
  time: clockTime,
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
