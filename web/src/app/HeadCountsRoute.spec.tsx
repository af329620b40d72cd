import { headCount, type HeadCount } from '@kiemtra/shared/headcount';
import { dateInVietnam, readWith } from '@kiemtra/shared/kernel';
import { TARGET, VISIT } from '@kiemtra/shared/testing';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { fakeServer, seenBy } from '../api/testing.js';
import type { Ledger } from '../offline/index.js';
import { aPack } from '../offline/testing/packs.js';
import { cut, World } from '../offline/testing/world.js';
import { renderScreen } from '../ui/testing.js';
import { deviceLedger, useDeviceLedger } from './device-ledger.js';
import { HeadCountsRoute } from './HeadCountsRoute.js';

jest.mock('./device-ledger.js', () => ({ deviceLedger: jest.fn(), useDeviceLedger: jest.fn() }));

let world: World;
beforeEach(() => {
  localStorage.clear();
  world = new World();
});
afterEach(() => world.end());

async function open() {
  const ledger = await world.tab();
  fakeServer({ 'GET /sync/pack': aPack() });
  jest.mocked(useDeviceLedger).mockReturnValue(ledger);
  jest.mocked(deviceLedger).mockResolvedValue(ledger);
  const page = (
    <Routes>
      <Route path="/cham-diem/:visitId/co-mat" element={<HeadCountsRoute />} />
    </Routes>
  );
  renderScreen(seenBy(['inspector'], page), `/cham-diem/${VISIT}/co-mat`);
  await screen.findByRole('heading', { level: 1, name: 'Kiểm đếm có mặt' });
  return ledger;
}

const rest = () => act(() => world.idle());
const tap = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const heldBy = (ledger: Ledger): (HeadCount | null)[] =>
  ledger.wholeFields(TARGET, 'headcount:').map((field) => ledger.cell(TARGET, '', field).value as HeadCount | null);

describe('a head count', () => {
  it('begins at this minute, is kept on the device without a network, and sent when there is one', async () => {
    world.always = cut;
    const ledger = await open();
    await tap('Đếm lúc này');
    type('Phải có mặt', '30');
    type('Có mặt', '27');
    await tap('Thêm một: Vắng có lý do');
    await rest();
    const [count] = heldBy(ledger);
    expect(readWith(headCount, count).value).toEqual(count);
    expect(count).toMatchObject({ date: dateInVietnam(new Date()), expected: 30, present: 27, absentWithReason: 1 });
    expect(screen.getByText('Có mặt và vắng là 28 người, ít hơn số phải có mặt 30: lệch 2 người.')).toBeTruthy();
    await screen.findByText('Đã lưu trên máy');
    world.always = null;
    await act(() => ledger.flushNow());
    await screen.findByText('Đã đồng bộ');
    expect([...world.server.cells.values()].map(({ value }) => value)).toEqual([count]);
  });

  it('takes a clock time as it is typed, and says when it is none', async () => {
    const ledger = await open();
    await tap('Đếm lúc này');
    const time = screen.getByRole('textbox', { name: 'Giờ đếm' });
    type('Giờ đếm', '7h45');
    fireEvent.blur(time);
    await rest();
    expect(heldBy(ledger)[0]?.time).toBe('07:45');
    type('Giờ đếm', '25:00');
    fireEvent.blur(time);
    expect(screen.getByText('Giờ có dạng 07:45')).toBeTruthy();
    expect(heldBy(ledger)[0]?.time).toBe('07:45');
  });

  it('may be one of several a visit; each begins with who should be there', async () => {
    const ledger = await open();
    await tap('Đếm lúc này');
    type('Phải có mặt', '30');
    await tap('Thêm lần đếm');
    await rest();
    expect(heldBy(ledger).map((count) => count?.expected)).toEqual([30, 30]);
    expect(within(screen.getByRole('list', { name: 'Các lần đếm' })).getAllByRole('group')).not.toHaveLength(0);
  });

  it('names people, changes and strikes them, and says who sees the names', async () => {
    const ledger = await open();
    await tap('Đếm lúc này');
    expect(screen.getByText(/^Chỉ đoàn kiểm tra xem được/)).toBeTruthy();
    await tap('Thêm vào danh sách');
    expect(screen.getByText('Chưa có họ và tên')).toBeTruthy();
    type('Họ và tên', 'Công chức A');
    await tap('Thêm vào danh sách');
    await rest();
    const person = { position: null, presence: 'absent_without_reason', reason: null, isBadgeWorn: false };
    expect(heldBy(ledger)[0]?.persons).toEqual([{ ...person, name: 'Công chức A' }]);
    expect(screen.getByText('Danh sách có 1 người “Vắng không lý do”, nhiều hơn số đếm 0.')).toBeTruthy();
    await tap('Sửa Công chức A');
    await tap('Vắng có lý do');
    type('Lý do, ghi chú', 'Nghỉ phép');
    await tap('Lưu');
    await rest();
    expect(heldBy(ledger)[0]?.persons).toMatchObject([{ presence: 'absent_with_reason', reason: 'Nghỉ phép' }]);
    await tap('Bỏ Công chức A');
    await rest();
    expect(heldBy(ledger)[0]?.persons).toEqual([]);
  });

  it('is taken back only when that is confirmed', async () => {
    const ledger = await open();
    await tap('Đếm lúc này');
    await rest();
    await tap('Xóa lần đếm');
    const dialog = await screen.findByRole('dialog');
    expect(heldBy(ledger)).not.toEqual([null]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Xóa lần đếm' }));
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Các lần đếm' })?.children).toHaveLength(0));
    expect(heldBy(ledger).filter(Boolean)).toEqual([]);
  });
});
