import { newId } from '@kiemtra/shared/kernel';
import type { PlanView } from '@kiemtra/shared/plans';
import type { MeView, Role } from '@kiemtra/shared/users';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MeProvider } from '../../api/me.js';
import { createQueryClient } from '../../api/query-client.js';
import { renderScreen } from '../../ui/testing.js';
import { PlanActs } from './PlanActs.js';

const me = (role: Role): MeView => ({
  accountId: newId(),
  loginName: 'can-tho.ai-do',
  displayName: 'Ai đó',
  position: null,
  email: null,
  roles: [role],
  organization: null,
  province: { id: newId(), name: 'Thành phố Cần Thơ' },
});

const target = (organizationId: string | null) => ({
  id: newId(),
  organizationId,
  name: 'UBND phường Một',
  unitCount: organizationId ? null : 7,
  parentId: null,
  criteriaVersionId: null,
  visitCount: 0,
});

function aPlan(fields: Partial<PlanView> = {}): PlanView {
  return {
    id: newId(),
    kind: 'scheduled',
    title: 'Kiểm tra năm 2026',
    year: 2026,
    number: '12/KH-SNV',
    issuedOn: '2026-01-15',
    authority: { id: newId(), name: 'Sở Nội vụ' },
    startsOn: null,
    endsOn: null,
    state: 'draft',
    isSample: false,
    isWhole: true,
    unitCount: 9,
    visitCount: 0,
    finalisedVisitCount: 0,
    legalBases: [],
    areas: [],
    otherContents: [],
    dataFrom: null,
    dataTo: null,
    scheduleNote: null,
    criteria: { versionId: newId(), name: 'Danh mục kiểm tra', number: 2 },
    targets: [target(newId()), target(newId()), target(null)],
    teams: [],
    version: 5,
    ...fields,
  };
}

const sent: { address: string; body: unknown }[] = [];
beforeEach(() => {
  sent.length = 0;
  Object.assign(globalThis, {
    fetch: (address: string, { body }: { body: string }) => {
      sent.push({ address, body: JSON.parse(body) });
      return Promise.resolve({ ok: true, status: 200, text: () => '{"version":6}' });
    },
  });
});

function show(plan: PlanView, role: Role) {
  return renderScreen(
    <QueryClientProvider client={createQueryClient()}>
      <MeProvider me={me(role)}>
        <PlanActs plan={plan} />
      </MeProvider>
    </QueryClientProvider>,
  );
}
const acts = () =>
  [...screen.queryAllByRole('link'), ...screen.queryAllByRole('button')].map(({ textContent }) => textContent);

describe('PlanActs', () => {
  it.each<[PlanView['state'], Role, string[]]>([
    ['draft', 'planner', ['Sửa', 'Hủy', 'Ban hành']],
    ['draft', 'leader', ['Hủy', 'Ban hành']],
    ['draft', 'inspector', []],
    ['issued', 'planner', ['Sửa đoàn', 'Hủy', 'Bắt đầu']],
    ['in_progress', 'planner', ['Sửa đoàn', 'Kết thúc']],
    ['in_progress', 'unit_officer', []],
    ['concluded', 'planner', []],
  ])('of a plan that is %s for a %s are %j', (state, role, names) => {
    show(aPlan({ state }), role);
    expect(acts()).toEqual(names);
  });

  it('says what issuing does and to whom, then issues the version that was seen', async () => {
    const plan = aPlan();
    show(plan, 'leader');
    await userEvent.click(screen.getByRole('button', { name: 'Ban hành' }));
    const dialog = await screen.findByRole('dialog', { name: 'Ban hành kế hoạch số 12/KH-SNV' });
    expect(dialog.textContent).toContain('“Danh mục kiểm tra”, bản 2, được ghim cho 3 đối tượng');
    expect(dialog.textContent).toContain('2 đơn vị được kiểm tra thấy kế hoạch');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ban hành' }));
    await waitFor(() => expect(sent).toEqual([{ address: `/api/v1/plans/${plan.id}/issue`, body: { version: 5 } }]));
  });

  it('says that nobody is told of a surprise', async () => {
    show(aPlan({ kind: 'surprise' }), 'leader');
    await userEvent.click(screen.getByRole('button', { name: 'Ban hành' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('đơn vị chưa thấy gì cho đến khi đoàn bắt đầu kiểm tra');
  });
});
