import { aVisit, TARGET, VERSION, VISIT } from '@kiemtra/shared/testing';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cut } from '../../offline/testing/world.js';
import { aWorld, card, COLLEAGUE, openSheet, SET, type OpenSheet } from './testing/sheet.js';

let sheet: OpenSheet;
beforeEach(() => localStorage.clear());
afterEach(() => sheet.world.end());

const names = () => screen.getAllByRole('article').map((one) => one.getAttribute('data-criterion'));
/** Sums, and what bears them, come with the frame after an answer. */
const tap = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

describe('the sheet', () => {
  it('takes an answer by one tap, without a network, and says where it is', async () => {
    sheet = await openSheet();
    sheet.world.always = cut;
    await userEvent.click(card('check').getByRole('button', { name: 'Chưa đạt' }));
    await sheet.rest();
    expect(card('check').getByText('Chưa đạt → 0 điểm')).toBeTruthy();
    expect(card('check').getByText('Đã lưu trên máy')).toBeTruthy();
    expect(sheet.ledger.status()).toMatchObject({ unsent: 1, state: 'unreachable' });
    expect(await screen.findByText('0/2 điểm')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Chỉ đạo, điều hành 1/12' })).toBeTruthy();
  });

  it('lands after a reload without a network on the same criterion with the same value', async () => {
    sheet = await openSheet();
    sheet.world.always = cut;
    await userEvent.click(card('levels').getByRole('button', { name: /^Không kịp thời/ }));
    await sheet.rest();
    await waitFor(() => expect(sheet.address()).toMatch(/\?tieu-chi=levels$/));
    const [, search = ''] = sheet.address().split('?');
    sheet.unmount();
    sheet.world.crash();

    const scrolledTo: string[] = [];
    const scroll = jest.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      scrolledTo.push(this.id);
    });
    const world = aWorld(false, SET, sheet.world.account);
    world.always = cut;
    sheet = await openSheet({ world, search: `?${search}`, isOffline: true });
    await act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(scrolledTo).toContain('tieu-chi-levels');
    expect(card('levels').getByRole('button', { name: /^Không kịp thời/, pressed: true })).toBeTruthy();
    scroll.mockRestore();
  });

  it('keeps a filter that is set right after an answer', async () => {
    sheet = await openSheet();
    const [chip, choice] = [screen.getByRole('button', { name: /^Chưa chấm/ }), card('check').getByText('Đạt')];
    act(() => choice.focus());
    fireEvent.click(choice);
    fireEvent.click(chip);
    await waitFor(() => expect(sheet.address()).toContain('tieu-chi=check'));
    expect(sheet.address()).toContain('chua-cham=1');
  });

  it('shows what is not answered, keeps it under the thumb once it is, and leads to the next', async () => {
    sheet = await openSheet();
    await userEvent.click(card('check').getByRole('button', { name: 'Đạt' }));
    await tap('Chưa chấm (12)');
    await waitFor(() => expect(sheet.address()).toContain('chua-cham=1'));
    expect(names()).not.toContain('check');
    await userEvent.click(card('yesno').getByRole('button', { name: 'Có' }));
    expect(names()).toContain('yesno');
    await tap(/^Câu tiếp chưa chấm \(11\)$/);
    await act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(document.activeElement?.getAttribute('data-criterion')).toBe('levels');
  });

  it('shows one area, or the areas given to this member', async () => {
    sheet = await openSheet({ ownAreas: ['TTHC'] });
    await tap('Của tôi');
    await waitFor(() => expect(names()).toEqual(['veto']));
    await tap('Tất cả');
    await waitFor(() => expect(names()).toHaveLength(13));
    await tap('Thủ tục hành chính 0/1');
    await waitFor(() => expect(names()).toEqual(['veto']));
    await waitFor(() => expect(sheet.address()).toContain('linh-vuc=TTHC'));
  });

  it('writes a note while one types', async () => {
    sheet = await openSheet();
    await userEvent.click(card('check').getByRole('button', { name: 'Ghi chú' }));
    await userEvent.type(card('check').getByRole('textbox', { name: /^Ghi chú/ }), 'Quầy 3 thiếu bảng phí');
    await userEvent.click(document.body);
    await sheet.rest();
    expect(sheet.held('check', 'note')).toBe('Quầy 3 thiếu bảng phí');
  });

  it('asks how photos are to be kept before the first one', async () => {
    sheet = await openSheet();
    await tap('Cài đặt ảnh');
    const dialog = within(await screen.findByRole('dialog', {}, { timeout: 20_000 }));
    expect(dialog.getByRole('switch', { name: /^Giữ ảnh gốc/, checked: false })).toBeTruthy();
  });

  it('keeps pictures on the device, says where they are, refuses what the server would refuse', async () => {
    sheet = await openSheet();
    sheet.world.always = cut;
    const picker = card('check').getByLabelText(/^Chọn ảnh, tệp/);
    const picture = (name: string, type: string) => new File([new Uint8Array(2000)], name, { type });
    const files = [picture('quầy 1.jpg', 'image/jpeg'), picture('quầy 2.jpg', 'image/jpeg'), picture('x.exe', '')];
    for (const file of files) {
      file.arrayBuffer = () => Promise.resolve(new ArrayBuffer(2000));
    }
    fireEvent.change(picker, { target: { files } });
    expect(card('check').getByText('Đang lưu 3 tệp trên máy…')).toBeTruthy();
    // The part that makes photos ready comes when it is needed.
    expect((await card('check').findByRole('alert', {}, { timeout: 20_000 })).textContent).toContain(
      'Chưa thêm được x.exe: Loại tệp này không nhận.',
    );
    await sheet.rest();
    expect(card('check').queryByText(/^Đang lưu/)).toBeNull();
    const list = await card('check').findByRole('list', { name: 'Ảnh, tệp' }, { timeout: 20_000 });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual([
      expect.stringMatching(/^quầy 1\.jpg · 2 kB · Đã lưu trên máyBỏ$/),
      expect.stringMatching(/^quầy 2\.jpg · 2 kB · Đã lưu trên máyBỏ$/),
    ]);
    await userEvent.click(within(list).getByRole('button', { name: 'Bỏ tệp quầy 1.jpg' }));
    await sheet.rest();
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  });

  it('says beside an answer that is not sent what a colleague has just recorded', async () => {
    const world = aWorld();
    sheet = await openSheet({ world });
    world.always = cut;
    await userEvent.click(card('check').getByRole('button', { name: 'Chưa đạt' }));
    await sheet.rest();
    colleagueSays(sheet, true);
    sheet.unmount();
    sheet = await openSheet({ world });
    expect(card('check').getByText('Đồng nghiệp vừa ghi: Đạt → 2 điểm')).toBeTruthy();
    expect(card('check').getByText('Chưa đạt → 0 điểm')).toBeTruthy();
  });

  it('goes from the device with the place in the team, and says so', async () => {
    sheet = await openSheet();
    sheet.world.visits = [];
    await act(() => sheet.ledger.flushNow());
    expect(await screen.findByText(/^Anh\/chị không còn trong đoàn/)).toBeTruthy();
    expect(screen.queryAllByRole('article')).toEqual([]);
  });

  it('hands the criterion with its result and note to the finding', async () => {
    sheet = await openSheet();
    await userEvent.click(card('check').getByRole('button', { name: 'Chưa đạt' }));
    await userEvent.click(card('check').getByRole('button', { name: 'Tồn tại' }));
    expect(sheet.raised).toMatchObject([{ criterion: { key: 'check' }, result: { outcome: 'short' }, note: null }]);
  });
});

