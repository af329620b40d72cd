import type { PackView } from '@kiemtra/shared/assessments';
import { newId } from '@kiemtra/shared/kernel';
import { aVisit, VISIT } from '@kiemtra/shared/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, seenBy } from '../api/testing.js';
import type { Ledger } from '../offline/index.js';
import { aPack } from '../offline/testing/packs.js';
import { at, captivePortal, cut, place, rate, World } from '../offline/testing/world.js';
import { renderScreen } from '../ui/testing.js';
import { deviceLedger, useDeviceLedger } from './device-ledger.js';
import { QueueRoute } from './QueueRoute.js';

jest.mock('./device-ledger.js', () => ({ deviceLedger: jest.fn(), useDeviceLedger: jest.fn() }));

let world: World;
beforeEach(() => {
  world = new World();
  world.always = cut;
});
afterEach(() => world.end());

async function open(ledger: Ledger, known: PackView | undefined = aPack()) {
  fakeServer({ 'GET /sync/pack': known });
  jest.mocked(useDeviceLedger).mockReturnValue(ledger);
  jest.mocked(deviceLedger).mockResolvedValue(ledger);
  const screenAt = renderScreen(seenBy(['inspector'], <QueueRoute />), '/hang-doi');
  await screen.findByRole('heading', { level: 1, name: 'Hàng đợi' });
  return screenAt;
}

const part = (name: string) => screen.getByRole('list', { name });
const rest = () => act(() => world.idle());

