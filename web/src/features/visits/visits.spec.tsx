import { dateInVietnam, newId, addDays } from '@kiemtra/shared/kernel';
import type { MeView } from '@kiemtra/shared/users';
import type { VisitListItemView } from '@kiemtra/shared/visits';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { MeProvider } from '../../api/me.js';
import { createQueryClient } from '../../api/query-client.js';
import { renderScreen } from '../../ui/testing.js';
import { BeginVisit } from './BeginVisit.js';
import { NewVisitPage } from './NewVisitPage.js';
import { TodayVisits } from './TodayVisits.js';
import { byDay } from './visit-days.js';

const today = dateInVietnam(new Date());
const me: MeView = {
  accountId: newId(),
  loginName: 'can-tho.truong-doan',
  displayName: 'Trưởng đoàn',
  position: null,
  email: null,
  roles: ['inspector'],
  organization: null,
  province: { id: newId(), name: 'Thành phố Cần Thơ' },
};

function aVisit(name: string, fields: Partial<VisitListItemView> = {}): VisitListItemView {
  return {
    id: newId(),
    plan: { id: newId(), kind: 'scheduled', title: 'Kiểm tra năm 2026', number: '12/KH-SNV', state: 'in_progress' },
    target: { id: newId(), organizationId: newId(), name },
    team: { id: newId(), name: 'Đoàn số 1' },
    date: today,
    halfDay: 'morning',
    place: null,
    mode: 'direct',
    state: 'notified',
    isMine: true,
    isLead: false,
    ...fields,
  };
}

type Reply = { status: number; body: unknown };
const sent: string[] = [];
function answerWith(answers: (method: string, address: string) => Reply) {
  sent.length = 0;
  Object.assign(globalThis, {
    fetch: (address: string, init: RequestInit) => {
      const method = init.method ?? 'GET';
      if (method !== 'GET') sent.push(`${method} ${address}`);
      const { status, body } = answers(method, address);
      return Promise.resolve({
        ok: status < 300,
        status,
        headers: new Headers(),
        text: () => Promise.resolve(JSON.stringify(body)),
        json: () => Promise.resolve(body),
      });
    },
  });
}
const show = (element: ReactElement, start = '/') =>
  renderScreen(
    <QueryClientProvider client={createQueryClient()}>
      <MeProvider me={me}>{element}</MeProvider>
    </QueryClientProvider>,
    start,
  );

const Held = () => <p>Có trên máy này</p>;

