import type { DeviceView, MemberDevicesView } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import type { VisitView } from '@kiemtra/shared/visits';
import { act, screen, within } from '@testing-library/react';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { TeamDevices } from './TeamDevices.js';
import { aDevice, aMember } from './testing/devices.js';

const visit = {
  id: newId(),
  target: { id: newId() },
  state: 'in_progress',
  isMine: true,
  isLead: true,
} as VisitView;

/** 12 of 38 answered, one of them differently by two people. */
const standing = {
  totals: { whole: { answered: 12, tally: { total: 38 } } },
  rows: [{ answer: { disputes: [{}] } }, { answer: { disputes: [] } }, { answer: null }],
};

async function show(members: MemberDevicesView[], change: Partial<VisitView> = {}) {
  fakeServer({ 'GET /visits/[^/]+/devices': members, 'GET /plan-targets/[^/]+/assessment': standing });
  renderScreen(seenBy(['inspector'], <TeamDevices visit={{ ...visit, ...change }} />));
  const list = await screen.findByRole('list', { name: 'Máy của đoàn' });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');
}

describe('the devices of a team', () => {
  it('are told with last contact and what has not come, and who has none is named', async () => {
    const [first, second] = await show([
      aMember('Thành viên một', aDevice({ missing: 5, unsent: 5, unsentSince: '2026-03-03T01:30:00.000Z' })),
      aMember('Thành viên hai'),
    ]);
    expect(first).toContain('liên hệ lần cuối 09:00, 03/03/2026, có nội dung chưa gửi từ 08:30, 03/03/2026');
    expect(first).toContain('5 thao tác chưa gửi');
    expect(second).toContain('Chưa có máy nào.');
    expect(
      await screen.findByText(
        '1 máy; còn 5 thao tác chưa về hệ thống. Cả đoàn đã chấm 12/38 tiêu chí, 1 tiêu chí có ý kiến khác nhau.',
      ),
    ).toBeTruthy();
  });

  it.each<[string, Partial<DeviceView>, string[]]>([
    ['all is in', {}, ['Đã về đủ', 'Chưa báo xong.']],
    ['its person is done', { isReady: true }, ['Đã báo xong']],
    [
      'its person is done, and it holds back things of other visits',
      { isReady: true, missing: 2 },
      ['Đã báo xong cuộc'],
    ],
    ['it is silent', { missing: 3, isSilent: true }, ['Còn 3 thao tác chưa về', 'Máy im lặng hơn 4 giờ.']],
    [
      'its storage is lost',
      { missing: 3, isLost: true, isSilent: true },
      ['Mất dữ liệu trên máy', '3 thao tác chưa về, không tự về được'],
    ],
    ['its storage is lost and nobody knows how much', { isLost: true }, ['không rõ còn gì chưa về']],
    ['its room runs out', { storage: 'low' }, ['Sắp hết bộ nhớ.']],
    ['the browser promises nothing', { storage: 'best_effort' }, ['Trình duyệt chưa cam kết giữ dữ liệu.']],
    ['files wait', { pendingKib: 3000 }, ['Tệp chờ gửi: 3,1 MB.']],
    ['its clock is off', { clockOffsetMs: 7 * 60_000 }, ['Đồng hồ máy nhanh 7 phút.']],
    ['it did not take this visit along', { holdsPack: false, missing: 1 }, ['không mang cuộc kiểm tra này']],
  ])('say when %s', async (_, change, says) => {
    const [only] = await show([aMember('Thành viên một', aDevice(change))]);
    for (const words of says) expect(only).toContain(words);
  });

  it('are said not to be there as long as nobody has one', async () => {
    const list = [aMember('Thành viên một'), aMember('Thành viên hai')];
    fakeServer({ 'GET /visits/[^/]+/devices': list, 'GET /plan-targets/[^/]+/assessment': standing });
    renderScreen(seenBy(['inspector'], <TeamDevices visit={visit} />));
    expect(await screen.findByText(/^Chưa có máy nào mang cuộc kiểm tra này ra hiện trường\./)).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('are nobody else’s matter, nor one of a visit that is over and complete', async () => {
    const list = [aMember('Thành viên một', aDevice())];
    fakeServer({ 'GET /visits/[^/]+/devices': list });
    renderScreen(seenBy(['inspector'], <TeamDevices visit={{ ...visit, isLead: false }} />));
    renderScreen(seenBy(['inspector'], <TeamDevices visit={{ ...visit, state: 'finalised' }} />));
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('stay in sight after the visit is closed while something is to come', async () => {
    expect(await show([aMember('Thành viên một', aDevice({ missing: 2 }))], { state: 'finalised' })).toHaveLength(1);
  });
});
