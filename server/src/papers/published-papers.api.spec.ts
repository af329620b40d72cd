/** The papers that the published campaigns would have had: what their sources state, and nothing else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PaperDocument } from '@kiemtra/shared/documents';
import type { PaperKind, PaperKindView } from '@kiemtra/shared/papers';
import { importNationalUnits } from '../commands/national-units.js';
import { loadDemo } from '../demo/demo.js';
import { leaveDemo } from '../demo/testing/leave-demo.js';
import { Sessions } from '../platform/auth/sessions.js';
import type { TestClient } from '../testing/test-client.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { printed } from './testing/printed.js';

jest.setTimeout(120_000);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.at = new Date('2026-11-25T03:00:00Z');
  await importNationalUnits(server.app);
  await loadDemo(server.app, () => undefined);
});
afterAll(async () => {
  await leaveDemo(server.db);
  await server.close();
});

/** The published campaign of a province, and somebody of its department. */
async function campaignOf(slug: string) {
  const [account] = await server.db.directory<{ id: string }>('select id from account where login_name = $1', [
    `${slug}.demo-kehoach`,
  ]);
  const client: TestClient = server.anonymous();
  const session = { address: '127.0.0.1', device: 'test' };
  client.cookie = `phien=${(await server.app.get(Sessions).open(account?.id ?? '', session)).token}`;
  const { body } = await client.get<{ id: string; isSample: boolean }[]>('/plans');
  const plan = body.find(({ isSample }) => !isSample)?.id ?? '';
  const draftsOf = async (kind: PaperKind) => {
    const { body: kinds } = await client.get<PaperKindView[]>(`/plans/${plan}/papers`);
    return kinds.find((each) => each.kind === kind)?.drafts ?? [];
  };
  return {
    missing: async (kind: PaperKind) =>
      (await draftsOf(kind)).map(({ subject, missing }) => [subject?.name ?? '', missing]),
    paper: async (kind: PaperKind, subjectName: string, signer: Record<string, string>) => {
      const draft = (await draftsOf(kind)).find(({ subject }) => (subject?.name ?? '') === subjectName);
      const query = new URLSearchParams({ ...signer, ...(draft?.subject && { subjectId: draft.subject.id }) });
      const { body: paper } = await client.get<PaperDocument>(`/plans/${plan}/papers/${kind}?${query.toString()}`);
      return printed(paper);
    },
  };
}

/** The papers that a campaign would have had, each held against its golden file. */
const GOLDEN = [
  ['can-tho', 'conclusion', 'UBND Phường 5', 'Phó Chủ tịch', 'soc-trang-2022.ket-luan'],
  ['dong-thap', 'conclusion', 'UBND huyện Châu Thành', 'Chủ tịch', 'dong-thap-2020.ket-luan'],
  ['bac-ninh', 'conclusion', 'Sở Giao thông vận tải', 'Giám đốc', 'bac-ninh-2018.ket-luan'],
  ['dong-thap', 'unit-report', 'UBND huyện Châu Thành', 'Trưởng đoàn', 'dong-thap-2020.bao-cao-don-vi'],
  ['can-tho', 'plan', '', 'Phó Chủ tịch', 'soc-trang-2022.ke-hoach'],
  ['can-tho', 'report', '', 'Trưởng đoàn', 'soc-trang-2022.bao-cao'],
  ['bac-ninh', 'report', '', 'Phó Trưởng đoàn', 'bac-ninh-2018.bao-cao'],
] as const;

describe('a paper of a published campaign', () => {
  it.each(GOLDEN)('of %s, %s %s signed by %s, reads as %s', async (slug, kind, subject, position, file) => {
    const campaign = await campaignOf(slug);
    const paper = await campaign.paper(kind, subject, { position });
    expect(paper).toBe(readFileSync(path.join(import.meta.dirname, 'testing', 'golden', `${file}.txt`), 'utf8'));
  });

  it('is refused where its source does not state what it needs', async () => {
    const { missing } = await campaignOf('dong-thap');
    expect(await missing('plan')).toEqual([['', []]]);
    expect(await (await campaignOf('bac-ninh')).missing('plan')).toEqual([['', ['thời gian kiểm tra']]]);
    expect(await missing('team-decision')).toEqual([
      ['Đoàn kiểm tra cải cách hành chính tỉnh Đồng Tháp', ['căn cứ ban hành', 'thành viên Đoàn kiểm tra']],
    ]);
    expect(await missing('conclusion')).toEqual([
      ['UBND huyện Châu Thành', []],
      ['UBND xã An Khánh', ['kiến nghị đối với tồn tại, hạn chế']],
      ['UBND thị trấn Cái Tàu Hạ', ['kiến nghị đối với tồn tại, hạn chế']],
    ]);
  });
});