describe('TodayVisits', () => {
  it('shows at once what the device holds when the server cannot be asked', async () => {
    answerWith(() => ({ status: 503, body: { code: 'request.unavailable', title: 'Bận.', violations: [] } }));
    show(<TodayVisits Held={Held} />);
    expect(await screen.findByText('Có trên máy này')).toBeTruthy();
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it('opens scoring where the team has begun, and leaves what is over out', async () => {
    const begun = aVisit('UBND phường Một', { state: 'in_progress', date: addDays(today, -1) });
    const over = aVisit('UBND phường Hai', { state: 'finalised' });
    const next = aVisit('UBND phường Ba', { date: addDays(today, 2) });
    answerWith(() => ({ status: 200, body: [begun, over, next] }));
    show(<TodayVisits Held={Held} />);
    const scoring = await screen.findByRole('link', { name: 'Chấm điểm' });
    expect(scoring.getAttribute('href')).toBe(`/cham-diem/${begun.id}`);
    expect(screen.queryByText('UBND phường Hai')).toBeNull();
    expect(screen.getByText('Sắp tới')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'UBND phường Ba' })).toBeTruthy();
  });

  it('begins a visit only when that is confirmed, then leads to scoring', async () => {
    const visit = aVisit('UBND phường Một', { plan: { ...aVisit('').plan, kind: 'surprise' } });
    answerWith((method) => (method === 'GET' ? { status: 200, body: [visit] } : { status: 204, body: '' }));
    const { address } = show(<TodayVisits Held={Held} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Bắt đầu kiểm tra' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('từ lúc này đơn vị thấy kế hoạch');
    expect(sent).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Bắt đầu kiểm tra' }));
    await waitFor(() => expect(address()).toBe(`/cham-diem/${visit.id}`));
    expect(sent).toEqual([`POST /api/v1/visits/${visit.id}/check-in`]);
  });
});

describe('BeginVisit', () => {
  it('says when today is not the day of the visit', async () => {
    show(<BeginVisit visit={aVisit('UBND phường Một', { date: '2020-03-02' })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Bắt đầu kiểm tra' }));
    const alert = within(await screen.findByRole('dialog')).getByRole('alert');
    expect(alert.textContent).toContain('Lịch kiểm tra là Thứ Hai, 02/03/2020');
  });
});

describe('NewVisitPage', () => {
  it('says who is busy beside the half-day and keeps what was typed', async () => {
    const [planId, targetId] = [newId(), newId()];
    const plan = {
      id: planId,
      title: 'Kiểm tra năm 2026',
      startsOn: '2026-03-03',
      targets: [{ id: targetId, organizationId: newId(), name: 'UBND phường Một' }],
      teams: [{ id: newId(), name: 'Đoàn số 1', members: [] }],
    };
    const message = 'Thành viên một đã có cuộc kiểm tra tại UBND phường Hai.';
    const clash = {
      code: 'visits.clash',
      title: message,
      violations: [{ path: 'halfDay', code: 'visits.clash', message }],
    };
    const before = aVisit('UBND phường Một', { date: '2026-03-02' });
    Object.assign(before, { plan: { ...before.plan, id: planId }, target: { ...before.target, id: targetId } });
    answerWith((method, address) => {
      if (method !== 'GET') return { status: 409, body: clash };
      const holiday = { date: '2020-03-02', name: 'Ngày hội', isWorkingDay: false };
      if (address.includes('/holidays')) return { status: 200, body: [holiday] };
      return { status: 200, body: address.includes('/visits') ? [before] : plan };
    });
    const { address } = show(
      <Routes>
        <Route path="/ke-hoach/:planId/cuoc-kiem-tra/moi" element={<NewVisitPage />} />
      </Routes>,
      `/ke-hoach/${planId}/cuoc-kiem-tra/moi`,
    );
    await userEvent.click(await screen.findByRole('combobox', { name: /Đơn vị được kiểm tra/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'UBND phường Một' }));
    expect(await screen.findByText(/đơn vị đã có cuộc kiểm tra Thứ Hai, 02\/03\/2026 · sáng/)).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/Nơi làm việc/), 'H1');
    await userEvent.click(screen.getByRole('button', { name: 'Xếp lịch' }));
    await waitFor(() => expect(screen.getAllByText(message)).toHaveLength(2));
    expect(screen.getByLabelText<HTMLInputElement>(/Nơi làm việc/).value).toBe('H1');
    expect(address()).toContain('/cuoc-kiem-tra/moi');

    const day = screen.getByLabelText(/^Ngày/);
    await userEvent.clear(day);
    await userEvent.type(day, '01/03/2020');
    expect(
      await screen.findByText(/Chủ nhật, 01\/03\/2020 đã qua, là ngày nghỉ cuối tuần, ngoài thời gian/),
    ).toBeTruthy();
    await userEvent.clear(day);
    await userEvent.type(day, '02/03/2020');
    expect(await screen.findByText(/02\/03\/2020 đã qua, là ngày nghỉ \(Ngày hội\)/)).toBeTruthy();
  });
});

describe('byDay', () => {
  it('puts days in order, half-days apart, and the unknown day last', () => {
    const days = byDay([
      aVisit('a', { date: null, halfDay: null }),
      aVisit('b', { date: '2026-03-04', halfDay: 'afternoon' }),
      aVisit('c', { date: '2026-03-03', halfDay: null }),
    ]);
    const names = (visits: VisitListItemView[]) => visits.map(({ target }) => target.name);
    expect(days.map(({ date, afternoon, day }) => [date, names(afternoon), names(day)])).toEqual([
      ['2026-03-03', [], ['c']],
      ['2026-03-04', ['b'], []],
      [null, [], ['a']],
    ]);
  });
});
