import fc from 'fast-check';
import { addDays } from '../kernel/index.js';
import { WorkingCalendar, dueText } from './working-days.js';

const week = new WorkingCalendar([]);
const tet2026 = new WorkingCalendar([
  ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((date) => ({
    date,
    isWorkingDay: false,
  })),
  { date: '2026-02-28', isWorkingDay: true },
]);

describe('working days', () => {
  it('start with the first working day after the issue date', () => {
    expect(week.after('2026-11-20', 1)).toBe('2026-11-23');
    expect(week.after('2026-11-21', 1)).toBe('2026-11-23');
    expect(week.after('2026-11-23', 20)).toBe('2026-12-21');
  });

  it('pass over Tết and count a compensated Saturday', () => {
    expect(tet2026.after('2026-02-13', 1)).toBe('2026-02-23');
    expect(tet2026.after('2026-02-13', 6)).toBe('2026-02-28');
    expect(tet2026.between('2026-02-13', '2026-02-28')).toBe(6);
  });

  it('count back what was counted forward', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 60 }), (offset, count) => {
        const from = addDays('2026-02-01', offset);
        const due = tet2026.after(from, count);
        expect(tet2026.between(from, due)).toBe(count);
        if (count > 0) expect(tet2026.isWorkingDay(due)).toBe(true);
      }),
    );
  });
});

describe('dueText', () => {
  it('speaks in working days', () => {
    expect(dueText(week.between('2026-11-20', '2026-11-25'), false)).toBe('còn 3 ngày làm việc');
    expect(dueText(0, false)).toBe('hạn hôm nay');
    expect(dueText(week.between('2026-11-25', '2026-11-23'), true)).toBe('quá hạn 2 ngày làm việc');
    expect(dueText(0, true)).toBe('quá hạn');
  });
});
