import { VISIT_ACTION_LABELS, canVisit, visitTimeText, type VisitAction, type VisitState } from './visit.rules.js';
import { clashText, type BusyWith } from './visits.clash.js';

const actionsOf = (state: VisitState) =>
  (Object.keys(VISIT_ACTION_LABELS) as VisitAction[]).filter((action) => canVisit(state, action));

describe('a visit', () => {
  it.each<[VisitState, VisitAction[]]>([
    ['planned', ['edit', 'notify', 'check_in', 'cancel']],
    ['notified', ['edit', 'check_in', 'cancel']],
    ['in_progress', ['finalise']],
    ['finalised', ['reopen']],
    ['cancelled', []],
  ])('that is %s allows %j', (state, actions) => expect(actionsOf(state)).toEqual(actions));

  it('says its half-day, or that it is not known', () => {
    expect(visitTimeText({ date: '2022-10-25', halfDay: 'morning' })).toBe('Thứ Ba, 25/10/2022 · sáng');
    expect(visitTimeText({ date: '2022-10-25', halfDay: null })).toBe('Thứ Ba, 25/10/2022');
    expect(visitTimeText({ date: null, halfDay: null })).toBe('chưa rõ ngày');
  });
});

describe('a clash', () => {
  const other: BusyWith = {
    visit: { unit: 'UBND phường Hai', team: 'Đoàn số 2', plan: { number: '12/KH-SNV', title: 'Kiểm tra năm 2026' } },
    date: '2026-03-03',
    halfDay: 'afternoon',
  };

  it('names the person, the other visit and its team', () => {
    expect(clashText({ why: 'person-busy', who: 'Thành viên một', other })).toBe(
      'Thành viên một đã có cuộc kiểm tra tại UBND phường Hai (Đoàn số 2, kế hoạch số 12/KH-SNV), Thứ Ba, 03/03/2026 · chiều',
    );
  });

  it('names the team alone when all of it is busy, and the title of a plan without a number', () => {
    const visit = { unit: 'UBND phường Hai', team: 'Đoàn số 2', plan: { number: null, title: 'Kiểm tra đột xuất' } };
    expect(clashText({ why: 'team-busy', who: 'Đoàn số 2', other: { ...other, visit } })).toBe(
      'Đoàn số 2 đã có cuộc kiểm tra tại UBND phường Hai (kế hoạch Kiểm tra đột xuất), Thứ Ba, 03/03/2026 · chiều',
    );
  });

  it('tells nothing but the time of a visit that is kept from who asks', () => {
    expect(clashText({ why: 'person-busy', who: 'Thành viên một', other: { ...other, visit: null } })).toBe(
      'Thành viên một đã có cuộc kiểm tra khác, Thứ Ba, 03/03/2026 · chiều',
    );
  });

  it('names the unit that a member belongs to', () => {
    expect(clashText({ why: 'own-unit', who: 'Thành viên một', unit: 'Sở Nội vụ' })).toBe(
      'Thành viên một công tác tại chính đơn vị được kiểm tra (Sở Nội vụ)',
    );
  });
});
