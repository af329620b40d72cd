import type { PackView } from '@kiemtra/shared/assessments';
import {
  dossierSample,
  isDrawnFrom,
  readDelimited,
  readDossierList,
  type DossierSample,
} from '@kiemtra/shared/dossiers';
import { readWith } from '@kiemtra/shared/kernel';
import { TARGET, VISIT } from '@kiemtra/shared/testing';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { fakeServer, seenBy } from '../api/testing.js';
import type { Ledger } from '../offline/index.js';
import { aPack } from '../offline/testing/packs.js';
import { cut, place, World } from '../offline/testing/world.js';
import { renderScreen } from '../ui/testing.js';
import { deviceLedger, useDeviceLedger } from './device-ledger.js';
import { DossiersRoute } from './DossiersRoute.js';

jest.mock('./device-ledger.js', () => ({ deviceLedger: jest.fn(), useDeviceLedger: jest.fn() }));

let world: World;
beforeEach(() => {
  localStorage.clear();
  world = new World();
});
afterEach(() => world.end());

/** Ten dossiers of which none was in time: due on a Thursday, returned on the Monday after. */
const ROWS = Array.from({ length: 10 }, (_, n) => `H${n}\tCấp giấy chứng nhận\t02/03/2026\t05/03/2026\t09/03/2026`);
const LIST = ['Mã hồ sơ\tTên TTHC\tNgày tiếp nhận\tNgày hẹn trả\tNgày trả kết quả', ...ROWS].join('\n');

async function open(change: Partial<PackView> = {}, ledger?: Ledger) {
  const held = ledger ?? (await world.tab());
  fakeServer({ 'GET /sync/pack': aPack([], change) });
  jest.mocked(useDeviceLedger).mockReturnValue(held);
  jest.mocked(deviceLedger).mockResolvedValue(held);
  const page = (
    <Routes>
      <Route path="/cham-diem/:visitId/ho-so" element={<DossiersRoute />} />
    </Routes>
  );
  const shown = renderScreen(seenBy(['inspector'], page), `/cham-diem/${VISIT}/ho-so`);
  await screen.findByRole('heading', { level: 1, name: 'Mẫu hồ sơ' });
  return { ledger: held, ...shown };
}

const rest = () => act(() => world.idle());
const tap = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const paste = (text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: 'Dán danh sách hồ sơ' }), { target: { value: text } });
const held = (ledger: Ledger) => ledger.cell(TARGET, '', 'dossiers:land').value as DossierSample | null;

async function draw(seed = 'Hộ tịch 7') {
  paste(LIST);
  fireEvent.change(screen.getByRole('textbox', { name: 'Số chọn ngẫu nhiên' }), { target: { value: seed } });
  fireEvent.change(screen.getByRole('textbox', { name: /^Số hồ sơ rút/ }), { target: { value: '4' } });
  await tap('Rút 4 hồ sơ');
  await rest();
}

/** Opens the card of the first drawn dossier. */
function firstCard() {
  const [card] = within(screen.getByRole('list', { name: 'Hồ sơ được rút' })).getAllByRole('listitem');
  const details = card?.querySelector('details');
  if (!card || !details) throw new Error('nothing was drawn');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  return within(card);
}

