import { newId } from '@kiemtra/shared/kernel';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import {
  addVisit,
  createField,
  Device,
  leave,
  outcomeText,
  rate,
  said,
  type Field,
  type Said,
} from './testing/field.js';

let server: TestServer;
let field: Field;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  field = await createField(server);
});
afterAll(() => server.close());

const set = (value: unknown, rest: Said = {}) => said(field, 'input.set', '1.1.2', { value, ...rest });
const note = (value: string, rest: Said = {}) => said(field, 'note.set', '1.1.2', { value, ...rest });
const file = (id = newId()) => ({ id, name: 'Ảnh.jpg', mime: 'image/jpeg', size: 300, sha256: 'ab'.repeat(32) });
const query = <Row>(sql: string, parameters: unknown[] = []) =>
  server.inProvince(field.cast.provinceId, () => server.db.query<Row>(sql, parameters));
const answers = () =>
  query<Record<string, unknown>>(
    'select criterion_key, field, value, rev, outcome, points, max_points, vseq from answer order by vseq',
  );

describe('POST /sync/ops', () => {
  it('stores answers with their points and echoes what it took', async () => {
    const device = new Device(field, 'inspector');
    const reply = await device.send(device.body([set(rate(18)), note('Đã xem hồ sơ')]));
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      protocol: 1,
      digest: expect.stringMatching(/^sha-256=:/),
      lane: device.lane,
      acked_through: 2,
      receipts: [
        { seq: 1, outcome: 'applied', rev: 1 },
        { seq: 2, outcome: 'applied', rev: 1 },
      ],
    });
    expect(await answers()).toEqual([
      {
        criterion_key: '1.1.2',
        field: 'input',
        value: rate(18),
        rev: 1,
        outcome: 'short',
        points: '1.80',
        max_points: '2.00',
        vseq: 1,
      },
      {
        criterion_key: '1.1.2',
        field: 'note',
        value: 'Đã xem hồ sơ',
        rev: 1,
        outcome: null,
        points: null,
        max_points: null,
        vseq: 2,
      },
    ]);
  });

  it('keeps later words of two members who did not know of each other beside the first', async () => {
    const [one, two] = [new Device(field, 'inspector'), new Device(field, 'lead')];
    await one.push(set(rate(18)));
    const [receipt] = await two.push(set(rate(20)));
    expect(receipt).toMatchObject({ outcome: 'conflict', rev: 0, current: { value: rate(18), rev: 1 } });
    expect(Date.parse(receipt?.received_at ?? '')).toBeGreaterThan(0);
    expect(await two.outcomes(set(rate(19), { base: { seq: 1 } }))).toEqual(['conflict 0']);
    const [answer] = await query<{ value: unknown; siblings: { value: unknown }[] }>(
      'select value, siblings from answer',
    );
    expect(answer?.value).toEqual(rate(18));
    expect(answer?.siblings.map(({ value }) => value)).toEqual([rate(19)]);
    expect(await query('select conflicts from assessment')).toEqual([{ conflicts: 1 }]);
  });

  it('ends a disagreement when the head resolves it, not when one member says so', async () => {
    const [one, two] = [new Device(field, 'inspector'), new Device(field, 'lead')];
    await one.push(set(rate(18)));
    await two.push(set(rate(20)));
    const siblings = [{ lane: two.lane, seq: 1 }];
    const resolve = (chosen: unknown, rest: Said = {}) =>
      said(field, 'conflict.resolve', '1.1.2', {
        value: { field: 'input', siblings, chosen },
        base: { rev: 1 },
        ...rest,
      });
    expect(await one.outcomes(resolve(rate(17)))).toEqual(['conflict 1']);
    expect(await two.outcomes(resolve(rate(19)))).toEqual(['applied 2']);
    expect(await query('select value, conflicts from answer join assessment on true')).toEqual([
      { value: rate(19), conflicts: 1 },
    ]);
    const seen = { siblings: [{ lane: one.lane, seq: 2 }], field: 'input', chosen: rate(19) };
    expect(await two.outcomes(resolve(rate(19), { value: seen, base: { rev: 2 } }))).toEqual(['applied 3']);
    expect(await query('select conflicts from assessment')).toEqual([{ conflicts: 0 }]);
  });

  it('answers numbers it had with their outcomes again, and a number with another content not at all', async () => {
    const device = new Device(field, 'inspector');
    await device.push(set(rate(18)), set(rate(17), { base: { seq: 1 } }));
    const again = await device.send(device.body([set(rate(18)), set(rate(17), { base: { seq: 1 } }), note('mới')], 1));
    expect(again.body.receipts.map(outcomeText)).toEqual(['applied 1', 'applied 2', 'applied 1']);
    const cloned = await device.send(device.body([set(rate(18)), set(rate(3)), note('khác')], 1));
    expect(cloned.body).toMatchObject({ acked_through: 3, reused_from: 2, receipts: [{ seq: 1, outcome: 'applied' }] });
    expect((await answers()).map(({ value }) => value)).toEqual([rate(17), 'mới']);
  });

  it('asks for what is missing before a gap and stores nothing', async () => {
    const device = new Device(field, 'inspector');
    await device.push(set(rate(18)));
    const answer = await device.send(device.body([note('sau')], 3));
    expect(answer.status).toBe(409);
    expect(answer.problem).toMatchObject({ code: 'fieldwork.seq-gap', details: { acked_through: 1 } });
    const fresh = new Device(field, 'inspector');
    expect((await fresh.send(fresh.body([note('x')], 2))).problem.details).toEqual({ acked_through: 0 });
    expect(await query('select id from fieldwork_lane')).toEqual([{ id: device.lane }]);
  });

  it('refuses the lane of another account, and of another province, and stores nothing', async () => {
    const device = new Device(field, 'inspector');
    await device.push(set(rate(18)));
    const other = await createField(server);
    for (const thief of [new Device(field, 'lead', device.lane), new Device(other, 'inspector', device.lane)]) {
      const answer = await thief.send(thief.body([note('x')]));
      expect(answer.problem.code).toBe('fieldwork.foreign-lane');
    }
    expect(await query('select seq_to from fieldwork_batch')).toEqual([{ seq_to: 1 }]);
  });

  it('keeps what comes after the visit was closed, for a person to decide', async () => {
    const device = new Device(field, 'inspector');
    const closed = {
      final: await addVisit(field, field.targets.wardOne, 'finalised'),
      cancelled: await addVisit(field, field.targets.wardOne, 'cancelled'),
    };
    expect(
      await device.outcomes(set(rate(18), { visit: closed.final }), set(rate(18), { visit: closed.cancelled })),
    ).toEqual(['parked VISIT_FINAL 0', 'parked VISIT_FINAL 0']);
    expect(await answers()).toEqual([]);
  });

  it('parks what a former member recorded, and denies one who never belonged to the team', async () => {
    const former = new Device(field, 'inspector');
    await former.push(set(rate(18)));
    await leave(field, 'inspector');
    expect(await former.outcomes(note('sau khi rời đoàn'))).toEqual(['parked NOT_MEMBER_NOW 0']);
    const stranger = new Device(field, 'otherInspector');
    expect(await stranger.outcomes(note('x'), note('y', { base: { seq: 1 } }))).toEqual([
      'denied NEVER_MEMBER 0',
      'denied NEVER_MEMBER 0',
    ]);
    const [log] = await query<{ operations: unknown }>('select operations from fieldwork_batch where lane_id = $1', [
      stranger.lane,
    ]);
    expect(JSON.stringify(log?.operations)).not.toContain('"y"');
    expect(await query('select summary from audit_event where action = $1', ['fieldwork.denied'])).toEqual([
      { summary: 'Từ chối 2 nội dung ghi nhận gửi lên từ thiết bị: tài khoản không thuộc đoàn kiểm tra' },
    ]);
  });

  it('denies a visit of another province and one that is not there alike', async () => {
    const other = await createField(server);
    const device = new Device(field, 'inspector');
    const elsewhere = { visit: other.visits.wardOne, version: other.version };
    expect(await device.outcomes(note('x', elsewhere), note('x', { visit: newId() }), note('đây'))).toEqual([
      'denied NEVER_MEMBER 0',
      'denied NEVER_MEMBER 0',
      'applied 1',
    ]);
  });

  it('takes files in before their bytes, shows them received after, and takes them away again', async () => {
    const device = new Device(field, 'inspector');
    const one = file();
    const add = said(field, 'evidence.add', '1.1.2', { value: one });
    expect(
      await device.outcomes(add, add, said(field, 'evidence.add', '1.1.2', { value: { ...one, size: 2 } })),
    ).toEqual(['applied', 'merged', 'parked BASE_UNKNOWN']);
    const remove = said(field, 'evidence.remove', '1.1.2', { value: { id: one.id } });
    expect(await device.outcomes(remove, remove, add)).toEqual(['applied', 'merged', 'merged']);
    expect(await query('select removed_at is not null as is_removed, vseq from evidence')).toEqual([
      { is_removed: true, vseq: 2 },
    ]);
  });

  it('gives two devices that announce different files under one id at once one of them and a person the other', async () => {
    const id = newId();
    const devices = [new Device(field, 'inspector'), new Device(field, 'lead')];
    const outcomes = await Promise.all(
      devices.map((device, index) =>
        device.outcomes(
          said(field, 'evidence.add', '1.1.2', {
            visit: index ? field.visits.wardOne : field.visits.wardTwo,
            value: file(id),
          }),
        ),
      ),
    );
    expect(outcomes.flat().sort()).toEqual(['applied', 'parked BASE_UNKNOWN']);
  });

  it('counts two visits to one target as one assessment', async () => {
    const device = new Device(field, 'inspector');
    const second = await addVisit(field, field.targets.wardOne);
    await device.push(set(rate(18)));
    expect(await device.outcomes(set(rate(20), { visit: second, base: { seq: 1 } }))).toEqual(['applied 2']);
    expect(await query('select count(*) as count from assessment')).toEqual([{ count: 1 }]);
  });

  it('finds the own earlier operation that a later one builds on, however far back', async () => {
    const device = new Device(field, 'inspector');
    await device.push(note('một'), set(rate(18)));
    await device.push(note('hai', { base: { seq: 1 } }));
    await device.push(said(field, 'note.set', '1.4.1', { value: 'khác' }));
    expect(await device.outcomes(set(rate(19), { base: { seq: 2 } }), note('ba', { base: { seq: 3 } }))).toEqual([
      'applied 2',
      'applied 3',
    ]);
  });

  it('takes operations of two targets in one batch', async () => {
    const device = new Device(field, 'inspector');
    await device.push(set(rate(18)), set(rate(20), { visit: field.visits.wardTwo }));
    expect(await query('select id, vseq from plan_target where vseq > 0 order by id')).toEqual(
      [field.targets.wardOne, field.targets.wardTwo].sort().map((id) => ({ id, vseq: 1 })),
    );
  });

  it('is for inspectors', async () => {
    const device = new Device(field, 'planner');
    expect((await device.send(device.body([note('x')]))).status).toBe(403);
    const anonymous = server.anonymous();
    expect((await anonymous.post('/sync/ops', {})).status).toBe(401);
  });
});
