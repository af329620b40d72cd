import type { ParkedView } from '@kiemtra/shared/fieldwork';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { LogCheckService } from './log-check.service.js';
import { createField, Device, leave, rate, said, type Field } from './testing/field.js';

let server: TestServer;
let field: Field;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  field = await createField(server);
});
afterEach(async () => {
  const check = () => server.app.get(LogCheckService).findDifferences();
  const differences = await server.inProvince(field.cast.provinceId, check);
  if (differences.length > 0) throw new Error(`The log and what stands differ: ${differences.join(', ')}`);
});
afterAll(() => server.close());

const act = (name: string, body: object = {}) =>
  field.cast.as('lead').post(`/visits/${field.visits.wardOne}/${name}`, body);
const list = async (part: 'lead' | 'inspector' = 'lead') =>
  (await field.cast.as(part).get<ParkedView[]>(`/visits/${field.visits.wardOne}/parked`)).body;
const stored = async () => {
  const rows = await server.inProvince(field.cast.provinceId, () =>
    server.db.query<{ value: unknown }>(`select value from answer where criterion_key = '1.1.2' and field = 'input'`),
  );
  return rows.map(({ value }) => value);
};
const decide = async (decision: 'taken' | 'refused', reason?: string) => {
  const [first] = await list();
  return act(`parked/${first?.id}/decide`, { decision, ...(reason && { reason }) });
};

/** Something said before the visit was closed, which arrives after it. */
async function arriveLate(): Promise<void> {
  const device = new Device(field, 'inspector');
  expect((await act('finalise')).status).toBe(204);
  const [receipt] = await device.push(said(field, 'input.set', '1.1.2', { value: rate(18) }));
  expect(receipt).toMatchObject({ outcome: 'parked', code: 'VISIT_FINAL' });
}

describe('GET /visits/:visitId/parked', () => {
  it('tells what came too late, from whom, in words, to the whole team', async () => {
    await arriveLate();
    const expected = {
      criterion: { code: '1.1.2', text: expect.any(String) },
      subject: 'Câu trả lời',
      said: expect.stringContaining('18/20'),
      author: 'Thành viên một',
      code: 'VISIT_FINAL',
      decision: null,
    };
    expect(await list()).toEqual([expect.objectContaining(expected)]);
    expect(await list('inspector')).toEqual([expect.objectContaining(expected)]);
    expect((await field.cast.as('otherInspector').get(`/visits/${field.visits.wardOne}/parked`)).status).toBe(404);
  });
});

describe('POST /visits/:visitId/parked/:parkedId/decide', () => {
  it('takes nothing into a closed visit, and says to open it first', async () => {
    await arriveLate();
    const answer = await decide('taken');
    expect([answer.status, answer.problem.code]).toEqual([409, 'fieldwork.taken-visit-closed']);
    expect(await stored()).toEqual([]);
    expect(await list()).toEqual([expect.objectContaining({ decision: null })]);
  });

  it('takes it once the visit is open again, on top of what was said meanwhile, and keeps who decided', async () => {
    await arriveLate();
    expect((await act('reopen', { reason: 'Bổ sung phần chấm trên máy của thành viên' })).status).toBe(204);
    await new Device(field, 'lead').push(said(field, 'input.set', '1.1.2', { value: rate(20) }));
    expect((await decide('taken')).status).toBe(204);
    expect(await stored()).toEqual([rate(18)]);
    const [decided] = await list();
    expect(decided?.decision).toMatchObject({ decision: 'taken', by: 'Trưởng đoàn', reason: null });
    expect((await decide('taken')).problem.code).toBe('fieldwork.already-decided');
    expect((await act('finalise')).status).toBe(204);
  });

  it('refuses with a reason only, and the words stay readable', async () => {
    await arriveLate();
    const without = await decide('refused');
    expect(without.status).toBe(422);
    expect(without.problem.violations).toEqual([expect.objectContaining({ path: 'reason' })]);
    expect((await decide('refused', 'Đã ghi trong biên bản')).status).toBe(204);
    expect(await stored()).toEqual([]);
    expect(await list()).toEqual([
      expect.objectContaining({
        said: expect.stringContaining('18/20'),
        decision: expect.objectContaining({ decision: 'refused', reason: 'Đã ghi trong biên bản' }),
      }),
    ]);
  });

  it('takes what a member said who has left since', async () => {
    const device = new Device(field, 'inspector');
    await leave(field, 'inspector');
    await device.push(said(field, 'note.set', '1.1.2', { value: 'Ghi trước khi rời đoàn' }));
    expect((await decide('taken')).status).toBe(204);
    expect(await list()).toEqual([expect.objectContaining({ code: 'NOT_MEMBER_NOW', author: 'Thành viên một' })]);
  });

  it('does not take what the criteria do not allow, and leaves it waiting', async () => {
    await new Device(field, 'inspector').push(said(field, 'input.set', '1.1.2', { value: rate(99) }));
    const answer = await decide('taken');
    expect([answer.status, answer.problem.code]).toEqual([409, 'fieldwork.cannot-take']);
    expect(await list()).toEqual([expect.objectContaining({ code: 'OUT_OF_RANGE', decision: null })]);
  });

  it('is for the head of the team', async () => {
    await arriveLate();
    const [first] = await list();
    const body = { decision: 'refused', reason: 'x' };
    const path = `/visits/${field.visits.wardOne}/parked/${first?.id}/decide`;
    expect((await field.cast.as('inspector').post(path, body)).status).toBe(404);
    expect((await field.cast.as('planner').post(path, body)).status).toBe(403);
    const elsewhere = `/visits/${field.visits.wardTwo}/parked/${first?.id}/decide`;
    expect((await field.cast.as('lead').post(elsewhere, body)).status).toBe(404);
  });
});

describe('POST /visits/:visitId/finalise', () => {
  it('waits for the decision on everything that came', async () => {
    await new Device(field, 'inspector').push(said(field, 'input.set', '1.1.2', { value: rate(99) }));
    const answer = await act('finalise');
    expect([answer.status, answer.problem.code]).toEqual([409, 'visits.undecided']);
    await decide('refused', 'Nhập nhầm');
    expect((await act('finalise')).status).toBe(204);
  });

  it('waits for announced files, unless the head says why not', async () => {
    const value = {
      id: '01970000-0000-7000-8000-000000000001',
      name: 'Ảnh.jpg',
      mime: 'image/jpeg',
      size: 3,
      sha256: 'a'.repeat(64),
    };
    await new Device(field, 'inspector').push(said(field, 'evidence.add', '1.1.2', { value }));
    const answer = await act('finalise');
    expect([answer.status, answer.problem.code]).toEqual([409, 'visits.missing-files']);
    expect((await act('finalise', { waiver: 'Máy hỏng, không lấy lại được ảnh' })).status).toBe(204);
  });
});

describe('POST /visits/:visitId/reopen', () => {
  it('opens a closed visit with a reason, for its head alone', async () => {
    await act('finalise');
    expect((await act('reopen')).status).toBe(422);
    const path = `/visits/${field.visits.wardOne}/reopen`;
    expect((await field.cast.as('planner').post(path, { reason: 'x' })).status).toBe(403);
    expect((await act('reopen', { reason: 'Chốt nhầm' })).status).toBe(204);
    expect((await act('reopen', { reason: 'Chốt nhầm' })).status).toBe(409);
    const [receipt] = await new Device(field, 'inspector').push(said(field, 'input.set', '1.1.2', { value: rate(18) }));
    expect(receipt?.outcome).toBe('applied');
  });
});