describe('the sample of dossiers', () => {
  it('is drawn without a network, from a pasted list and a seed in sight, and kept as one whole', async () => {
    world.always = cut;
    const { ledger } = await open();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Số chọn ngẫu nhiên' }).value).toMatch(/^\d{9}$/);
    await draw();
    const sample = held(ledger);
    expect(readWith(dossierSample, sample).value).toEqual(sample);
    expect(sample?.draw).toMatchObject({ seed: 'Hộ tịch 7', size: 4, attempt: 1, listLength: 10 });
    expect(sample && isDrawnFrom(sample, readDossierList(readDelimited(LIST), new Set()).list)).toBe(true);
    expect(screen.getByRole('heading', { name: 'Đất đai: rút 4/10 hồ sơ, đã xem 0' })).toBeTruthy();
    expect(screen.getByText('Đã lưu trên máy')).toBeTruthy();
    world.always = null;
    await act(() => ledger.flushNow());
    await screen.findByText('Đã đồng bộ');
    expect(world.server.cells.get(`${TARGET}||dossiers:land`)?.value).toEqual(sample);
  });

  it('names rows that cannot be read with line and reason, and draws only once they are left out', async () => {
    await open();
    paste(`${LIST}\nX1\tCấp đổi\t31/02/2026\t05/03/2026\t`);
    expect(screen.getByText('Dòng 12, ngày tiếp nhận: “31/02/2026” không phải ngày dd/mm/yyyy')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Rút/ }).disabled).toBe(true);
    await tap('Để ngoài các dòng này');
    expect(screen.getByText('Đọc được 10 hồ sơ, để ngoài 1 dòng.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Rút/ }).disabled).toBe(false);
  });

  it('takes what was found, with lateness in working days of the province', async () => {
    const { ledger } = await open({ holidays: [{ date: '2026-03-06', isWorkingDay: false }] });
    await draw();
    const card = firstCard();
    expect(card.getByText('Chậm 1 ngày làm việc')).toBeTruthy();
    await userEvent.click(card.getByRole('checkbox', { name: /^Phiếu kiểm soát/ }));
    await userEvent.click(card.getByRole('button', { name: 'Chậm thực tế' }));
    await userEvent.click(
      within(card.getByRole('group', { name: 'Văn bản xin lỗi' })).getByRole('button', { name: 'Có' }),
    );
    fireEvent.change(card.getByRole('textbox', { name: 'Ngày văn bản xin lỗi' }), { target: { value: '6/3/2026' } });
    expect(card.getByText('Sau ngày hẹn trả')).toBeTruthy();
    await userEvent.type(card.getByRole('textbox', { name: 'Nhận xét' }), 'Thiếu chữ ký');
    await userEvent.tab();
    await rest();
    expect(held(ledger)?.dossiers[0]).toMatchObject({
      isChecked: true,
      faults: ['tracking'],
      lateness: 'actual',
      apology: { on: '2026-03-06' },
      remark: 'Thiếu chữ ký',
    });
    expect(held(ledger)?.dossiers[1]?.isChecked).toBe(false);
    expect(screen.getByRole('heading', { name: 'Đất đai: rút 4/10 hồ sơ, đã xem 1' })).toBeTruthy();
    expect(screen.getByText(/^0\/4 hồ sơ đúng hạn = 0,00%/)).toBeTruthy();
    expect(screen.getByText(/^0\/1 hồ sơ đạt yêu cầu = 0,00%; không tính 3 hồ sơ chưa kiểm tra/)).toBeTruthy();
  });

  it('takes a register that does not add up, and says by how much', async () => {
    const { ledger } = await open();
    await draw();
    const received = screen.getByRole('textbox', { name: 'Tiếp nhận trong kỳ' });
    fireEvent.change(received, { target: { value: '1.245' } });
    await rest();
    expect(held(ledger)?.register).toEqual({ received: 1245, onTime: 0, late: 10, running: 0 });
    expect(screen.getByText(/số tiếp nhận nhiều hơn tổng kết quả, lệch 1\.235 hồ sơ$/)).toBeTruthy();
    fireEvent.change(received, { target: { value: 'mười' } });
    expect(screen.getByText('Ghi số nguyên, ví dụ 12')).toBeTruthy();
    expect(held(ledger)?.register.received).toBe(1245);
  });

  it('is drawn again only when that is confirmed, and counts up', async () => {
    const { ledger } = await open();
    await draw();
    await tap('Rút mẫu khác');
    paste(LIST);
    await tap('Rút lại');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Mẫu mới ghi rõ là rút lần 2');
    expect(held(ledger)?.draw.attempt).toBe(1);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Rút lại' }));
    await waitFor(() => expect(held(ledger)?.draw.attempt).toBe(2));
    await screen.findByRole('heading', { name: /^Đất đai: rút 4\/10 hồ sơ \(rút lần 2\)/ });
  });

  it('is shown to be of its list by drawing again', async () => {
    await open();
    await draw();
    await tap('Kiểm lại lần rút');
    paste(LIST);
    expect(screen.getByText(/^Danh sách này cho ra đúng mẫu đang có/)).toBeTruthy();
    paste(LIST.replace('H3\t', 'K3\t'));
    expect(screen.getByText(/^Đây không phải danh sách đã rút/)).toBeTruthy();
  });

  it('puts a rate into the criterion that asks for it, with its derivation as the note if there is none', async () => {
    const { ledger } = await open();
    await draw();
    await tap(/^Ghi 0\/4 vào tiêu chí 3\.3\.1/);
    await rest();
    expect(ledger.cell(TARGET, '3.3.1', 'input').value).toEqual({ numerator: '0', denominator: '4' });
    expect(ledger.cell(TARGET, '3.3.1', 'note').value).toBe(
      'Lấy từ mẫu hồ sơ lĩnh vực Đất đai: 0/4 hồ sơ đúng hạn = 0,00%.',
    );
    expect(screen.getAllByText('Tiêu chí đang ghi theo mẫu hồ sơ.')).toHaveLength(1);
  });

  it('leaves a note that somebody wrote', async () => {
    const { ledger } = await open();
    ledger.setNote({ ...place, criterion: '3.3.1' }, 'Xem sổ quý I');
    await draw();
    await tap(/^Ghi 0\/4 vào tiêu chí 3\.3\.1/);
    await rest();
    expect(ledger.cell(TARGET, '3.3.1', 'note').value).toBe('Xem sổ quý I');
  });

  it('can only be read once the visit is over', async () => {
    const { ledger } = await open();
    await draw();
    const { visit } = aPack();
    document.body.replaceChildren();
    await open({ visit: { ...visit, state: 'finalised' } }, ledger);
    await screen.findByText(/mẫu hồ sơ chỉ để xem/);
    expect(screen.queryByRole('button', { name: 'Rút mẫu khác' })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Tiếp nhận trong kỳ' }).disabled).toBe(true);
  });
});
