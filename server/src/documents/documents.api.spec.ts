import ExcelJS from '@protobi/exceljs';
import { labelled, runsOf, withEndMark, type PaperDocument } from '@kiemtra/shared/documents';
import { newId } from '@kiemtra/shared/kernel';
import JSZip from 'jszip';
import { RequestsService } from '../remediation/requests.service.js';
import { FindingsService } from '../findings/findings.service.js';
import { PlansService } from '../plans/plans.service.js';
import { CriteriaService } from '../criteria/criteria.service.js';
import { createCast, type Cast, type Part } from '../testing/cast.js';
import { readWords } from '../testing/pdf-reader.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let cast: Cast;
const [planId, targetId, findingId, recipientId] = [newId(), newId(), newId(), newId()];

beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  const { wardOne, people } = cast.organizations;
  await server.inProvince(cast.provinceId, async () => {
    const versionId = await server.app.get(CriteriaService).addSample('onSiteChecklist');
    await server.app.get(PlansService).record({
      id: planId,
      kind: 'scheduled',
      state: 'in_progress',
      isSample: false,
      title: 'Kiểm tra công tác cải cách hành chính năm 2026',
      year: 2026,
      authorityId: people,
      number: '12/KH-UBND',
      issuedOn: '2026-01-15',
      legalBases: [],
      areas: [],
      otherContents: [],
      criteriaVersionId: versionId,
      targets: [{ id: targetId, organizationId: wardOne }],
      teams: [],
    });
    await server.app.get(FindingsService).record({
      id: findingId,
      planId,
      targetId,
      kind: 'shortcoming',
      area: 'TTHC',
      text: '=HYPERLINK("http://x") niêm yết thiếu',
    });
    await server.app.get(RequestsService).record({
      id: newId(),
      planId,
      kind: 'remedy_by_date',
      text: 'Niêm yết đủ thủ tục hành chính',
      number: null,
      issuedOn: '2026-11-20',
      findingIds: [findingId],
      recipients: [{ id: recipientId, organizationId: wardOne, workingDays: 10 }],
    });
  });
});
afterAll(() => server.close());

