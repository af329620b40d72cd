import type { DraftConclusionView, PutFindingView } from '@kiemtra/shared/explanations';
import { newId } from '@kiemtra/shared/kernel';
import type { Role } from '@kiemtra/shared/users';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { DraftConclusionPage } from './DraftConclusionPage.js';

/** As the unit's words name it. */
const FIRST = newId();

const aFinding = (id: string, fields: Partial<PutFindingView> = {}): PutFindingView => ({
  finding: {
    id,
    planId: 'p',
    target: { id: 't', name: 'UBND phường Phú Lợi' },
    visitId: null,
    kind: 'shortcoming',
    area: 'TTHC',
    criterion: null,
    text: `Tồn tại ${id}`,
    extent: null,
    legalBasis: null,
    cause: null,
    severity: null,
    evidenceCount: 0,
    isIssued: true,
    isWithdrawn: false,
    version: 1,
  },
  putText: `Tồn tại ${id}`,
  standing: 'waiting',
  explanations: [],
  settlement: null,
  version: 1,
  ...fields,
});
const said = {
  id: 'e',
  stance: 'disagree' as const,
  text: 'Đã niêm yết.',
  actorName: 'Cán bộ đơn vị',
  at: '2026-03-12T02:00:00Z',
  isLate: true,
  files: [],
};

const aDraft = (fields: Partial<DraftConclusionView> = {}): DraftConclusionView => ({
  id: 'd',
  plan: { id: 'p', title: 'Kiểm tra năm 2026' },
  target: { id: 't', name: 'UBND phường Phú Lợi' },
  state: 'put',
  workingDays: 5,
  putOn: '2026-03-10',
  due: { on: '2026-03-17', workingDaysLeft: 3, isPast: false },
  findingCount: 2,
  unansweredCount: 1,
  disputedCount: 1,
  isOwn: true,
  version: 2,
  findings: [
    aFinding(FIRST),
    aFinding('b', { standing: 'disputed', explanations: [said], version: 2 }),
    aFinding('c', {
      standing: 'change',
      putText: 'Tồn tại trước khi sửa',
      explanations: [said],
      settlement: { settling: 'change', reason: 'Số liệu sai.', actorName: 'Trưởng đoàn', at: '2026-03-13T02:00:00Z' },
    }),
  ],
  ...fields,
});

function show(role: Role, draft = aDraft(), decides = false, answers: Record<string, unknown> = {}) {
  const server = fakeServer(answers);
  const page = (
    <DraftConclusionPage draft={draft} crumbs={[]} decides={decides} edit={<p>Sửa ở đây</p>} onDiscarded={() => {}} />
  );
  return { ...server, ...renderScreen(seenBy([role], page)) };
}

const parts = () => screen.getAllByRole('listitem', { name: /^Nội dung/ });
const offered = () =>
  parts().map((part) =>
    within(part)
      .queryAllByRole('button')
      .map(({ textContent }) => textContent),
  );

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe('DraftConclusionPage', () => {
  it('lets the unit speak of what is not decided, and decide nothing', () => {
    show('unit_officer');
    expect(offered()).toEqual([['Gửi ý kiến'], ['Gửi thêm ý kiến'], []]);
    expect(screen.queryByRole('button', { name: 'Chốt' })).toBeNull();
  });

  it('lets the team decide what the unit has spoken of, once', () => {
    show('inspector', aDraft({ isOwn: false }), true);
    expect(offered()).toEqual([[], ['Quyết định'], []]);
    expect(screen.getByRole('button', { name: 'Chốt' })).toBeTruthy();
  });

  it('shows others everything and offers nothing', () => {
    show('viewer', aDraft({ isOwn: false }));
    expect(offered()).toEqual([[], [], []]);
  });

  it('shows what a finding said before beside what it says now, and why', () => {
    show('viewer');
    const text = parts()[2]?.textContent ?? '';
    for (const words of [
      'Tồn tại trước khi sửa',
      'Nội dung sau khi sửa: Tồn tại c',
      'Lý do: Số liệu sai.',
      'sau thời hạn',
    ])
      expect(text).toContain(words);
  });

  it('is changed only while it is prepared', () => {
    show('planner', aDraft({ state: 'preparing', isOwn: false, putOn: null }), true);
    expect(screen.getByText('Sửa ở đây')).toBeTruthy();
    expect(screen.getByText('5 ngày làm việc; đến 17/03/2026 nếu đưa lấy ý kiến hôm nay')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Đưa lấy ý kiến' })).toBeTruthy();
  });

  it('keeps the words of the unit over a reload, and sends them once under one id', async () => {
    let isDown = true;
    const answers = { 'POST /draft-conclusions/d/explanations': () => (isDown ? undefined : aDraft()) };
    const first = show('unit_officer', aDraft(), false, answers);
    const open = () => within(parts()[0] as HTMLElement);
    await userEvent.click(open().getByRole('radio', { name: /Không đồng ý/ }));
    await userEvent.type(open().getByRole('textbox', { name: /Giải trình/ }), 'Đã làm.');
    await userEvent.click(open().getByRole('button', { name: 'Gửi ý kiến' }));
    expect(await screen.findByText(/Nội dung đã nhập vẫn còn/)).toBeTruthy();
    first.unmount();

    isDown = false;
    const second = show('unit_officer', aDraft(), false, answers);
    expect(open().getByRole<HTMLTextAreaElement>('textbox', { name: /Giải trình/ }).value).toBe('Đã làm.');
    await userEvent.click(open().getByRole('button', { name: 'Gửi ý kiến' }));
    await waitFor(() => expect(localStorage).toHaveLength(0));
    expect(second.sent).toMatchObject([
      { body: { explanations: [{ findingId: FIRST, stance: 'disagree', text: 'Đã làm.', files: [] }] } },
    ]);
    expect(second.sent[0]?.body).toEqual(first.sent.at(-1)?.body);
  });
});
