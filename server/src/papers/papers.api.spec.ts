import type { PaperDocument } from '@kiemtra/shared/documents';
import { newId } from '@kiemtra/shared/kernel';
import type { PaperKindView } from '@kiemtra/shared/papers';
import JSZip from 'jszip';
import { FindingsService } from '../findings/findings.service.js';
import { PlansService } from '../plans/plans.service.js';
import { RequestsService } from '../remediation/requests.service.js';
import { createCast, type Cast } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { printed } from './testing/printed.js';

let server: TestServer;
let cast: Cast;
const [planId, one, two] = [newId(), newId(), newId()];

beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  const { wardOne, wardTwo, department } = cast.organizations;
  const findings = [
    { targetId: one, text: 'Niêm yết thiếu 03 thủ tục', legalBasis: 'Điều 17 Nghị định số 63/2010/NĐ-CP' },
    { targetId: two, text: 'Chưa tự kiểm tra', legalBasis: null },
  ].map((finding) => ({ ...finding, id: newId(), planId, kind: 'shortcoming' as const, area: 'TTHC' as const }));
  await server.inProvince(cast.provinceId, async () => {
    await server.app.get(PlansService).record({
      id: planId,
      kind: 'scheduled',
      state: 'in_progress',
      isSample: false,
      title: 'Kiểm tra công tác cải cách hành chính năm 2026',
      year: 2026,
      authorityId: department,
      number: '12/KH-SNV',
      issuedOn: '2026-01-15',
      legalBases: [],
      areas: ['TTHC'],
      otherContents: [],
      targets: [
        { id: one, organizationId: wardOne },
        { id: two, organizationId: wardTwo },
      ],
      teams: [],
    });
    for (const finding of findings) await server.app.get(FindingsService).record(finding);
    await server.app.get(RequestsService).record({
      id: newId(),
      planId,
      kind: 'remedy_by_date',
      text: 'Niêm yết đủ thủ tục hành chính',
      number: null,
      issuedOn: '2026-11-20',
      findingIds: [findings[0]?.id ?? ''],
      recipients: [{ id: newId(), organizationId: wardOne, workingDays: 10 }],
    });
  });
});
afterAll(() => server.close());

const papers = `/plans/${planId}/papers`;

describe('GET /plans/:planId/papers', () => {
  it('tells of each paper what it lacks, by name, and who may sign it', async () => {
    const { body } = await cast.as('planner').get<PaperKindView[]>(papers);
    const conclusions = body.find(({ kind }) => kind === 'conclusion')?.drafts;
    expect(conclusions?.map(({ subject, missing }) => [subject, missing])).toEqual([
      [{ id: one, name: 'UBND phường Một' }, []],
      [{ id: two, name: 'UBND phường Hai' }, ['kiến nghị đối với tồn tại, hạn chế']],
    ]);
    expect(conclusions?.[0]?.signers.map(({ position }) => position)).toEqual([
      'Giám đốc',
      'Phó Giám đốc',
      'Quyền Giám đốc',
    ]);
  });

  it('is closed to units, to a team that does not inspect, and to whoever works at an inspected body', async () => {
    expect((await cast.as('unitOfficer').get(papers)).status).toBe(403);
    expect((await cast.as('otherInspector').get(papers)).status).toBe(404);
    const move = (body: string) =>
      server.db.directory('update account set organization_id = $1 where id = $2', [body, cast.accounts.viewer]);
    await move(cast.organizations.wardTwo);
    const answers = [await cast.as('viewer').get(papers), await cast.as('viewer').get(`${papers}/conclusion`)];
    await move(cast.organizations.department);
    expect(answers.map(({ problem }) => [problem.status, problem.code])).toEqual([
      [403, 'papers.own-body'],
      [403, 'papers.own-body'],
    ]);
  });
});

describe('GET /plans/:planId/papers/:kind', () => {
  const conclusion = (subjectId: string, query = '') =>
    cast.as('planner').get<PaperDocument>(`${papers}/conclusion?subjectId=${subjectId}${query}`);

  it('shows a unit nothing of another', async () => {
    const { body } = await conclusion(one, '&position=Phó Giám đốc&name=Họ Và Tên');
    const text = printed(body);
    expect(text).toContain('- Niêm yết thiếu 03 thủ tục (quy định tại Điều 17 Nghị định số 63/2010/NĐ-CP).');
    expect(text).toContain('1. Niêm yết đủ thủ tục hành chính. Hoàn thành chậm nhất ngày 04 tháng 12 năm 2026.');
    expect(text).toContain('về Sở Nội vụ chậm nhất ngày 04 tháng 12 năm 2026 để theo dõi, tổng hợp.');
    expect(text).toContain('UBND TỈNH THỬ NGHIỆM\nSỞ NỘI VỤ\nSố: ……/TB-SNV\nThử nghiệm, ngày … tháng … năm');
    expect(text).toContain('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nHọ Và Tên');
    expect(text).not.toMatch(/phường Hai|tự kiểm tra/);
  });

  it('is refused with everything it lacks, on screen and as a file', async () => {
    for (const path of ['conclusion', 'conclusion.docx']) {
      const { problem } = await cast.as('planner').get(`${papers}/${path}?subjectId=${two}`);
      expect([problem.status, problem.title]).toEqual([
        422,
        'Chưa đủ thông tin để lập văn bản: kiến nghị đối với tồn tại, hạn chế.',
      ]);
    }
  });

  it('refuses who does not sign for the body, beside the field', async () => {
    const { problem } = await conclusion(one, '&position=Chủ tịch');
    expect(problem).toMatchObject({ status: 422, violations: [{ path: 'position', code: 'papers.not-theirs' }] });
  });

  it('knows no other kinds and nothing they would be of', async () => {
    for (const path of ['khac', 'toString', 'conclusion', `conclusion?subjectId=${newId()}`]) {
      expect((await cast.as('planner').get(`${papers}/${path}`)).status).toBe(404);
    }
  });

  it('comes as the same paper in a file that says of what it is', async () => {
    const { bytes, headers } = await cast.as('planner').get(`${papers}/conclusion.docx?subjectId=${one}`);
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="thong-bao-ket-luan-kiem-tra_phuong-mot_2026.docx"',
    );
    const xml = (await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string')) ?? '';
    expect(xml.replace(/<[^>]+>/g, '')).toContain('Niêm yết thiếu 03 thủ tục (quy định tại Điều 17');
  });
});
