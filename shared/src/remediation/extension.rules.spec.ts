import { WorkingCalendar } from '../calendar/index.js';
import { dueHistoryText, extensionActsOf, extensionFault } from './extension.rules.js';
import { REMEDY_STATES } from './remedy-state.rules.js';
import { asksEndedByReport } from './thread.rules.js';

describe('more time', () => {
  const [dueOn, askedUntil] = ['2026-05-15', '2026-05-29'];

  it('is asked for by the unit in its turn, once at a time, where a due date stands', () => {
    const may = (dueOn: string | null, askedUntil: string | null) =>
      REMEDY_STATES.filter((state) => extensionActsOf('unit', { state, dueOn, askedUntil }).includes('ask_extension'));
    expect(may(dueOn, null)).toEqual(['issued', 'acknowledged', 'returned']);
    expect(may(dueOn, askedUntil)).toEqual([]);
    expect(may(null, null)).toEqual([]);
  });

  it('is decided by the department while an ask is open, and never by the unit', () => {
    const asked = { state: 'acknowledged', dueOn, askedUntil } as const;
    expect(extensionActsOf('department', asked)).toEqual(['grant_extension', 'refuse_extension']);
    expect(extensionActsOf('department', { ...asked, askedUntil: null })).toEqual([]);
    expect(extensionActsOf('unit', asked)).toEqual([]);
  });
});

describe('a new due date', () => {
  const calendar = new WorkingCalendar([
    { date: '2026-05-18', isWorkingDay: false },
    { date: '2026-05-23', isWorkingDay: true },
  ]);
  const fault = (until: string, today = '2026-05-04') => extensionFault(until, '2026-05-15', today, calendar);

  it.each([
    ['2026-05-14', 'Hạn mới phải sau thời hạn hiện nay là 15/05/2026.'],
    ['2026-05-15', 'Hạn mới phải sau thời hạn hiện nay là 15/05/2026.'],
    ['2026-05-16', 'Hạn mới phải là ngày làm việc.'],
    ['2026-05-18', 'Hạn mới phải là ngày làm việc.'],
    ['2026-05-19', null],
    ['2026-05-23', null],
    ['2029-01-01', 'Không gia hạn quá 500 ngày làm việc.'],
  ])('%s: %s', (until, message) => expect(fault(until)).toBe(message));

  it('may be today when the old one is past, and no day before it', () => {
    expect(fault('2026-05-20', '2026-05-20')).toBeNull();
    expect(fault('2026-05-19', '2026-05-20')).toBe('Hạn mới không được trước hôm nay.');
  });

  it('keeps the old ones in sight', () => {
    expect(dueHistoryText('2026-05-15', [])).toBe('Hạn ban đầu 15/05/2026');
    expect(dueHistoryText('2026-05-15', ['2026-05-29', '2026-06-05'])).toBe(
      'Hạn ban đầu 15/05/2026, gia hạn lần 1 đến 29/05/2026, gia hạn lần 2 đến 05/06/2026',
    );
  });
});

it('an ask is ended by a report, unless it was answered', () => {
  const acts = ['issue', 'ask_extension', 'refuse_extension', 'ask_extension', 'acknowledge', 'report'] as const;
  expect(asksEndedByReport(acts.map((act, index) => ({ id: String(index), act })))).toEqual(new Set(['3']));
  expect(asksEndedByReport([])).toEqual(new Set());
});
