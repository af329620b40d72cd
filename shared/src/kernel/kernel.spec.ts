import fc from 'fast-check';
import {
  addDays,
  dateInVietnam,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  formatDecreeDate,
  formatInstant,
  isCalendarDate,
  mondayOf,
} from './calendar-date.js';
import { compareDecimals, formatDecimal, isDecimal, parseTypedDecimal, roundHalfUp, sumDecimals } from './decimal.js';
import { isId, isUuid, newId } from './ids.js';
import { Faults, Problem, defineProblems } from './problem.js';
import { compareVietnamese, foldText } from './text.js';

describe('calendar dates', () => {
  it.each(['2026-02-30', '2027-02-29', '0001-01-01', '+275760-09-13', '2026-1-1', '2026-13-01', '', 20260101, null])(
    'refuses %j',
    (value) => expect(isCalendarDate(value)).toBe(false),
  );

  it('prints dates as the decree does: zeros for days under 10 and for months 1 and 2 only', () => {
    expect(formatDecreeDate('2026-01-05')).toBe('ngày 05 tháng 01 năm 2026');
    expect(formatDecreeDate('2026-02-25')).toBe('ngày 25 tháng 02 năm 2026');
    expect(formatDecreeDate('2026-03-05')).toBe('ngày 05 tháng 3 năm 2026');
    expect(formatDecreeDate('2026-12-31')).toBe('ngày 31 tháng 12 năm 2026');
  });

  it('prints dates on screens with their weekday', () => {
    expect(formatDate('2022-10-25')).toBe('25/10/2022');
    expect(formatDateWithWeekday('2022-10-25')).toBe('Thứ Ba, 25/10/2022');
  });

  it('takes the day and the hour in Vietnam', () => {
    expect(dateInVietnam(new Date('2026-11-20T16:59:59Z'))).toBe('2026-11-20');
    expect(dateInVietnam(new Date('2026-11-20T17:00:00Z'))).toBe('2026-11-21');
    expect(formatInstant(new Date('2026-11-20T17:05:00Z'))).toBe('00:05, 21/11/2026');
  });

  it('finds the Monday of a week', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-16')).toBe('2026-11-16');
  });

  it('counts days there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 30_000 }), (days) => {
        const there = addDays('2026-06-15', days);
        expect(isCalendarDate(there)).toBe(true);
        expect(daysBetween('2026-06-15', there)).toBe(days);
      }),
    );
  });
});

describe('decimals', () => {
  it.each(['2,5', '.5', '5.', '１', '٣', '1e3', '01', '+1', '-0', '', ' 1', 'NaN', 5])(
    'refuses %j as a stored decimal',
    (value) => {
      expect(isDecimal(value)).toBe(false);
    },
  );

  it.each([
    ['2,5', '2.5'],
    ['2.5', '2.5'],
    ['1.245,50', '1245.50'],
    [' 007 ', '7'],
    ['0,25', '0.25'],
    ['abc', null],
    ['1,2,3', null],
    ['', null],
  ])('reads %j as typed by a person', (typed, read) => expect(parseTypedDecimal(typed)).toBe(read));

  it('rounds half up and prints in the Vietnamese way', () => {
    expect(roundHalfUp('2.745', 2)).toBe('2.75');
    expect(roundHalfUp('2.744999', 2)).toBe('2.74');
    expect(formatDecimal('87.8', 2)).toBe('87,80');
    expect(formatDecimal('1245')).toBe('1.245');
    expect(formatDecimal('-1234567.5')).toBe('-1.234.567,5');
  });

  it('adds exactly where binary numbers do not', () => {
    expect(sumDecimals(['0.1', '0.2'])).toBe('0.3');
    expect(compareDecimals('0.30', '0.3')).toBe(0);
  });
});

describe('text', () => {
  it('folds tone marks, đ and spaces for search', () => {
    expect(foldText('  Phường  PHÚ Thủy ')).toBe('phuong phu thuy');
    expect(foldText('Đắk Lắk'.normalize('NFD'))).toBe('dak lak');
  });

  it('sorts the Vietnamese way', () => {
    const names = ['Đồng Tháp', 'Phường 10', 'An Giang', 'Phường 5', 'Ea Kar', 'Dầu Giây'];
    expect(names.sort(compareVietnamese)).toEqual([
      'An Giang',
      'Dầu Giây',
      'Đồng Tháp',
      'Ea Kar',
      'Phường 5',
      'Phường 10',
    ]);
  });
});

describe('ids', () => {
  it('accepts version 7 in lower case only', () => {
    expect(isId(newId())).toBe(true);
    expect(isId(newId().toUpperCase())).toBe(false);
    expect(isId('6f1c24f5-3f52-4a89-8f8e-111111111111')).toBe(false);
    expect(isUuid('6f1c24f5-3f52-4a89-8f8e-111111111111')).toBe(true);
    expect(isUuid('00000000-0000-0000-0000-000000000000')).toBe(false);
  });
});

describe('problems', () => {
  const problems = defineProblems('visits', {
    tooLate: { kind: 'conflict', text: 'Đã muộn.' },
    clash: { kind: 'conflict', text: (details: { person: string }) => `${details.person} đã có lịch.` },
  });

  it('carry a code of their feature and a Vietnamese text', () => {
    expect(new Problem(problems.tooLate)).toMatchObject({
      code: 'visits.too-late',
      message: 'Đã muộn.',
      kind: 'conflict',
    });
    expect(new Problem(problems.clash, { person: 'A' }).message).toBe('A đã có lịch.');
  });

  it('of one input are told together, and only when there are any', () => {
    const faults = new Faults([{ path: 'number', code: 'paper.symbol', message: 'Sai ký hiệu.' }]);
    faults.add(problems.tooLate, 'date').add(problems.clash, 'teamId', { person: 'A' });
    expect(faults.problem()).toMatchObject({
      code: 'request.invalid',
      violations: [
        { path: 'number', code: 'paper.symbol' },
        { path: 'date', code: 'visits.too-late', message: 'Đã muộn.' },
        { path: 'teamId', code: 'visits.clash', message: 'A đã có lịch.' },
      ],
    });
    expect(() => faults.refuse()).toThrow(Problem);
    expect(() => new Faults().refuse()).not.toThrow();
  });
});