describe('the queue', () => {
  it('names what waits: the criterion, what was said, the unit and the day, since when, where it is and why', async () => {
    const ledger = await world.tab();
    ledger.setInput(place, rate('18'));
    await ledger.flushNow();
    await open(ledger);
    const [item] = within(part('Chờ gửi')).getAllByRole('listitem');
    await waitFor(() => expect(item?.textContent).toContain('3.3.1 Tỷ lệ hồ sơ đúng hạn'));
    expect(item?.textContent).toContain('Câu trả lời: 18/20');
    expect(item?.textContent).toContain('UBND phường Phú Lợi, Thứ Sáu, 20/11/2026 · sáng');
    expect(item?.textContent).toContain('từ 08:15, 20/11/2026');
    expect(item?.textContent).toContain('Trên máy');
    expect(screen.getByRole('status').textContent).toContain('1 mục chờ gửi. Chưa có mạng');
    expect(screen.getByRole('link', { name: /^3\.3\.1/ }).getAttribute('href')).toBe(
      `/cham-diem/${VISIT}?tieu-chi=3.3.1`,
    );
  });

  it('names it without a network, out of the pack on this device', async () => {
    const ledger = await world.offlineTab(0);
    await ledger.keepPack(() => Promise.resolve(aPack()));
    ledger.setNote(place, 'Thiếu sổ theo dõi');
    await ledger.commit();
    await ledger.close();
    await open(await world.tab(), undefined);
    expect(await screen.findByText(/UBND phường Phú Lợi/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '3.3.1 Tỷ lệ hồ sơ đúng hạn' })).toBeTruthy();
  });

  it('shows all the same what it knows nothing about, and says that the network wants a log-in', async () => {
    world.always = captivePortal;
    const ledger = await world.tab();
    ledger.setNote(place, 'Thiếu sổ theo dõi');
    await ledger.flushNow();
    await open(ledger, undefined);
    expect(within(part('Chờ gửi')).getByRole('listitem').textContent).toContain('Tiêu chí 3.3.1');
    expect(screen.getByText(/Thiếu sổ theo dõi/)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('Mạng đang dùng cần đăng nhập');
  });

  it('sends at the touch of a button, empties before the eyes, and says when', async () => {
    const ledger = await world.offlineTab(2);
    world.always = cut;
    await open(ledger);
    expect(screen.getByText(/Lần gửi thành công gần nhất/).textContent).toContain('chưa có');
    world.always = null;
    await userEvent.click(screen.getByRole('button', { name: 'Gửi ngay' }));
    await rest();
    expect(await screen.findByText(/^Mọi nội dung ghi nhận trên máy này đã có ở hệ thống/)).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
    expect(screen.getByText(/Lần gửi thành công gần nhất/).textContent).toContain('08:15, 20/11/2026');
  });

  it('asks for the log-in that sending needs', async () => {
    const ledger = await world.offlineTab(1);
    world.session = newId();
    await ledger.flushNow();
    await open(ledger);
    expect(screen.getByRole('status').textContent).toContain('Cần đăng nhập lại để gửi tiếp');
    expect(screen.getByRole('button', { name: 'Đăng nhập lại' })).toBeTruthy();
  });

  it('tells how much of a file has come', async () => {
    world.always = (deliver, { method }) => (method === 'PATCH' ? new Promise(() => {}) : deliver());
    const ledger = await world.tab();
    await ledger.addEvidence(place, { name: 'Ảnh.jpg', mime: 'image/jpeg', bytes: new Uint8Array(1000) });
    void ledger.flushNow();
    await rest();
    await open(ledger);
    const item = within(part('Chờ gửi')).getByRole('listitem');
    expect(item.textContent).toContain('Đang gửi 0%');
    expect(within(item).getByRole('progressbar', { name: 'Đã gửi Ảnh.jpg' })).toBeTruthy();
  });

  it('leads to what needs somebody and to why', async () => {
    world.always = null;
    const ledger = await world.tab();
    ledger.setInput(place, rate('-1'));
    await ledger.flushNow();
    await open(ledger);
    const item = within(part('Cần xử lý')).getByRole('listitem');
    expect(item.textContent).toContain('Đã gửi, chờ trưởng đoàn xử lý');
    expect(item.textContent).toContain('Giá trị không nằm trong phạm vi');
    expect(item.textContent).toContain('numerator: -1');
  });

  it('tells what the head of the team did not take, with who, when and why, and hands it out', async () => {
    world.always = null;
    const ledger = await world.tab();
    ledger.setNote(place, 'Sổ theo dõi thiếu trang');
    world.server.visitOf = () => aVisit({ isOpen: false });
    await ledger.flushNow();
    const at = '2026-11-20T02:00:00.000Z';
    world.decisions = [{ seq: 1, decision: 'refused', reason: 'Đã ghi trong biên bản', by: 'Trần Văn Trưởng', at }];
    await ledger.flushNow();
    const user = userEvent.setup();
    await open(ledger);
    expect(screen.queryByRole('list', { name: 'Cần xử lý' })).toBeNull();
    const item = within(part('Không được tiếp nhận')).getByRole('listitem');
    expect(item.textContent).toContain('Cuộc kiểm tra đã chốt');
    expect(item.textContent).toContain(
      'Không tiếp nhận: Trần Văn Trưởng, 09:00, 20/11/2026. Lý do: Đã ghi trong biên bản',
    );
    expect(item.textContent).not.toContain('chờ');
    await user.click(within(item).getByRole('button', { name: 'Sao chép' }));
    expect(await within(item).findByText('Đã sao chép.')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('Sổ theo dõi thiếu trang');
  });

  it('hands out what is on this device alone', async () => {
    world.always = null;
    const ledger = await world.tab();
    ledger.setNote({ ...at('1.1'), visit: newId() }, 'Ghi nhầm cuộc kiểm tra');
    await ledger.flushNow();
    const user = userEvent.setup();
    await open(ledger);
    const item = within(part('Không gửi được')).getByRole('listitem');
    expect(item.textContent).toContain('Anh/chị không phải là thành viên của đoàn kiểm tra này');
    await user.click(within(item).getByRole('button', { name: 'Sao chép' }));
    expect(await within(item).findByText('Đã sao chép.')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('Ghi nhầm cuộc kiểm tra');
  });

  it('shows a hundred of a thousand and more when asked', async () => {
    const ledger = await world.offlineTab(130);
    world.always = cut;
    await open(ledger);
    expect(within(part('Chờ gửi')).getAllByRole('listitem')).toHaveLength(100);
    expect(screen.getByRole('heading', { level: 2, name: 'Chờ gửi (130)' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Xem thêm (30 mục)' }));
    await waitFor(() => expect(within(part('Chờ gửi')).getAllByRole('listitem')).toHaveLength(130));
    expect(screen.queryByRole('button', { name: /^Xem thêm/ })).toBeNull();
  });
});
