/** A sheet over a real ledger, in front of a server that follows the real rules. */
import type { PackView } from '@kiemtra/shared/assessments';
import { readVersion, totals, type AreaCode, type VersionContent } from '@kiemtra/shared/criteria';
import { readCellKey, type CellField } from '@kiemtra/shared/fieldwork';
import { aVisit, EPOCH, TARGET, VERSION, VISIT } from '@kiemtra/shared/testing';
import { newId } from '@kiemtra/shared/kernel';
import type { MeView } from '@kiemtra/shared/users';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { MeProvider } from '../../../api/me.js';
import { createQueryClient } from '../../../api/query-client.js';
import { fakeServer } from '../../../api/testing.js';
import { LedgerProvider, type Ledger } from '../../../offline/index.js';
import { World } from '../../../offline/testing/world.js';
import { renderScreen } from '../../../ui/testing.js';
import type { FindingStart, FindingsFrame } from '../findings-door.js';
import { ScoringPage } from '../ScoringPage.js';

export const COLLEAGUE = '01970000-0000-7000-8000-00000000000c';

const counting = { counted: 'hồ sơ đúng hạn', outOf: 'hồ sơ đã giải quyết' };
const named = (...keys: string[]) => keys.map((key) => ({ key, text: `mục ${key}`, points: '1' }));

const RULES: Record<string, object> = {
  check: { kind: 'CHECK' },
  yesno: { kind: 'YESNO' },
  levels: {
    kind: 'LEVELS',
    levels: [
      { key: 'soon', text: 'Kịp thời', points: '2' },
      { key: 'late', text: 'Không kịp thời', points: '1' },
    ],
  },
  ratio: { kind: 'RATIO', ...counting },
  mixed: { kind: 'MIXED_TIME', ...counting, lateShare: '0.5' },
  average: {
    kind: 'AVERAGE',
    ratios: [
      { key: 'in', counted: 'hồ sơ số hóa', outOf: 'hồ sơ nhận' },
      { key: 'out', counted: 'kết quả số hóa', outOf: 'kết quả trả' },
    ],
  },
  items: { kind: 'ADDITIVE', items: named('a', 'b') },
  count: { kind: 'COUNT', unit: 'sáng kiến', each: '1' },
  deduct: {
    kind: 'DEDUCT',
    faults: [
      { key: 'late', text: 'báo cáo chậm', points: '0.5' },
      { key: 'none', text: 'không báo cáo', points: '1' },
    ],
  },
  date: { kind: 'DATE', event: 'Ngày ban hành', deadlines: [{ until: '2026-01-31', points: '2' }] },
  survey: { kind: 'SURVEY', scale: '100', source: 'tỷ lệ hài lòng' },
  manual: { kind: 'MANUAL' },
};

/** One criterion of each control, all worth 2 points; `veto` may be set to 0, the check and the yes or no may not apply. */
export const SET: VersionContent = read({
  format: 'bo-tieu-chi/1',
  name: 'Bộ thử',
  purpose: 'index',
  audience: ['commune'],
  criteria: [
    { key: '1', area: 'CDDH', text: 'Chỉ đạo', maxPoints: String(2 * Object.keys(RULES).length) },
    ...Object.entries(RULES).map(([key, rule]) => row(key, '1', { rule })),
    { key: '2', area: 'TTHC', text: 'Thủ tục', maxPoints: '2' },
    row('veto', '2', {
      rule: RULES['yesno'],
      modifiers: [
        { kind: 'VETO', key: 'over', text: 'Vượt biên chế' },
        { kind: 'NOT_APPLICABLE', policy: 'excluded' },
      ],
    }),
  ],
});

function row(key: string, parent: string, more: object): object {
  return { key, parent, text: `Tiêu chí ${key}`, maxPoints: '2', suggestions: [`Hay gặp ở ${key}`], ...more };
}

function read(json: object): VersionContent {
  const { value, violations } = readVersion(json);
  if (!value) throw new Error(JSON.stringify(violations));
  return value;
}

interface Opening {
  world?: World;
  isLead?: boolean;
  ownAreas?: AreaCode[];
  set?: VersionContent;
  /** After /cham-diem/<visit>. */
  search?: string;
  isOver?: boolean;
  /** No server answers the page. */
  isOffline?: boolean;
}

