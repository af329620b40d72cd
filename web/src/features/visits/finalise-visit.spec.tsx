import type { DeviceView, MemberDevicesView } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import type { SealedMinutesView, VisitMinutesView } from '@kiemtra/shared/minutes';
import type { VisitView } from '@kiemtra/shared/visits';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, Refusal, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { FinaliseVisit } from './FinaliseVisit.js';
import { aDevice, aMember } from './testing/devices.js';

const visit = {
  id: newId(),
  plan: { id: newId(), state: 'in_progress' },
  target: { id: newId(), name: 'UBND phường Một' },
  state: 'in_progress',
  isMine: true,
  isLead: true,
  manifest: 'a'.repeat(64),
} as VisitView;

const OWN = 'a';
const sealed: SealedMinutesView = {
  paper: 'b'.repeat(64),
  standing: 'sealed',
  signatures: { secretary: 'valid', unit: 'valid', lead: 'valid' },
};
const standing = { totals: { whole: { answered: 38, tally: { total: 38 } } }, missingFiles: 0 };
const own = (...devices: DeviceView[]): MemberDevicesView => ({ accountId: OWN, name: 'Trưởng đoàn', devices });

interface Told {
  standing?: object;
  minutes?: VisitMinutesView['minutes'];
  devices?: MemberDevicesView[];
  /** To each press in turn; done when there is no more of them. */
  refusals?: Refusal[];
}

/** The dialog of a visit, opened. */
async function open({ minutes = sealed, devices = [], refusals = [], ...rest }: Told = {}) {
  const { sent } = fakeServer({
    'GET /plan-targets/[^/]+/assessment': { ...standing, ...rest.standing },
    'GET /visits/[^/]+/minutes': { minutes } satisfies VisitMinutesView,
    'GET /visits/[^/]+/devices': devices,
    'POST /visits/[^/]+/finalise': () => refusals.shift() ?? '',
  });
  renderScreen(seenBy(['inspector'], <FinaliseVisit visit={visit} />));
  await userEvent.click(screen.getByRole('button', { name: 'Chốt' }));
  const dialog = within(await screen.findByRole('dialog'));
  return { dialog, sent, close: () => userEvent.click(dialog.getByRole('button', { name: 'Chốt' })) };
}

const unreported = (one: DeviceView, name: string) => {
  const { lane, missing, isLost, contactedAt } = one;
  return new Refusal(409, 'visits.unreported-devices', { devices: [{ lane, name, missing, isLost, contactedAt }] });
};
const REASON = 'Lý do chốt khi còn thiếu';