async function sheetsOf(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

describe('GET /plans/:planId/findings.xlsx', () => {
  it('gives the findings of the plan as text that never calculates', async () => {
    const { status, bytes, headers } = await cast.as('planner').get(`/plans/${planId}/findings.xlsx`);
    expect([status, headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="ton-tai-han-che_12-kh-ubnd_2026.xlsx"',
    ]);
    const sheet = (await sheetsOf(bytes)).worksheets[0];
    const texts = JSON.stringify(sheet?.getSheetValues());
    expect(texts).toContain('UBND phường Một');
    expect(texts).toContain("'=HYPERLINK");
    expect(texts).not.toContain('"formula"');
  });

  it('is closed to units, and shows a foreign plan or target to nobody', async () => {
    expect((await cast.as('unitOfficer').get(`/plans/${planId}/findings.xlsx`)).status).toBe(403);
    expect((await cast.as('otherInspector').get(`/plans/${planId}/findings.xlsx`)).status).toBe(404);
    expect((await cast.as('planner').get(`/plans/${planId}/scores.xlsx?targetId=${newId()}`)).status).toBe(404);
  });
});

describe('GET /plans/:planId/scores.xlsx', () => {
  it('gives a checklist as counts and items, with blanks where nobody has looked', async () => {
    const { bytes } = await cast.as('viewer').get(`/plans/${planId}/scores.xlsx`);
    const workbook = await sheetsOf(bytes);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Chi tiết']);
    const row = workbook.worksheets[0]?.lastRow;
    expect([2, 3, 4, 5, 6, 7].map((column) => row?.getCell(column).text)).toEqual([
      'UBND phường Một',
      '',
      '',
      '',
      '',
      '38',
    ]);
  });
});

describe('the name of a downloaded file', () => {
  it('tells of which unit and which year it is', async () => {
    const nameOf = async (path: string) => (await cast.as('planner').get(path)).headers.get('content-disposition');
    const [target] = await server.inProvince(cast.provinceId, () =>
      server.db.query<{ id: string }>('select id from plan_target where plan_id = $1', [planId]),
    );
    expect(await nameOf(`/plans/${planId}/scores.xlsx?targetId=${target?.id ?? ''}`)).toBe(
      'attachment; filename="ket-qua-kiem-tra_phuong-mot_2026.xlsx"',
    );
    expect(await nameOf(`/request-recipients/${recipientId}/letter.docx`)).toBe(
      'attachment; filename="cong-van-khac-phuc_phuong-mot_2026.docx"',
    );
    expect(await nameOf(`/request-recipients/${recipientId}/letter.pdf`)).toBe(
      'attachment; filename="cong-van-khac-phuc_phuong-mot_2026.pdf"',
    );
  });
});

async function letterText(part: Part, recipient: string, query = ''): Promise<string> {
  const { status, bytes } = await cast.as(part).get(`/request-recipients/${recipient}/letter.docx${query}`);
  expect(status).toBe(200);
  const xml = (await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string')) ?? '';
  return xml.replace(/<[^>]+>/g, '');
}

describe('GET /request-recipients/:recipientId/letter.docx', () => {
  it('writes the letter to the unit, number and date blank for the clerk', async () => {
    const text = await letterText('planner', recipientId, '?position=Phó Giám đốc&name=Họ Và Tên');
    expect(text).toContain('……/SNV-CCHC');
    expect(text).toContain('ngày … tháng … năm');
    expect(text).toContain('Ủy ban nhân dân phường Một');
    expect(text).toContain('Niêm yết đủ thủ tục hành chính. Hoàn thành chậm nhất ngày 04 tháng 12 năm 2026');
    expect(text).toMatch(/KT. GIÁM ĐỐC.*PHÓ GIÁM ĐỐC.*Họ Và Tên/);
  });

  it('writes it of a draft, the terms in working days from its own date, who signs left to the hand', async () => {
    const draft = newId();
    const recipients = [{ id: draft, organizationId: cast.organizations.wardTwo, workingDays: 5 }];
    const request = { id: newId(), planId, kind: 'remedy_by_date', text: 'Công khai phí', findingIds: [], recipients };
    expect((await cast.as('planner').post('/requests', request)).status).toBe(201);
    const text = await letterText('planner', draft);
    const term = 'trong thời hạn 05 ngày làm việc kể từ ngày ban hành Công văn này';
    expect(text).toContain(`Công khai phí. Hoàn thành ${term}.`);
    expect(text).toContain(`về Sở Nội vụ ${term}`);
    expect(text).not.toContain('GIÁM ĐỐC');
  });

  it('goes out under the department that writes for the authority, whoever makes it', async () => {
    await server.db.directory('update account set organization_id = null where id = $1', [cast.accounts.leader]);
    expect(await letterText('leader', recipientId)).toMatch(/^UBND TỈNH THỬ NGHIỆMSỞ NỘI VỤ/);
  });

  it('is a letter of today where no body of its time is known', async () => {
    const old = newId();
    await server.inProvince(cast.provinceId, () =>
      server.app.get(RequestsService).record({
        id: newId(),
        planId,
        kind: 'remedy_by_date',
        text: 'Khắc phục',
        number: null,
        issuedOn: '2022-11-10',
        findingIds: [],
        recipients: [{ id: old, organizationId: cast.organizations.wardOne }],
      }),
    );
    expect(await letterText('planner', old)).toMatch(/SỞ NỘI VỤ.*tháng … năm (?!2022)/);
  });

  it('says so when there is no department to write', async () => {
    const organizationOf = (kind: string) =>
      server.inProvince(cast.provinceId, () =>
        server.db.query('update organization set kind = $1 where id = $2', [kind, cast.organizations.department]),
      );
    await organizationOf('division');
    const { problem } = await cast.as('planner').get(`/request-recipients/${recipientId}/letter.docx`);
    await organizationOf('department');
    expect(problem).toMatchObject({ status: 409, code: 'documents.no-department' });
  });

  it('is shown on screen as the paper that the file is made of', async () => {
    const { body } = await cast
      .as('planner')
      .get<PaperDocument>(`/request-recipients/${recipientId}/letter?position=Giám đốc`);
    expect(body).toMatchObject({ addressees: ['Ủy ban nhân dân phường Một'], signer: { position: 'Giám đốc' } });
    const text = await letterText('planner', recipientId, '?position=Giám đốc');
    for (const line of labelled(withEndMark(body.blocks))) {
      if (line.block.kind === 'table') throw new Error('the letter has no tables');
      for (const run of runsOf(line.block.text)) expect(text).toContain(run.text.replaceAll('"', '&quot;'));
    }
    expect((await cast.as('unitOfficer').get(`/request-recipients/${recipientId}/letter`)).status).toBe(403);
  });

  it('refuses an unknown signer beside its field', async () => {
    const answer = await cast.as('planner').get(`/request-recipients/${recipientId}/letter.docx?position=Vua`);
    expect(answer.problem).toMatchObject({ status: 422, violations: [{ path: 'position' }] });
  });
});

describe('GET /request-recipients/:recipientId/letter.pdf', () => {
  const path = `/request-recipients/${recipientId}/letter.pdf`;

  it('writes the letter that the DOCX is, to be printed as it stands', async () => {
    const query = '?position=Phó Giám đốc&name=Họ Và Tên';
    const { status, headers, bytes } = await cast.as('planner').get(path + query);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pdf = await readWords(bytes);
    const docx = await letterText('planner', recipientId, query);
    const letters = (text: string) => text.replaceAll('&quot;', '"').replace(/\s+/g, '');
    expect(letters(pdf.join(''))).toBe(letters(docx));
  });

  it('is closed to units and unknown to other teams, and refuses an unknown signer beside its field', async () => {
    expect((await cast.as('unitOfficer').get(path)).status).toBe(403);
    expect((await cast.as('planner').get(path.replace(recipientId, newId()))).status).toBe(404);
    const { problem } = await cast.as('planner').get(`${path}?position=Vua`);
    expect(problem).toMatchObject({ status: 422, violations: [{ path: 'position' }] });
  });
});
