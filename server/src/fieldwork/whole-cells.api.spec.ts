import type { PackView } from '@kiemtra/shared/assessments';
import type { ChangesReply, ParkedView } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import JSZip from 'jszip';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { LogCheckService } from './log-check.service.js';
import { createField, Device, headCount, leave, said, saidOfTarget, type Field } from './testing/field.js';

let server: TestServer;
let field: Field;
let one: Device;
let two: Device;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  field = await createField(server);
  one = new Device(field, 'inspector');
  two = new Device(field, 'lead');
});
afterEach(async () => {
  const check = () => server.app.get(LogCheckService).findDifferences();
  const differences = await server.inProvince(field.cast.provinceId, check);
  if (differences.length > 0) throw new Error(`The log and what stands differ: ${differences.join(', ')}`);
});
afterAll(() => server.close());

const count = (id: string, present: number, rest = {}) =>
  saidOfTarget(field, 'headcount.set', { value: { id, count: headCount(present) }, ...rest });
const packOf = async (device: Device) =>
  (await device.ask<PackView>(`/sync/pack?visit=${field.visits.wardOne}`)).body.state.cells;

describe('what is recorded whole', () => {
  it('is kept with its revision and told to the team: in the pack, and to who asks what changed', async () => {
    const id = newId();
    expect(await one.outcomes(count(id, 18), count(id, 19, { base: { seq: 1 } }))).toEqual(['applied 1', 'applied 2']);
    const told = { criterion: '', field: `headcount:${id}`, rev: 2, value: headCount(19) };
    expect(await packOf(two)).toEqual([expect.objectContaining(told)]);
    const { body } = await two.ask<ChangesReply>(`/sync/changes?target=${field.targets.wardOne}`);
    expect(body.items).toEqual([{ kind: 'cell', vseq: 1, cell: expect.objectContaining(told) }]);
    expect(body.authors).toEqual([{ accountId: field.cast.accounts.inspector, name: 'Thành viên một' }]);
  });

  it('needs no criterion, and a caption needs the one of its file', async () => {
    const caption = { id: newId(), caption: 'Bảng niêm yết thủ tục', place: 0 };
    expect(await one.outcomes(said(field, 'evidence.set', '1.1.2', { value: caption }))).toEqual(['applied 1']);
    expect(await one.outcomes(said(field, 'evidence.set', 'MC.none', { value: caption }))).toEqual([
      'parked OUT_OF_RANGE 0',
    ]);
    expect(await packOf(one)).toMatchObject([
      { criterion: '1.1.2', field: `caption:${caption.id}`, value: { caption: 'Bảng niêm yết thủ tục', place: 0 } },
    ]);
  });

  it('disagrees as a whole, and no visit is closed over it', async () => {
    const id = newId();
    await one.outcomes(count(id, 18));
    expect(await two.outcomes(count(id, 17))).toEqual(['conflict 0']);
    const { status, problem } = await field.cast.as('lead').post(`/visits/${field.visits.wardOne}/finalise`, {});
    expect([status, problem.code]).toEqual([409, 'visits.open-conflicts']);

    const chosen = {
      field: `headcount:${id}`,
      siblings: [{ lane: two.lane, seq: 1 }],
      chosen: headCount(17),
    };
    const settles = saidOfTarget(field, 'conflict.resolve', { value: chosen, base: { rev: 1 } });
    expect(await two.outcomes(settles)).toEqual(['applied 2']);
    expect(await packOf(one)).toMatchObject([{ rev: 2, value: headCount(17), siblings: [] }]);
    expect((await field.cast.as('lead').post(`/visits/${field.visits.wardOne}/finalise`, {})).status).toBe(204);
  });

  it('holds the signatures on the minutes of a visit; one that comes after closing waits for the head', async () => {
    const visit = field.visits.wardOne;
    const signature = {
      name: 'Người ghi',
      paper: 'a'.repeat(64),
      at: '2026-03-03T04:35:00Z',
      strokes: [[0, 0, 500, 500]],
      refusal: null,
    };
    const sign = (role: string) => saidOfTarget(field, 'minutes.sign', { value: { id: visit, role, signature } });
    expect(await one.outcomes(sign('secretary'))).toEqual(['applied 1']);
    const told = { field: `signature:secretary.${visit}`, value: signature };
    expect(await packOf(two)).toEqual([expect.objectContaining(told)]);
    expect(
      await one.outcomes(saidOfTarget(field, 'minutes.sign', { value: { id: newId(), role: 'unit', signature } })),
    ).toEqual(['invalid SCHEMA 0']);
    expect((await field.cast.as('lead').post(`/visits/${visit}/finalise`, {})).status).toBe(204);
    expect(await two.outcomes(sign('lead'))).toEqual(['parked VISIT_FINAL 0']);
    expect((await field.cast.as('lead').get<ParkedView[]>(`/visits/${visit}/parked`)).body).toMatchObject([
      { subject: 'Chữ ký trên biên bản', said: 'Người ghi, mã nội dung aaaa aaaa aaaa' },
    ]);
  });

  it('names its author in the pack, also one who has left', async () => {
    await one.outcomes(count(newId(), 18));
    await leave(field, 'inspector');
    const { body } = await two.ask<PackView>(`/sync/pack?visit=${field.visits.wardOne}`);
    expect(body.authors).toEqual([{ accountId: field.cast.accounts.inspector, name: 'Thành viên một' }]);
  });

  it('waits for the head when its author has left, and is taken as it was said', async () => {
    await leave(field, 'inspector');
    expect(await one.outcomes(count(newId(), 15))).toEqual(['parked NOT_MEMBER_NOW 0']);
    const path = `/visits/${field.visits.wardOne}/parked`;
    const [parked] = (await field.cast.as('lead').get<ParkedView[]>(path)).body;
    expect(parked).toMatchObject({
      criterion: null,
      subject: 'Kiểm đếm có mặt',
      said: expect.stringContaining('có mặt 15/20'),
    });
    expect((await field.cast.as('lead').post(`${path}/${parked?.id}/decide`, { decision: 'taken' })).status).toBe(204);
    expect(await packOf(two)).toMatchObject([{ value: headCount(15), rev: 1 }]);
  });
});

