import { dayRemark, unitRemark, type DayOfVisit } from './visit.remarks.js';

describe('a day of a visit', () => {
  const holidays = [
    { date: '2026-09-02', name: 'Quốc khánh', isWorkingDay: false },
    { date: '2026-08-22', name: 'Làm bù', isWorkingDay: true },
  ];
  const of: DayOfVisit = { today: '2026-08-01', startsOn: '2026-08-03', endsOn: '2026-09-10', holidays };

  it.each([
    ['2026-09-02', 'Lưu ý: Thứ Tư, 02/09/2026 là ngày nghỉ (Quốc khánh).'],
    ['2026-08-23', 'Lưu ý: Chủ nhật, 23/08/2026 là ngày nghỉ cuối tuần.'],
    ['2026-07-31', 'Lưu ý: Thứ Sáu, 31/07/2026 đã qua, ngoài thời gian của kế hoạch.'],
    ['2026-08-22', ''],
    ['2026-08-24', ''],
  ])('%s is remarked as "%s"', (day, remark) => expect(dayRemark(day, of)).toBe(remark));
});

describe('the unit of a visit', () => {
  const target = { id: 't1', organizationId: 'o1', name: 'UBND phường Một' };
  const plan = {
    id: 'p1',
    kind: 'scheduled',
    title: 'Kiểm tra năm 2026',
    number: '12/KH-SNV',
    state: 'issued',
  } as const;
  const other = { id: 'v2', plan, target, date: '2026-03-03', halfDay: 'morning', state: 'notified' } as const;
  const visit = { id: 'v1', planId: 'p1', target };

  it('is remarked with its other visits, also of another plan', () => {
    const elsewhere = { ...other, id: 'v3', plan: { ...plan, id: 'p2' }, target: { ...target, id: 't9' } };
    expect(unitRemark(visit, [other, elsewhere])).toBe(
      'Lưu ý: đơn vị đã có cuộc kiểm tra Thứ Ba, 03/03/2026 · sáng; Thứ Ba, 03/03/2026 · sáng (kế hoạch số 12/KH-SNV).',
    );
  });

  it('is not remarked for the visit itself, a cancelled one, or one of another unit', () => {
    const cancelled = { ...other, state: 'cancelled' as const };
    const ofAnother = { ...other, target: { ...target, id: 't2', organizationId: 'o2' } };
    const unnamed = { ...other, target: { id: 't3', organizationId: null, name: '2 xã' } };
    expect(unitRemark(visit, [{ ...other, id: 'v1' }, cancelled, ofAnother])).toBe('');
    expect(unitRemark({ ...visit, target: { id: 't4', organizationId: null } }, [unnamed])).toBe('');
  });
});
