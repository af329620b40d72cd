import fc from 'fast-check';
import { WorkingCalendar } from '../calendar/index.js';
import { addDays, type CalendarDate } from '../kernel/index.js';
import { USUAL_LADDER } from './escalation.rules.js';
import { lastRemindedDue, noticeDue, reminderDay, type Matter, type NoticeFact } from './notice.rules.js';

// 2/9 falls on Wednesday in 2026; Tuesday is off, too, and worked on Saturday 22/8.
const calendar = new WorkingCalendar([
  { date: '2026-08-22', isWorkingDay: true },
  { date: '2026-09-01', isWorkingDay: false },
  { date: '2026-09-02', isWorkingDay: false },
]);
const asked: Matter = { state: 'acknowledged', issuedOn: '2026-08-03', dueOn: '2026-08-28', reportedOn: null };
const reported: Matter = { ...asked, state: 'reported', reportedOn: '2026-08-27' };

const on = (today: CalendarDate, told: readonly NoticeFact[] = [], matter = asked, ladder = USUAL_LADDER) =>
  noticeDue(matter, { today, calendar, ladder, told });

/** Everything that is told from day to day, as `day kind step`. */
function toldThrough(
  matter: Matter,
  from: CalendarDate,
  days: number,
  isRunning: (day: CalendarDate) => boolean = () => true,
): string[] {
  const told: NoticeFact[] = [];
  return Array.from({ length: days }, (_, offset) => addDays(from, offset)).flatMap((day) => {
    const notice = isRunning(day) ? on(day, told, matter) : null;
    if (!notice) return [];
    told.push(notice);
    return [`${day} ${notice.kind} ${notice.step}`];
  });
}

describe('what a unit is told about a due date', () => {
  it('comes five and one working days before, on the day, and escalates from the first day after', () => {
    expect(toldThrough(asked, '2026-08-03', 70)).toEqual([
      '2026-08-22 due -5',
      '2026-08-27 due -1',
      '2026-08-28 due 0',
      '2026-08-31 escalation 1',
      '2026-09-09 escalation 2',
      '2026-09-16 escalation 3',
      '2026-09-23 escalation 4',
      '2026-09-30 due 21',
      '2026-10-07 due 26',
    ]);
  });

  it('is a reminder on days on which the ladder has no step', () => {
    const ladder = { officer: 3, head: 20, superior: 30, leader: 40 };
    expect(on('2026-08-31', [], asked, ladder)).toMatchObject({ kind: 'due', step: 1, days: 1 });
    expect(on('2026-09-09', [], asked, ladder)).toMatchObject({ kind: 'escalation', step: 1, days: 6 });
  });

  it('is nothing on a day off, without a due date, and while nobody has to act', () => {
    expect(on('2026-08-29')).toBeNull();
    expect(on('2026-08-31', [], { ...asked, dueOn: null })).toBeNull();
    for (const state of ['draft', 'accepted', 'unstated'] as const)
      expect(on('2026-08-31', [], { ...asked, state })).toBeNull();
  });

  it('is not a reminder of days that were over when the request was issued', () => {
    const short: Matter = { ...asked, issuedOn: '2026-08-25' };
    expect(toldThrough(short, '2026-08-25', 4)).toEqual(['2026-08-27 due -1', '2026-08-28 due 0']);
  });

  it('begins anew with another due date', () => {
    const first = on('2026-08-31');
    const extended: Matter = { ...asked, dueOn: '2026-09-11' };
    expect(on('2026-08-31', first ? [first] : [], extended)).toBeNull();
    expect(on('2026-09-04', first ? [first] : [], extended)).toMatchObject({ step: -5, countedFrom: '2026-09-11' });
    expect(on('2026-09-14', first ? [first] : [], extended)).toMatchObject({ kind: 'escalation', step: 1 });
  });

  it('goes on where it was when a report is returned', () => {
    const told = [on('2026-08-31'), on('2026-09-09')].flatMap((notice) => notice ?? []);
    const returned: Matter = { ...asked, state: 'returned', reportedOn: '2026-09-10' };
    expect(on('2026-09-11', told, returned)).toBeNull();
    expect(on('2026-09-16', told, returned)).toMatchObject({ kind: 'escalation', step: 3 });
  });
});

describe('what the department is told about a report', () => {
  it('comes on the first working day after it and every fifth from then', () => {
    expect(toldThrough(reported, '2026-08-27', 20)).toEqual([
      '2026-08-28 decision 1',
      '2026-09-08 decision 6',
      '2026-09-15 decision 11',
    ]);
  });

  it('begins anew with another report', () => {
    const told = [on('2026-08-28', [], reported)].flatMap((notice) => notice ?? []);
    expect(on('2026-09-04', told, { ...reported, reportedOn: '2026-09-03' })).toMatchObject({ step: 1 });
  });
});

describe('a job that was away', () => {
  it('tells the newest once and nothing of what it missed', () => {
    const isBack = (day: CalendarDate) => day >= '2026-09-17';
    expect(toldThrough(asked, '2026-08-03', 50, isBack)).toEqual(['2026-09-17 escalation 3']);
  });

  it('never tells a step twice, whatever days it runs on', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 120 })), (offsets) => {
        const running = new Set(offsets.map((offset) => addDays('2026-08-03', offset)));
        const steps = toldThrough(asked, '2026-08-03', 121, (day) => running.has(day)).map((line) => line.slice(11));
        expect(new Set(steps).size).toBe(steps.length);
      }),
    );
  });
});

it('a day begins at seven in Vietnam', () => {
  expect(reminderDay(new Date('2026-08-30T23:59:59Z'))).toBe('2026-08-30');
  expect(reminderDay(new Date('2026-08-31T00:00:00Z'))).toBe('2026-08-31');
});

it('nothing is told of due dates that are further away', () => {
  expect(lastRemindedDue('2026-08-22', calendar)).toBe('2026-08-28');
  expect(on('2026-08-22', [], { ...asked, dueOn: '2026-08-28' })).not.toBeNull();
  expect(on('2026-08-22', [], { ...asked, dueOn: '2026-08-31' })).toBeNull();
});