export interface OpenSheet {
  world: World;
  ledger: Ledger;
  raised: FindingStart[];
  address: () => string;
  /** Lets device and server come to rest. */
  rest: () => Promise<void>;
  /** What the server holds of a cell. */
  held: (criterion: string, field?: CellField) => unknown;
  unmount: () => void;
}

/** The device and its server, knowing the criteria of the set; everybody is a member, one may be the lead. */
export function aWorld(isLead = false, set = SET, account = newId()): World {
  const world = new World(account);
  const standing = (one: string) => (isLead && one === account ? 'lead' : 'member');
  const criterion = (key: string) => set.criteria.find((one) => one.key === key);
  world.server.visitOf = (one, visit) => (visit === VISIT ? aVisit({ standing: standing(one), criterion }) : undefined);
  return world;
}

export async function openSheet(opening: Opening = {}): Promise<OpenSheet> {
  const { isLead = false, ownAreas = [], set = SET, search = '', isOver = false, isOffline = false } = opening;
  const world = opening.world ?? aWorld(isLead, set);
  fakeServer({ 'GET /sync/pack': () => aPack(world, { isLead, ownAreas, set, isOver }) });
  if (isOffline) Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
  const ledger = await world.tab();
  const raised: FindingStart[] = [];
  const Findings: FindingsFrame = ({ children }) =>
    children({ found: new Map(), raise: (start) => raised.push(start), edit: () => undefined });
  const page = (
    <LedgerProvider value={ledger}>
      <Routes>
        <Route
          path="/cham-diem/:visitId"
          element={<ScoringPage Findings={Findings} visitPath={(id) => `/cuoc-kiem-tra/${id}`} />}
        />
      </Routes>
    </LedgerProvider>
  );
  const { address, unmount } = renderScreen(
    <QueryClientProvider client={createQueryClient()}>
      <MeProvider me={me(world.account)}>{page}</MeProvider>
    </QueryClientProvider>,
    `/cham-diem/${VISIT}${search}`,
  );
  const rest = () => act(() => world.idle());
  await screen.findByRole('heading', { level: 1 });
  await rest();
  // All cards are drawn.
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
  const held = (criterion: string, field: CellField = 'input') =>
    world.server.cells.get(`${TARGET}|${criterion}|${field}`)?.value;
  return { world, ledger, raised, address, rest, held, unmount };
}

const me = (accountId: string): MeView => ({
  accountId,
  loginName: 'can-tho.thu',
  displayName: 'Cán bộ thử',
  position: null,
  email: null,
  roles: ['inspector'],
  organization: null,
  province: { id: 'p', name: 'Thành phố Cần Thơ' },
});

/** Everything a person sees of one criterion. */
export function card(key: string) {
  return within(screen.getByRole('article', { name: new RegExp(`Tiêu chí ${key}$`) }));
}

type Particulars = Required<Pick<Opening, 'isLead' | 'ownAreas' | 'set' | 'isOver'>>;

function aPack(world: World, { isLead, ownAreas, set, isOver }: Particulars): PackView {
  const cells = [...world.server.cells].map(([key, cell]) => {
    const { criterion, field } = readCellKey(key);
    return { ...cell, criterion, field: field as CellField };
  });
  const member = { position: null, role: 'member' as const };
  const { areas, whole } = totals(set, new Map());
  return {
    visit: {
      id: VISIT,
      plan: { id: 'p', title: 'Kế hoạch', number: null },
      target: { id: TARGET, name: 'UBND phường Phú Lợi' },
      date: '2026-11-20',
      halfDay: 'morning',
      place: null,
      state: isOver ? 'finalised' : 'in_progress',
      isLead,
    },
    members: [
      { ...member, accountId: world.account, name: 'Cán bộ thử', areas: ownAreas },
      { ...member, accountId: COLLEAGUE, name: 'Đồng nghiệp', areas: [] },
    ],
    criteria: set,
    state: { visit: VISIT, target: TARGET, version: VERSION, cells, evidence: [] },
    results: {},
    totals: {
      areas: areas.map((one) => ({ ...one, answered: 0 })),
      whole: { ...whole, answered: 0 },
      conflicts: 0,
      changedAt: null,
    },
    authors: [],
    earlierFindings: [],
    cursor: cells.length === 0 ? null : cells.length,
    epoch: EPOCH,
  };
}
