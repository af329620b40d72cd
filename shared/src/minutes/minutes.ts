/**
 * What the secretary writes into the minutes of a visit, beside what was recorded: a whole cell of the visit. It may be
 * incomplete as long as nobody signs it.
 */
import { clockTime, day, list, nullable, object, text, whole, type CalendarDate, type Read } from '../kernel/index.js';

/** Who signs, in the order of the signatures from left to right (mẫu 1.9; the unit stands between). */
export const MINUTES_ROLES = ['secretary', 'unit', 'lead'] as const;
export type MinutesRole = (typeof MINUTES_ROLES)[number];

export interface MinutesPerson {
  name: string;
  /** Position, and role in the team: "Chuyên viên, thành viên". */
  position: string | null;
}

/** Who is to sign; the name may still be unknown. */
export interface MinutesSigner {
  name: string | null;
  position: string | null;
}

/** A clock time on a day in Vietnam; the time may still be unknown. */
export interface MinutesTime {
  date: CalendarDate;
  /** "08:00" */
  time: string | null;
}

export interface Minutes {
  begun: MinutesTime;
  ended: MinutesTime;
  place: string | null;
  signers: Record<MinutesRole, MinutesSigner>;
  /** Those of the team who were there, beside who signs. */
  team: MinutesPerson[];
  /** Those of the unit, beside who signs for it. */
  unit: MinutesPerson[];
  /** What the unit says of the result, in its own words. */
  opinion: string | null;
  /** What the team asks for on the spot. */
  conclusion: string | null;
  /** Signed copies, at least one for each side. */
  copies: number;
}

/** Of each side, beside who signs: an operation holds them all, however they are written. */
export const MINUTES_PEOPLE_MAX = 15;
export const MINUTES_NAME_MAX = 80;
export const MINUTES_PLACE_MAX = 300;
export const OPINION_MAX = 2000;
export const CONCLUSION_MAX = 2000;
export const COPIES_MIN = 2;
export const COPIES_MAX = 20;

const time = object<MinutesTime>({ date: day, time: nullable(clockTime) });
const name = text({ max: MINUTES_NAME_MAX });
const signer = object<MinutesSigner>({ name: nullable(name), position: nullable(name) });
const people = list(object<MinutesPerson>({ name, position: nullable(name) }), { max: MINUTES_PEOPLE_MAX });

/** Reads minutes out of any JSON; never throws. What is missing or out of order is told by `minutesGaps`, not refused. */
export const minutes: Read<Minutes> = object<Minutes>({
  begun: time,
  ended: time,
  place: nullable(text({ max: MINUTES_PLACE_MAX })),
  signers: object({ secretary: signer, unit: signer, lead: signer }),
  team: people,
  unit: people,
  opinion: nullable(text({ max: OPINION_MAX, multiline: true })),
  conclusion: nullable(text({ max: CONCLUSION_MAX, multiline: true })),
  copies: whole(COPIES_MIN, COPIES_MAX),
});
