import { newId } from '@kiemtra/shared/kernel';
import type { SealedMinutesView, VisitMinutesView } from '@kiemtra/shared/minutes';
import type { Role } from '@kiemtra/shared/users';
import type { VisitView } from '@kiemtra/shared/visits';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { fakeServer, Refusal, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { VisitPage } from './VisitPage.js';

const visit: VisitView = {
  id: newId(),
  plan: { id: newId(), kind: 'scheduled', title: 'Kiểm tra năm 2026', number: '12/KH-SNV', state: 'in_progress' },
  target: { id: newId(), organizationId: newId(), name: 'UBND phường Một' },
  team: { id: newId(), name: 'Đoàn số 1' },
  date: '2026-03-03',
  halfDay: 'morning',
  place: null,
  mode: 'direct',
  state: 'in_progress',
  isMine: true,
  isLead: false,
  teamMembers: [],
  hosts: [],
  attendees: [],
  checkedInAt: null,
  finalisedAt: null,
  manifest: null,
  version: 1,
};
const sealed: SealedMinutesView = {
  paper: '1a2b3c4d5e6f'.padEnd(64, '0'),
  standing: 'sealed',
  signatures: { secretary: 'valid', unit: 'valid', lead: 'valid' },
};

interface Told {
  /** What the server answers of the minutes. */
  minutes?: SealedMinutesView | null | Refusal | (() => unknown);
  roles?: Role[];
  change?: Partial<VisitView>;
}

async function open({ minutes = sealed, roles = ['inspector'], change = {} }: Told = {}) {
  const isAnswer = minutes instanceof Refusal || typeof minutes === 'function';
  fakeServer({
    'GET /visits/[^/]+': { ...visit, ...change },
    'GET /visits/[^/]+/parked': [],
    'GET /visits/[^/]+/minutes': isAnswer ? minutes : ({ minutes } satisfies VisitMinutesView),
  });
  const page = (
    <Routes>
      <Route path="/cuoc-kiem-tra/:visitId" element={<VisitPage />} />
    </Routes>
  );
  renderScreen(seenBy(roles, page), `/cuoc-kiem-tra/${visit.id}`);
  await screen.findByRole('heading', { level: 1, name: 'UBND phường Một' });
}

const CODE = '1a2b 3c4d 5e6f';
const fact = () => screen.queryByText('Biên bản', { selector: 'dt' });

describe('the minutes on the page of a visit', () => {
  it('tell the team how they stand, and lead to them', async () => {
    await open();
    expect(await screen.findByText('Đã ký đủ, nội dung nguyên vẹn')).toBeTruthy();
    expect(screen.getByRole('link', { name: `Mã nội dung: ${CODE}` }).getAttribute('href')).toBe(
      `/cham-diem/${visit.id}/bien-ban`,
    );
  });

  it('tell everybody else who reads the results, and lead nowhere', async () => {
    await open({
      roles: ['viewer'],
      change: { state: 'finalised', isMine: false },
      minutes: { ...sealed, standing: 'broken' },
    });
    expect(await screen.findByText('Nội dung đã thay đổi sau khi ký')).toBeTruthy();
    expect(screen.getByText(CODE)).toBeTruthy();
    expect(screen.queryByRole('link', { name: `Mã nội dung: ${CODE}` })).toBeNull();
  });

  it('are said not to be begun', async () => {
    await open({ minutes: null });
    expect(await screen.findByRole('link', { name: 'Chưa lập' })).toBeTruthy();
  });

  it.each<[string, Told]>([
    ['of a visit that has not begun', { change: { state: 'notified' } }],
    ['of a visit that was called off', { change: { state: 'cancelled' } }],
    ['to the inspected unit', { roles: ['unit_officer'], change: { isMine: false } }],
  ])('are no matter %s', async (_, told) => {
    await open(told);
    expect(fact()).toBeNull();
  });

  it('do not take the page away when they cannot be read, and are asked for again', async () => {
    const answers: unknown[] = [new Refusal(500, 'request.bug'), { minutes: sealed }];
    await open({ minutes: () => answers.shift() });
    await userEvent.click(await screen.findByRole('button', { name: 'Thử lại' }));
    expect(await screen.findByText(CODE)).toBeTruthy();
  });

  it('are nothing to who works at the unit itself', async () => {
    await open({ roles: ['viewer'], change: { isMine: false }, minutes: new Refusal(404, 'request.not-found') });
    await waitFor(() => expect(fact()?.nextElementSibling?.textContent).toBe('–'));
    expect(screen.queryByRole('button', { name: 'Thử lại' })).toBeNull();
  });
});