it('says of an answer that the head did not take why, and no more that it waits', async () => {
  sheet = await openSheet();
  sheet.world.server.visitOf = () => aVisit({ isOpen: false });
  await userEvent.click(card('check').getByRole('button', { name: 'Đạt' }));
  await sheet.rest();
  expect(card('check').getByText(/^Đã gửi, chờ trưởng đoàn xử lý/)).toBeTruthy();
  const at = '2026-11-20T02:00:00.000Z';
  sheet.world.decisions = [{ seq: 1, decision: 'refused', reason: 'Đã ghi trong biên bản', by: 'Trưởng đoàn', at }];
  await act(() => sheet.ledger.flushNow());
  expect(card('check').getByText('Trưởng đoàn không tiếp nhận: Đã ghi trong biên bản')).toBeTruthy();
  expect(card('check').queryByText(/chờ trưởng đoàn/)).toBeNull();
});

/** A colleague says something first, on another device. */
function colleagueSays(open: OpenSheet | { world: OpenSheet['world'] }, met: boolean): void {
  const op = { seq: 1, kind: 'input.set', visit: VISIT, version: VERSION, criterion: 'check', value: { met } };
  const body = {
    lane: COLLEAGUE,
    first_seq: 1,
    app_version: '0.1.0',
    ops: [{ ...op, at: '2026-11-20T08:00:00+07:00', offset_ms: 0 }],
  };
  open.world.server.push(COLLEAGUE, body);
}