describe('the persons of a head count', () => {
  it('are told to the team, and to nobody else in whatever answer, paper or export', async () => {
    const NAME = 'Công chức được đếm';
    const person = { name: NAME, position: null, presence: 'absent_without_reason', reason: null, isBadgeWorn: false };
    const value = { id: newId(), count: { ...headCount(19), persons: [person] } };
    expect(await one.outcomes(saidOfTarget(field, 'headcount.set', { value }))).toEqual(['applied 1']);
    expect(JSON.stringify(await packOf(two))).toContain(NAME);

    const { planId, targets, visits, cast } = field;
    const pages = [
      '/plans',
      `/plans/${planId}`,
      `/plans/${planId}/progress`,
      `/plans/${planId}/findings.xlsx`,
      `/plans/${planId}/scores.xlsx`,
      `/plan-targets/${targets.wardOne}/assessment`,
      '/visits',
      `/visits/${visits.wardOne}`,
      `/visits/${visits.wardOne}/parked`,
      `/visits/${visits.wardOne}/devices`,
      `/visits/${visits.wardOne}/minutes`,
      `/findings?planId=${planId}`,
      `/requests?planId=${planId}`,
      '/request-recipients',
      `/audit?planId=${planId}`,
      `/sync/pack?visit=${visits.wardOne}`,
      `/sync/changes?target=${targets.wardOne}`,
    ];
    for (const part of ['unitOfficer', 'planner', 'leader', 'viewer', 'appraiser', 'otherInspector'] as const) {
      const answers = pages.map(async (page) => {
        const headers = { 'x-sync-account': cast.accounts[part] };
        const { status, bytes } = await cast.as(part).send('GET', page, undefined, headers);
        return { page, status, text: await textIn(bytes) };
      });
      const told = (await Promise.all(answers)).filter(({ text }) => text.includes(NAME));
      expect([part, told.map(({ page }) => page)]).toEqual([part, []]);
    }
    const { status } = await cast.as('planner').get(`/plans/${planId}/scores.xlsx`);
    expect(status).toBe(200);
  });
});

/** The words of an answer, those of a workbook among them. */
async function textIn(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('utf8');
  const archive = await JSZip.loadAsync(bytes);
  return (await Promise.all(Object.values(archive.files).map((file) => file.async('string')))).join('\n');
}
