import fc from 'fast-check';
import { readWith } from '../kernel/index.js';
import { headCount, headCountGaps, headCountText, PERSONS_MAX, type HeadCount } from './index.js';

const counted: HeadCount = {
  date: '2026-03-10',
  time: '07:45',
  expected: 30,
  present: 27,
  absentWithReason: 2,
  absentWithoutReason: 1,
  badgesWorn: 20,
  nameBoards: { expected: 5, present: 4 },
  persons: [
    { name: 'Công chức A', position: null, presence: 'absent_without_reason', reason: null, isBadgeWorn: false },
  ],
};
const whole = fc.nat(40);

describe('a head count', () => {
  it('reads back as it was written', () => {
    expect(readWith(headCount, counted).value).toEqual(counted);
    expect(headCountText(counted)).toBe(
      '07:45, 10/03/2026: có mặt 27/30, vắng có lý do 2, vắng không lý do 1; đeo thẻ 20/27; biển tên 4/5',
    );
  });

  it('is refused when it is none, and reading never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void readWith(headCount, json)));
    const [person] = counted.persons;
    const wrong: object[] = [
      { ...counted, time: '24:00' },
      { ...counted, time: '7:45' },
      { ...counted, present: -1 },
      { ...counted, persons: [{ ...person, phone: '0' }] },
      { ...counted, persons: Array.from({ length: PERSONS_MAX + 1 }, () => person) },
    ];
    for (const one of wrong) expect(readWith(headCount, one).value).toBeNull();
  });

  it('that does not add up is taken, and the gap is named', () => {
    expect(headCountGaps(counted)).toEqual([]);
    expect(headCountGaps({ ...counted, present: 25 })).toEqual([
      'Có mặt và vắng là 28 người, ít hơn số phải có mặt 30: lệch 2 người.',
    ]);
    expect(headCountGaps({ ...counted, badgesWorn: 28, absentWithoutReason: 0, expected: 28 })).toEqual([
      'Có mặt và vắng là 29 người, nhiều hơn số phải có mặt 28: lệch 1 người.',
      'Đeo thẻ 28 người, nhiều hơn số có mặt 27.',
      'Danh sách có 1 người “Vắng không lý do”, nhiều hơn số đếm 0.',
    ]);
    fc.assert(
      fc.property(whole, whole, whole, whole, (expected, present, absentWithReason, absentWithoutReason) => {
        const one = {
          ...counted,
          expected,
          present,
          absentWithReason,
          absentWithoutReason,
          persons: [],
          badgesWorn: 0,
        };
        expect(readWith(headCount, one).value).toEqual(one);
        expect(headCountGaps(one).length).toBe(present + absentWithReason + absentWithoutReason === expected ? 0 : 1);
      }),
    );
  });
});