async function disagree(isLead: boolean): Promise<void> {
  sheet = await openSheet({ isLead });
  colleagueSays(sheet, true);
  await userEvent.click(card('check').getByRole('button', { name: 'Chưa đạt' }));
  await sheet.rest();
}

const conflict = () => within(card('check').getByRole('region', { name: /^Có ý kiến khác nhau/ }));

describe('a disagreement', () => {
  it('shows both words side by side, each with who said it and when', async () => {
    await disagree(false);
    const words = conflict()
      .getAllByRole('listitem')
      .map((one) => one.textContent);
    expect(words[0]).toMatch(/^Đồng nghiệp\d\d:\d\d, \d\d\/\d\d\/\d{4}Đang áp dụngĐạt → 2 điểm/);
    expect(words[1]).toMatch(/^Cán bộ thử \(tôi\)\d\d:\d\d, \d\d\/\d\d\/\d{4}Chưa đạt → 0 điểm/);
  });

  it('ends when its author agrees with the other', async () => {
    await disagree(false);
    await userEvent.click(conflict().getByRole('button', { name: 'Đồng ý với giá trị này' }));
    await sheet.rest();
    expect(sheet.held('check')).toEqual({ met: true });
    expect(card('check').queryByRole('region', { name: /^Có ý kiến khác nhau/ })).toBeNull();
  });

  it('ends when the lead chooses one value', async () => {
    await disagree(true);
    const [, mine] = conflict().getAllByRole('button', { name: 'Chọn giá trị này' });
    if (mine) await userEvent.click(mine);
    await sheet.rest();
    expect(sheet.held('check')).toEqual({ met: false });
    expect(sheet.world.server.cells.get(`${TARGET}|check|input`)?.siblings).toEqual([]);
  });

  it('ends when the lead enters a value nobody has said', async () => {
    await disagree(true);
    await userEvent.click(conflict().getByRole('button', { name: 'Nhập giá trị khác' }));
    await userEvent.click(conflict().getByRole('button', { name: 'Không áp dụng' }));
    await userEvent.click(conflict().getByRole('button', { name: 'Chọn giá trị vừa nhập' }));
    await sheet.rest();
    expect(sheet.held('check')).toEqual({ state: 'not_applicable', reason: null });
  });
});

describe('the keys', () => {
  let narrow: typeof globalThis.matchMedia;
  beforeEach(() => {
    narrow = globalThis.matchMedia;
    globalThis.matchMedia = (query) => ({ ...narrow(query), matches: query.includes('min-width: 64em') });
  });
  afterEach(() => {
    globalThis.matchMedia = narrow;
  });
  const inHand = () => screen.getByRole('article').getAttribute('data-criterion');
  const frame = () => act(() => new Promise((resolve) => requestAnimationFrame(resolve)));

  it('move, choose, write and lead on', async () => {
    sheet = await openSheet();
    expect(inHand()).toBe('check');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(inHand()).toBe('levels');
    await userEvent.keyboard('2');
    await sheet.rest();
    expect(sheet.held('levels')).toEqual({ level: 'late' });
    await userEvent.keyboard('{ArrowUp}');
    expect(inHand()).toBe('yesno');
    await userEvent.keyboard('g');
    await frame();
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    await userEvent.keyboard('12 g{Control>}{Enter}{/Control}');
    await sheet.rest();
    await sheet.ledger.commit();
    await sheet.rest();
    expect(sheet.held('yesno', 'note')).toBe('12 g');
    expect(inHand()).toBe('ratio');
    await userEvent.keyboard('t');
    expect(sheet.raised).toHaveLength(1);
  });

  it('are shown on a question mark', async () => {
    sheet = await openSheet();
    await userEvent.keyboard('?');
    expect((await screen.findByRole('dialog', { name: 'Phím tắt' })).textContent).toContain('Câu tiếp chưa chấm');
  });
});
