import type { PackView } from '@kiemtra/shared/assessments';
import type { FindingView } from '@kiemtra/shared/findings';
import { newId } from '@kiemtra/shared/kernel';
import { LogCheckService } from '../fieldwork/log-check.service.js';
import { createField, Device, saidOfTarget, type Field } from '../fieldwork/testing/field.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let field: Field;
let device: Device;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  field = await createField(server);
  device = new Device(field, 'inspector');
});
afterEach(async () => {
  const check = () => server.app.get(LogCheckService).findDifferences();
  const differences = await server.inProvince(field.cast.provinceId, check);
  if (differences.length > 0) throw new Error(`The log and what stands differ: ${differences.join(', ')}`);
});
afterAll(() => server.close());

const finding = {
  kind: 'shortcoming',
  area: 'TTHC',
  criterion: '1.1.2',
  text: 'Chưa niêm yết đầy đủ thủ tục hành chính.',
  extent: null,
  legalBasis: null,
  cause: null,
  severity: 'minor',
};
const say = (id: string, value: object | null, rest = {}) =>
  saidOfTarget(field, 'finding.set', { value: { id, finding: value }, ...rest });
const list = async () => (await field.cast.as('lead').get<FindingView[]>(`/findings?planId=${field.planId}`)).body;
const cellOnDevice = async (id: string) => {
  const { body } = await device.ask<PackView>(`/sync/pack?visit=${field.visits.wardOne}`);
  return body.state.cells.find((cell) => cell.field === `finding:${id}`);
};
const edit = ({ id, version, target, visitId }: FindingView, change: object) =>
  field.cast.as('lead').patch(`/findings/${id}`, {
    ...finding,
    criterion: { versionId: field.version, key: '1.1.2' },
    targetId: target?.id,
    visitId,
    version,
    ...change,
  });

describe('a finding that is raised on site', () => {
  it('is a finding like any other once it has arrived, changes with what is said, and goes when it is taken back', async () => {
    const id = newId();
    expect(await device.outcomes(say(id, finding))).toEqual(['applied 1']);
    expect(await list()).toEqual([
      expect.objectContaining({
        id,
        planId: field.planId,
        target: expect.objectContaining({ id: field.targets.wardOne }),
        visitId: field.visits.wardOne,
        text: finding.text,
        severity: 'minor',
        criterion: expect.objectContaining({ versionId: field.version, key: '1.1.2' }),
      }),
    ]);
    await device.outcomes(say(id, { ...finding, criterion: null, severity: 'serious' }, { base: { seq: 1 } }));
    expect(await list()).toMatchObject([{ id, severity: 'serious', criterion: null }]);
    expect(await device.outcomes(say(id, null, { base: { seq: 2 } }))).toEqual(['applied 3']);
    expect(await list()).toEqual([]);
  });

  it('names a criterion of the version, and a strength says nothing of severity', async () => {
    expect(await device.outcomes(say(newId(), { ...finding, criterion: 'none' }))).toEqual(['parked OUT_OF_RANGE 0']);
    expect(await device.outcomes(say(newId(), { ...finding, kind: 'strength' }))).toEqual(['invalid SCHEMA 0']);
    expect(await list()).toEqual([]);
  });

  it('is changed at the desk, and the device that comes later with an older view disagrees instead of winning', async () => {
    const id = newId();
    await device.outcomes(say(id, finding));
    const [stored] = await list();
    expect((await edit(stored as FindingView, { text: 'Niêm yết thiếu ba thủ tục.' })).status).toBe(200);
    expect(await cellOnDevice(id)).toMatchObject({ rev: 2, value: { text: 'Niêm yết thiếu ba thủ tục.' } });
    expect(await device.outcomes(say(id, { ...finding, text: 'Khác.' }, { base: { rev: 1 } }))).toEqual(['conflict 1']);
    expect(await list()).toMatchObject([{ text: 'Niêm yết thiếu ba thủ tục.' }]);
  });

  it('is removed at the desk for the devices, too', async () => {
    const id = newId();
    await device.outcomes(say(id, finding));
    expect((await field.cast.as('lead').delete(`/findings/${id}`)).status).toBe(204);
    expect(await cellOnDevice(id)).toMatchObject({ rev: 2, value: null });
  });

  it('waits for the head once units have read it, and so does one that was never raised on site', async () => {
    const id = newId();
    await device.outcomes(say(id, finding));
    await server.inProvince(field.cast.provinceId, () =>
      server.db.query(
        `with q as (
           insert into request (province_id, id, plan_id, text, position) values ($1, $2, $3, 'x', 0)
         ), r as (
           insert into request_recipient (province_id, id, request_id, organization_id, state, position)
           values ($1, $4, $2, $5, 'issued', 0)
         ) insert into request_finding (province_id, request_id, finding_id) values ($1, $2, $6)`,
        [field.cast.provinceId, newId(), field.planId, newId(), field.cast.organizations.wardOne, id],
      ),
    );
    expect(await device.outcomes(say(id, null, { base: { seq: 1 } }))).toEqual(['parked ISSUED 1']);
    expect(await list()).toMatchObject([{ id, isIssued: true }]);

    const atDesk = newId();
    const body = { ...finding, criterion: null, id: atDesk, planId: field.planId, targetId: field.targets.wardOne };
    expect((await field.cast.as('lead').post('/findings', body)).status).toBe(201);
    expect(await device.outcomes(say(atDesk, finding))).toEqual(['parked BASE_UNKNOWN 0']);
  });
});
