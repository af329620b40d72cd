import { WorkingCalendar } from '../calendar/index.js';
import { dueDate, dueStanding } from './due.rules.js';
import {
  REMEDY_ACTS,
  REMEDY_STATES,
  actsOf,
  remedyStandingText,
  stateAfter,
  statesWaitingFor,
} from './remedy-state.rules.js';

describe('the way of a request at a recipient', () => {
  it('goes on by these acts and no others', () => {
    const ways = REMEDY_STATES.flatMap((state) =>
      REMEDY_ACTS.flatMap((act) => {
        const next = stateAfter(state, act);
        return next ? [`${state} – ${act} → ${next}`] : [];
      }),
    );
    expect(ways).toEqual([
      'draft – issue → issued',
      'issued – acknowledge → acknowledged',
      'acknowledged – report → reported',
      'reported – return → returned',
      'reported – accept → accepted',
      'returned – report → reported',
    ]);
  });

  it('is never ended by the unit', () => {
    for (const state of REMEDY_STATES) {
      for (const act of actsOf('unit', state)) expect(stateAfter(state, act)).not.toBe('accepted');
    }
  });

  it('waits for the unit or for the department, and for nobody when accepted or not known', () => {
    expect(statesWaitingFor('unit')).toEqual(['issued', 'acknowledged', 'returned']);
    expect(statesWaitingFor('department')).toEqual(['reported']);
  });
});

it('several recipients stand at one state or at a count', () => {
  expect(remedyStandingText([])).toBe('');
  expect(remedyStandingText(['issued', 'issued'])).toBe('Chưa xác nhận');
  expect(remedyStandingText(['unstated', 'unstated'])).toBe('Không nêu');
  expect(remedyStandingText(['accepted', 'issued', 'accepted'])).toBe('Đã chấp nhận 2/3');
});

describe('the due date', () => {
  // 30/4 and 1/5 fall on Thursday and Friday in 2026.
  const calendar = new WorkingCalendar(['2026-04-30', '2026-05-01'].map((date) => ({ date, isWorkingDay: false })));

  it.each([
    ['2026-04-27', 3, '2026-05-04'],
    ['2026-04-29', 1, '2026-05-04'],
    ['2026-05-02', 1, '2026-05-04'],
    ['2026-04-01', 20, '2026-04-29'],
  ])('counts from the first working day after %s: %i days end on %s', (issuedOn, days, due) => {
    expect(dueDate(issuedOn, days, calendar)).toBe(due);
  });

  it('is none without a term', () => {
    expect(dueDate('2026-04-27', null, calendar)).toBeNull();
    expect(dueStanding(null, 'issued', '2026-05-04', calendar)).toBeNull();
  });

  it.each([
    ['2026-04-28', 2, false],
    ['2026-05-04', 0, false],
    ['2026-05-03', 1, false],
    ['2026-05-05', -1, true],
  ])('stands on %s at %i working days', (today, workingDaysLeft, isPast) => {
    expect(dueStanding('2026-05-04', 'acknowledged', today, calendar)).toEqual({
      on: '2026-05-04',
      workingDaysLeft,
      isPast,
    });
  });

  it('runs again when a report is returned and rests while the department decides', () => {
    expect(dueStanding('2026-05-04', 'returned', '2026-05-06', calendar)?.isPast).toBe(true);
    expect(dueStanding('2026-05-04', 'reported', '2026-05-06', calendar)).toEqual({
      on: '2026-05-04',
      workingDaysLeft: null,
      isPast: false,
    });
  });
});
