import type { PackView } from '@kiemtra/shared/assessments';
import { dateInVietnam, newId } from '@kiemtra/shared/kernel';
import { FindingsService } from '../findings/findings.service.js';
import { PlansService } from '../plans/plans.service.js';
import { PDF } from '../testing/campaign.js';
import { accepted, syncHeaders } from '../testing/deeds.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { createField, Device, leave, rate, said, type Field } from './testing/field.js';

let server: TestServer;
let field: Field;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  field = await createField(server);
});
afterAll(() => server.close());

const read = (part: 'inspector' | 'lead' | 'planner' | 'otherInspector', visit = field.visits.wardOne) =>
  field.cast
    .as(part)
    .send<PackView>('GET', `/sync/pack?visit=${visit}`, undefined, syncHeaders(field.cast.accounts[part], ''));

describe('GET /sync/pack', () => {
  it('shows the head, the members and the criteria of a visit at which nothing is recorded yet', async () => {
    const { status, body } = await read('lead');
    expect(status).toBe(200);
    expect(body.visit).toEqual({
      id: field.visits.wardOne,
      plan: { id: field.planId, title: 'Kiểm tra công tác cải cách hành chính năm 2026', number: '12/KH-SNV' },
      letterhead: { authority: 'Sở Nội vụ', team: 'Đoàn số 1' },
      target: { id: field.targets.wardOne, name: 'UBND phường Một' },
      date: '2026-03-03',
      halfDay: 'morning',
      place: null,
      state: 'in_progress',
      isLead: true,
    });
    expect(body.members.map(({ accountId, role }) => [accountId, role])).toEqual([
      [field.cast.accounts.lead, 'lead'],
      [field.cast.accounts.inspector, 'member'],
    ]);
    expect(body.criteria).toMatchObject({ name: 'Bộ tiêu chí mẫu cấp xã 2026', isSample: true, capped: true });
    expect(body.criteria.criteria.find(({ key }) => key === '1.1.2')).toMatchObject({ maxPoints: '2', area: 'CDDH' });
    expect(body.state).toEqual({
      visit: field.visits.wardOne,
      target: field.targets.wardOne,
      version: field.version,
      cells: [],
      evidence: [],
    });
    expect(body.totals).toMatchObject({ conflicts: 0, changedAt: null, whole: { answered: 0, score: null } });
    expect(body.totals.whole.tally.total).toBeGreaterThan(50);
  });

  it('shows cells with their authors, points, siblings and files, at whichever visit to the target', async () => {
    const [one, two] = [new Device(field, 'inspector'), new Device(field, 'lead')];
    const value = {
      id: newId(),
      name: 'Biên bản.pdf',
      mime: 'application/pdf',
      size: PDF.length,
      sha256: 'ab'.repeat(32),
    };
    await one.push(
      said(field, 'input.set', '1.1.2', { value: rate(18) }),
      said(field, 'note.set', '1.1', { value: 'Kế hoạch ban hành muộn' }),
      said(field, 'evidence.add', '1.1.2', { value }),
    );
    await two.push(said(field, 'input.set', '1.1.2', { value: rate(20) }));
    await leave(field, 'inspector');
    const { body } = await read('lead');
    const by = (device: Device, seq: number) => ({
      lane: device.lane,
      seq,
      account: field.cast.accounts[device.part],
      received_at: expect.any(String),
    });
    expect(body.state.cells).toEqual([
      { criterion: '1.1', field: 'note', rev: 1, value: 'Kế hoạch ban hành muộn', by: by(one, 2), siblings: [] },
      {
        criterion: '1.1.2',
        field: 'input',
        rev: 1,
        value: rate(18),
        by: by(one, 1),
        siblings: [{ value: rate(20), by: by(two, 1) }],
      },
    ]);
    expect(body.state.evidence).toEqual([{ criterion: '1.1.2', file: value, by: by(one, 3), isReceived: false }]);
    expect(body.results).toEqual({
      '1.1.2': expect.objectContaining({ outcome: 'short', points: '1.80', max: '2.00' }),
    });
    expect(body.totals).toMatchObject({
      conflicts: 1,
      changedAt: expect.any(String),
      areas: expect.arrayContaining([expect.objectContaining({ area: 'CDDH', answered: 1, percent: '90.00' })]),
    });
    expect(body.authors.map(({ name }) => name).sort()).toEqual(['Thành viên một', 'Trưởng đoàn']);
  });

  it('knows a file as received when its very bytes are here', async () => {
    const device = new Device(field, 'inspector');
    const [id, other] = [newId(), newId()];
    const put = async (fileId: string) => {
      const { body } = await device.client.send<{ sha256: string }>('PUT', `/files/${fileId}`, PDF, {
        'content-type': 'application/octet-stream',
        'x-file-name': 'bien-ban.pdf',
      });
      return body.sha256;
    };
    const sha256 = await put(id);
    await put(other);
    const add = (fileId: string, hash: string) => {
      const value = { id: fileId, name: 'Biên bản.pdf', mime: 'application/pdf', size: PDF.length, sha256: hash };
      return said(field, 'evidence.add', '1.1.2', { value });
    };
    await device.push(add(id, sha256), add(other, 'ab'.repeat(32)));
    const { evidence } = (await read('lead')).body.state;
    expect(new Map(evidence.map(({ file, isReceived }) => [file.id, isReceived]))).toEqual(
      new Map([
        [id, true],
        [other, false],
      ]),
    );
  });

  it('is not found by others than the team, in another province or where there is nothing', async () => {
    const other = await createField(server);
    expect((await read('otherInspector')).status).toBe(404);
    expect((await read('inspector', other.visits.wardOne)).status).toBe(404);
    expect((await read('inspector', newId())).status).toBe(404);
    expect((await read('planner')).status).toBe(403);
  });

  it('holds what the unit was asked to remedy after earlier inspections, until it is accepted', async () => {
    const { cast } = field;
    const planner = cast.as('planner');
    const before = await anEarlierPlan(field);
    const [asked, notIssued] = [await aFinding(before, 'Chưa số hóa hồ sơ'), await aFinding(before, 'Chưa hỏi ai')];
    const request = { id: newId(), planId: before.planId, ...requestFor(field, asked) };
    await accepted(planner.post('/requests', request));
    expect((await read('lead')).body.earlierFindings).toEqual([]);
    const issue = { version: 1, number: '34/SNV-CCHC', issuedOn: '2026-01-10' };
    await accepted(planner.post(`/requests/${request.id}/issue`, issue));
    const { earlierFindings } = (await read('lead')).body;
    expect(earlierFindings.map(({ id, text }) => [id, text])).toEqual([[asked, 'Chưa số hóa hồ sơ']]);
    expect(earlierFindings.map(({ id }) => id)).not.toContain(notIssued);
    expect((await read('lead', field.visits.wardTwo)).body.earlierFindings).toEqual([]);
    await server.inProvince(cast.provinceId, () =>
      server.db.query("update request_recipient set state = 'accepted' where request_id = $1", [request.id]),
    );
    expect((await read('lead')).body.earlierFindings).toEqual([]);
  });

  it('holds the days off of the province, by which terms are counted without a network', async () => {
    const { cast } = field;
    const today = dateInVietnam(new Date());
    await accepted(cast.as('planner').put(`/holidays/${today}`, { name: 'Ngày nghỉ', isWorkingDay: false }));
    await accepted(cast.as('planner').put('/holidays/1990-01-01', { name: 'Đã lâu', isWorkingDay: false }));
    expect((await read('inspector')).body.holidays).toEqual([{ date: today, isWorkingDay: false }]);
  });

  it('says when the plan has no criteria', async () => {
    await server.inProvince(field.cast.provinceId, () =>
      server.db.query('update plan_target set criteria_version_id = null where id = $1', [field.targets.wardOne]),
    );
    expect((await read('lead')).problem.code).toBe('assessments.no-criteria');
  });
});

