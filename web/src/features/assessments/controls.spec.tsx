import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cut } from '../../offline/testing/world.js';
import { aWorld, card, openSheet, SET, type OpenSheet } from './testing/sheet.js';

let sheet: OpenSheet;
beforeEach(() => localStorage.clear());
afterEach(() => sheet.world.end());

async function tap(key: string, ...names: (string | RegExp)[]) {
  for (const name of names) await userEvent.click(card(key).getByRole('button', { name }));
}

async function type(key: string, fields: Record<string, string>) {
  for (const [label, text] of Object.entries(fields)) {
    const field = card(key).getByRole('textbox', { name: label });
    await userEvent.clear(field);
    await userEvent.type(field, text);
  }
  await leave();
}

/** A tap beside the card. */
const leave = () => userEvent.click(document.body);

describe('a control', () => {
  it.each<[string, () => Promise<unknown>, object]>([
    ['check', () => tap('check', 'Đạt'), { met: true }],
    ['check', () => tap('check', 'Không áp dụng'), { state: 'not_applicable', reason: null }],
    ['yesno', () => tap('yesno', 'Không'), { met: false }],
    ['yesno', () => tap('yesno', 'Không kiểm tra'), { state: 'not_checked', reason: null }],
    ['levels', () => tap('levels', /^Không kịp thời/), { level: 'late' }],
    [
      'ratio',
      () => type('ratio', { 'Hồ sơ đúng hạn': '18', 'Tổng số: hồ sơ đã giải quyết': '20' }),
      { numerator: '18', denominator: '20' },
    ],
    [
      'mixed',
      () => type('mixed', { 'Đúng hạn': '8', Muộn: '1', 'Tổng số: hồ sơ đã giải quyết': '10' }),
      { onTime: '8', late: '1', total: '10' },
    ],
    [
      'average',
      () =>
        type('average', {
          'Hồ sơ số hóa': '1',
          'Tổng số: hồ sơ nhận': '2',
          'Kết quả số hóa': '3',
          'Tổng số: kết quả trả': '4',
        }),
      { ratios: { in: { numerator: '1', denominator: '2' }, out: { numerator: '3', denominator: '4' } } },
    ],
    ['items', () => userEvent.click(card('items').getByRole('checkbox', { name: /mục b/ })), { met: ['b'] }],
    ['items', () => tap('items', 'Không đạt mục nào'), { met: [] }],
    ['count', () => tap('count', 'Thêm một: sáng kiến', 'Thêm một: sáng kiến'), { count: '2' }],
    ['deduct', () => tap('deduct', 'Thêm một: báo cáo chậm'), { counts: { late: '1', none: '0' } }],
    ['deduct', () => tap('deduct', 'Không có lỗi nào'), { counts: { late: '0', none: '0' } }],
    ['date', () => type('date', { 'Ngày ban hành': '5/1/2026' }), { date: '2026-01-05' }],
    ['date', () => tap('date', 'Không ban hành'), { date: null }],
    ['survey', () => type('survey', { 'Tỷ lệ hài lòng': '87,5' }), { value: '87.5' }],
    [
      'manual',
      () => type('manual', { Điểm: '1.25', 'Lý do': 'Hội đồng chấm' }),
      { value: '1.25', reason: 'Hội đồng chấm' },
    ],
  ])('of a criterion %s makes its answer an operation', async (key, answer, input) => {
    sheet = await openSheet();
    await answer();
    await leave();
    await sheet.rest();
    expect(sheet.held(key)).toEqual(input);
    expect(card(key).getByText('Đã đồng bộ')).toBeTruthy();
  });

  it('sets a criterion to 0 by one event, whatever else was found', async () => {
    sheet = await openSheet();
    await tap('veto', 'Có');
    expect(card('veto').getByText('Có → 2 điểm')).toBeTruthy();
    await userEvent.click(card('veto').getByRole('switch', { name: /Vượt biên chế/ }));
    await sheet.rest();
    expect(sheet.held('veto')).toEqual({ met: true, vetoes: ['over'] });
    expect(card('veto').getByText('Vượt biên chế → 0 điểm')).toBeTruthy();
  });

  it('tells rate and points while figures are typed, before anything is sent', async () => {
    sheet = await openSheet();
    sheet.world.always = cut;
    await userEvent.type(card('ratio').getByRole('textbox', { name: 'Hồ sơ đúng hạn' }), '18');
    await userEvent.type(card('ratio').getByRole('textbox', { name: /^Tổng số/ }), '20');
    expect(card('ratio').getByRole('status').textContent).toBe('= 90,00%');
    expect(card('ratio').getByText('18/20 hồ sơ đúng hạn = 90,00% × 2 → 1,8 điểm')).toBeTruthy();
    expect(sheet.world.bodies).toHaveLength(0);
  });

  it('sends what was meant, not every digit of it', async () => {
    sheet = await openSheet();
    await type('ratio', { 'Hồ sơ đúng hạn': '18', 'Tổng số: hồ sơ đã giải quyết': '200' });
    await sheet.rest();
    expect(sheet.world.bodies.flatMap(({ ops }) => ops.map(({ value }) => value))).toEqual([
      { numerator: '18', denominator: '200' },
    ]);
  });

  it('shows the comma, whichever was typed, and keeps a zero that more may follow', async () => {
    sheet = await openSheet();
    const field = card('survey').getByRole<HTMLInputElement>('textbox', { name: 'Tỷ lệ hài lòng' });
    await userEvent.type(field, '2.0');
    expect(field.value).toBe('2.0');
    await userEvent.type(field, '5');
    await leave();
    expect(field.value).toBe('2,05');
  });

  it('keeps half an answer on the screen and on the device, and records nothing of it', async () => {
    sheet = await openSheet();
    await type('ratio', { 'Hồ sơ đúng hạn': '18' });
    await sheet.rest();
    expect(sheet.held('ratio')).toBeUndefined();
    expect(card('ratio').getByText(/Chưa đủ hoặc chưa đúng/)).toBeTruthy();
    sheet.unmount();
    await sheet.world.end();
    sheet = await openSheet({ world: aWorld(false, SET, sheet.world.account) });
    expect(card('ratio').getByRole<HTMLInputElement>('textbox', { name: 'Hồ sơ đúng hạn' }).value).toBe('18');
    await tap('ratio', 'Bỏ phần nhập dở');
    expect(localStorage).toHaveLength(0);
  });

  it('says what is wrong beside the field and keeps what was right before', async () => {
    sheet = await openSheet();
    await type('ratio', { 'Hồ sơ đúng hạn': '18', 'Tổng số: hồ sơ đã giải quyết': '20' });
    await type('ratio', { 'Hồ sơ đúng hạn': '25' });
    await sheet.rest();
    expect(card('ratio').getByRole('alert').textContent).toBe('Số đạt không được lớn hơn tổng số.');
    expect(card('ratio').getByText(/Đang giữ: 18\/20/)).toBeTruthy();
    await type('ratio', { 'Hồ sơ đúng hạn': 'hai' });
    expect(card('ratio').getByRole('alert').textContent).toBe('Phải là số nguyên không âm.');
    expect(card('ratio').getByRole<HTMLInputElement>('textbox', { name: 'Hồ sơ đúng hạn' }).value).toBe('hai');
    expect(sheet.held('ratio')).toEqual({ numerator: '18', denominator: '20' });
  });

  it('takes an answer back', async () => {
    sheet = await openSheet();
    await tap('check', 'Chưa đạt', 'Bỏ chấm');
    await sheet.rest();
    expect(sheet.held('check')).toBeNull();
    expect(card('check').getByText('Chưa chấm')).toBeTruthy();
  });

  it('is shut once the visit is over', async () => {
    sheet = await openSheet({ isOver: true });
    expect(card('check').getByRole('button', { name: 'Đạt' })).toHaveProperty('disabled', false);
    expect(screen.getByText(/chỉ để xem/)).toBeTruthy();
    await tap('check', 'Đạt');
    await sheet.rest();
    expect(sheet.held('check')).toBeUndefined();
  });
});
