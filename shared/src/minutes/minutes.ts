/** What the secretary writes into the minutes of a visit, beside what was recorded: a whole cell of the visit. */
import { day, demand, list, nullable, object, text, whole, type CalendarDate, type Read } from '../kernel/index.js';

export interface MinutesPerson {
  name: string;
  /** Position, and role in the team: "Chuyên viên, thành viên". */
  position: string | null;
}

/** A clock time on a day in Vietnam. */
export interface MinutesTime {
  date: CalendarDate;
  /** "08:00" */
  time: string;
}

export interface Minutes {
  begun: MinutesTime;
  ended: MinutesTime;
  place: string;
  /** Head of the team. */
  chair: MinutesPerson;
  secretary: MinutesPerson;
  /** Who signs for the unit. */
  unitHead: MinutesPerson;
  /** Those of the team who were there, beside chair and secretary. */
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

export const MINUTES_PEOPLE_MAX = 30;
export const MINUTES_NAME_MAX = 100;
export const MINUTES_PLACE_MAX = 300;
export const OPINION_MAX = 3000;
export const CONCLUSION_MAX = 3000;
export const COPIES_MAX = 20;

const clock: Read<string> = demand(text({ max: 5 }), (said) =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(said) ? null : { path: '', code: 'time.form', message: 'Giờ có dạng 08:00.' },
);
const time = object<MinutesTime>({ date: day, time: clock });
const person = object<MinutesPerson>({
  name: text({ max: MINUTES_NAME_MAX }),
  position: nullable(text({ max: MINUTES_NAME_MAX })),
});
const people = list(person, { max: MINUTES_PEOPLE_MAX });

/** Reads minutes out of any JSON; never throws. They do not end before they begin. */
export const minutes: Read<Minutes> = demand(
  object<Minutes>({
    begun: time,
    ended: time,
    place: text({ max: MINUTES_PLACE_MAX }),
    chair: person,
    secretary: person,
    unitHead: person,
    team: people,
    unit: people,
    opinion: nullable(text({ max: OPINION_MAX, multiline: true })),
    conclusion: nullable(text({ max: CONCLUSION_MAX, multiline: true })),
    copies: whole(2, COPIES_MAX),
  }),
  ({ begun, ended }) =>
    instantOf(ended) >= instantOf(begun)
      ? null
      : { path: 'ended', code: 'minutes.order', message: 'Giờ kết thúc phải sau giờ bắt đầu.' },
);

function instantOf({ date, time: at }: MinutesTime): string {
  return `${date} ${at}`;
}