interface EarlierPlan {
  planId: string;
  targetId: string;
}

/** An earlier campaign at ward one. */
async function anEarlierPlan({ cast }: Field): Promise<EarlierPlan> {
  const [planId, targetId] = [newId(), newId()];
  await server.inProvince(cast.provinceId, () =>
    server.app.get(PlansService).record({
      id: planId,
      kind: 'scheduled',
      title: 'Kiểm tra công tác cải cách hành chính năm 2025',
      year: 2025,
      authorityId: cast.organizations.department,
      startsOn: '2025-09-01',
      endsOn: '2025-09-05',
      legalBases: [],
      areas: [],
      otherContents: [],
      state: 'in_progress',
      isSample: true,
      targets: [{ id: targetId, organizationId: cast.organizations.wardOne }],
      teams: [],
    }),
  );
  return { planId, targetId };
}

async function aFinding({ planId, targetId }: EarlierPlan, text: string): Promise<string> {
  const id = newId();
  await server.inProvince(field.cast.provinceId, () =>
    server.app.get(FindingsService).record({ id, planId, targetId, kind: 'shortcoming', area: 'TTHC', text }),
  );
  return id;
}

const requestFor = ({ cast }: Field, findingId: string) => ({
  kind: 'remedy_by_date',
  text: 'Số hóa hồ sơ',
  findingIds: [findingId],
  recipients: [{ id: newId(), organizationId: cast.organizations.wardOne, label: null, workingDays: 20 }],
});