describe('closing a visit', () => {
  it('says how much was not answered, and how many files have not come', async () => {
    const { dialog } = await open({
      standing: { totals: { whole: { answered: 35, tally: { total: 38 } } }, missingFiles: 2 },
    });
    expect(await dialog.findByText('Còn 3 trong 38 tiêu chí chưa chấm.')).toBeTruthy();
    expect(dialog.getByText('Còn 2 tệp đã ghi nhận nhưng chưa gửi về hệ thống.')).toBeTruthy();
    expect(dialog.getByLabelText(REASON)).toBeTruthy();
  });

  const some = (change: Partial<SealedMinutesView>): SealedMinutesView => ({ ...sealed, ...change });
  it.each<[string, SealedMinutesView | null, string]>([
    ['are not begun', null, 'Chưa lập biên bản.'],
    ['bear no signature', some({ standing: 'open' }), 'Biên bản chưa có chữ ký.'],
    [
      'are not signed by all',
      some({ standing: 'partly', signatures: { secretary: 'valid', unit: 'missing', lead: 'missing' } }),
      'Biên bản còn thiếu chữ ký: Đại diện đơn vị được kiểm tra, Trưởng đoàn.',
    ],
    [
      'were changed after they were signed',
      some({ standing: 'broken', signatures: { secretary: 'broken', unit: 'valid', lead: 'missing' } }),
      'Nội dung đã thay đổi sau khi ký biên bản, chữ ký không còn khớp: Thư ký.',
    ],
  ])('warns that the minutes %s, and is possible all the same', async (_, minutes, says) => {
    const { dialog, sent, close } = await open({ minutes });
    expect(await dialog.findByText(says)).toBeTruthy();
    await close();
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it('warns of nothing where all is answered and signed', async () => {
    const { dialog } = await open();
    await waitFor(() => expect(dialog.getAllByRole('button')).toHaveLength(3));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(dialog.queryByRole('alert')).toBeNull();
    expect(dialog.queryByRole('checkbox')).toBeNull();
  });

  it('names the devices that are awaited before it is tried, and goes on without those that are ticked', async () => {
    const [silent, missing] = [aDevice(), aDevice({ missing: 3 })];
    const { dialog, sent, close } = await open({
      devices: [
        own(aDevice()),
        aMember('Thành viên một', silent, aDevice({ isReady: true }), aDevice({ holdsPack: false, missing: 2 })),
        aMember('Thành viên hai', missing),
      ],
    });
    await userEvent.click(await dialog.findByRole('checkbox', { name: /^máy của Thành viên một \(chưa báo xong\)/ }));
    await userEvent.click(dialog.getByRole('checkbox', { name: /^máy của Thành viên hai \(còn 3 thao tác/ }));
    expect(dialog.getAllByRole('checkbox')).toHaveLength(2);
    await userEvent.type(dialog.getByLabelText(REASON), 'Máy hỏng');
    await close();
    const devices = [
      { lane: silent.lane, missing: 0 },
      { lane: missing.lane, missing: 3 },
    ];
    const body = { waiver: 'Máy hỏng', devices, manifest: visit.manifest };
    await waitFor(() => expect(sent).toEqual([{ method: 'POST', path: `/visits/${visit.id}/finalise`, body }]));
  });

  it('waits for the own device of who closes only where something of it is missing', async () => {
    const { dialog } = await open({ devices: [own(aDevice(), aDevice({ missing: 1 }))] });
    expect(await dialog.findByRole('checkbox', { name: /^máy của Trưởng đoàn \(còn 1 thao tác/ })).toBeTruthy();
    expect(dialog.getAllByRole('checkbox')).toHaveLength(1);
  });

  it('names what a refusal told in place of what it knew', async () => {
    const before = aDevice();
    const after = aDevice({ missing: 4 });
    const { dialog, sent, close } = await open({
      devices: [aMember('Thành viên một', before)],
      refusals: [unreported(after, 'Thành viên đã rời')],
    });
    await dialog.findByRole('checkbox', { name: /^máy của Thành viên một/ });
    await close();
    await userEvent.click(await dialog.findByRole('checkbox', { name: /^máy của Thành viên đã rời \(còn 4/ }));
    expect(dialog.queryByRole('checkbox', { name: /Thành viên một/ })).toBeNull();
    await userEvent.type(dialog.getByLabelText(REASON), 'Máy hỏng');
    await close();
    await waitFor(() =>
      expect(sent[1]?.body).toMatchObject({ waiver: 'Máy hỏng', devices: [{ lane: after.lane, missing: 4 }] }),
    );
  });

  it('keeps the ticks where something else stood in the way', async () => {
    const silent = aDevice();
    const { dialog, sent, close } = await open({
      devices: [aMember('Thành viên một', silent)],
      refusals: [new Refusal(409, 'visits.missing-files', { count: 1 })],
    });
    await userEvent.click(await dialog.findByRole('checkbox', { name: /^máy của Thành viên một/ }));
    expect(dialog.queryByLabelText(REASON)).toBeNull();
    await close();
    await userEvent.type(await dialog.findByLabelText(REASON), 'Tệp lớn');
    await close();
    await waitFor(() =>
      expect(sent[1]?.body).toMatchObject({ waiver: 'Tệp lớn', devices: [{ lane: silent.lane, missing: 0 }] }),
    );
  });

  it('asks for no reason where a device has only not said that its person is done', async () => {
    const silent = aDevice();
    const { dialog, sent, close } = await open({ refusals: [unreported(silent, 'Thành viên một')] });
    await close();
    await userEvent.click(await dialog.findByRole('checkbox', { name: /^máy của Thành viên một \(chưa báo xong\)/ }));
    expect(dialog.queryByLabelText(REASON)).toBeNull();
    await close();
    await waitFor(() =>
      expect(sent[1]?.body).toMatchObject({ waiver: '', devices: [{ lane: silent.lane, missing: 0 }] }),
    );
  });
});
