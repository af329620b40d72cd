import { isAcknowledged, type Logged, type Stamp } from '@kiemtra/shared/fieldwork';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { BatchLogService } from './batch-log.service.js';
import { LogCheckService } from './log-check.service.js';
import { createField, Device, outcomeText, rate, said, type Field } from './testing/field.js';
import { runTraffic, type Sender } from './testing/traffic.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const query = <Row>(field: Field, sql: string) =>
  server.inProvince(field.cast.provinceId, () => server.db.query<Row>(sql));
const findDifferences = (field: Field) =>
  server.inProvince(field.cast.provinceId, () => server.app.get(LogCheckService).findDifferences());

describe.each([1, 2, 3])('after traffic of many devices at once, seed %i', (seed) => {
  let field: Field;
  let senders: Sender[];
  /** By lane and number. */
  let log: Map<string, Logged>;
  beforeAll(async () => {
    field = await createField(server);
    senders = await runTraffic(field, seed);
    const batches = await server.inProvince(field.cast.provinceId, () => server.app.get(BatchLogService).readAll());
    log = new Map(
      batches.flatMap(({ lane, logged }) => logged.map((one) => [`${lane} ${one.receipt.seq}`, one] as const)),
    );
  });
  const each = (check: (sender: Sender, op: object, found: Logged | undefined, seq: number) => void) => {
    for (const sender of senders) {
      for (const [index, op] of sender.ops.entries()) {
        check(sender, op, log.get(`${sender.device.lane} ${index + 1}`), index + 1);
      }
    }
  };

  it('I1, I5: every acknowledged operation stands in the log under its number with its content', () => {
    each((_, op, found, seq) => {
      if (found && isAcknowledged(found.receipt.outcome)) expect(found.kept).toEqual({ seq, ...op });
      else expect(found?.kept).not.toHaveProperty('value');
    });
  });

  it('I4: every reply about an operation told the same', () => {
    each((sender, _, found, seq) => {
      const told = (sender.receipts.get(seq) ?? []).map(outcomeText);
      expect(new Set(told)).toEqual(new Set([found ? outcomeText(found.receipt) : 'nothing']));
    });
  });

  it('I7, I10: answers, evidence, points and totals are what follows from the log', async () => {
    expect(await findDifferences(field)).toEqual([]);
    expect((await query(field, 'select from answer')).length).toBeGreaterThan(2);
    expect((await query(field, 'select from whole_cell')).length).toBeGreaterThan(0);
  });

  it('I8: a revision is the number of changes that took effect', async () => {
    const rows = await query<{ target_id: string; criterion_key: string; field: string; rev: number }>(
      field,
      'select s.target_id, a.criterion_key, a.field, a.rev from answer a join assessment s on s.id = a.assessment_id',
    );
    const visits = await query<{ id: string; target_id: string }>(field, 'select id, target_id from visit');
    const targetOf = new Map(visits.map(({ id, target_id }) => [id, target_id]));
    const applied = [...log.values()].flatMap(({ kept, receipt }) =>
      'kind' in kept && receipt.outcome === 'applied' && !kept.kind.startsWith('evidence') ? [kept] : [],
    );
    for (const { target_id, criterion_key, field: written, rev } of rows) {
      const own = applied.filter(({ visit, criterion, kind }) => {
        const isSameCell =
          criterion === criterion_key && kind !== 'headcount.set' && (kind === 'note.set') === (written === 'note');
        return targetOf.get(visit) === target_id && isSameCell;
      });
      expect(rev).toBe(own.length);
    }
  });

  it('I8: no two rows of a target bear the number of the same change, and none a later one than the target', async () => {
    const rows = await query<{ target_id: string; number: number; last: number }>(
      field,
      `select x.target_id, x.vseq as number, t.vseq as last
       from (
         select s.target_id, a.vseq from answer a join assessment s on s.id = a.assessment_id union all
         select s.target_id, e.vseq from evidence e join assessment s on s.id = e.assessment_id union all
         select target_id, vseq from whole_cell
       ) x join plan_target t on t.id = x.target_id`,
    );
    expect(new Set(rows.map(({ target_id, number }) => `${target_id} ${number}`)).size).toBe(rows.length);
    expect(rows.filter(({ number, last }) => number < 1 || number > last)).toEqual([]);
  });

  it('I12, I13: every operation has exactly one outcome, and the pieces of a lane join without gap or overlap', async () => {
    each((_, __, found) => expect(found).toBeDefined());
    const rows = await query<{ lane_id: string; seq_from: number; seq_to: number; receipts: object[] }>(
      field,
      'select lane_id, seq_from, seq_to, receipts from fieldwork_batch order by lane_id, seq_from',
    );
    for (const { device, ops } of senders) {
      const own = rows.filter(({ lane_id }) => lane_id === device.lane);
      expect(own.map(({ seq_from }) => seq_from)).toEqual([1, ...own.slice(0, -1).map(({ seq_to }) => seq_to + 1)]);
      expect(own.at(-1)?.seq_to).toBe(ops.length);
      for (const { seq_from, seq_to, receipts } of own) expect(receipts).toHaveLength(seq_to - seq_from + 1);
    }
  });

  it('I14: every word stands under the account whose session sent it, and nothing of strangers', async () => {
    const rows = await query<{ by: Stamp }>(
      field,
      `select jsonb_build_object('lane', lane_id, 'account', account_id) as by from answer union all
       select s->'by' from answer, jsonb_array_elements(siblings) s union all
       select jsonb_build_object('lane', lane_id, 'account', account_id) from whole_cell union all
       select s->'by' from whole_cell, jsonb_array_elements(siblings) s union all
       select stamp from evidence`,
    );
    const accountOf = new Map(senders.map(({ device }) => [device.lane, field.cast.accounts[device.part]]));
    for (const { by } of rows) expect(by.account).toBe(accountOf.get(by.lane));
    const accounts = new Set(rows.map(({ by }) => by.account));
    expect(accounts).toEqual(new Set([field.cast.accounts.inspector, field.cast.accounts.lead]));
  });
});

describe('the check of the log', () => {
  it('names the cell, the points, the total and the file that do not follow from it', async () => {
    const field = await createField(server);
    const device = new Device(field, 'inspector');
    const id = '01970000-0000-7000-8000-000000000001';
    const value = { id, name: 'Ảnh.jpg', mime: 'image/jpeg', size: 300, sha256: 'ab'.repeat(32) };
    await device.push(
      said(field, 'input.set', '1.1.2', { value: rate(18) }),
      said(field, 'note.set', '1.1.2', { value: 'đúng' }),
      said(field, 'evidence.add', '1.1.2', { value }),
    );
    expect(await findDifferences(field)).toEqual([]);
    await query(field, `update answer set value = '"sai"' where field = 'note'`);
    await query(field, `update answer set points = 2 where field = 'input'`);
    await query(field, `update assessment_area set short_count = 2 where area = 'CDDH'`);
    await query(field, `update evidence set name = 'khác.jpg'`);
    await query(field, 'update assessment set conflicts = 1');
    const target = field.targets.wardOne;
    expect(await findDifferences(field)).toEqual([
      `${target}|1.1.2|note`,
      id,
      `${target}|1.1.2|points`,
      `${target}|CDDH|totals`,
      `${target}|conflicts`,
    ]);
  });
});

describe('the numbers of changes', () => {
  it('I8: are given to what changed in the order of commits, without a gap', async () => {
    const field = await createField(server);
    const device = new Device(field, 'inspector');
    const changes = async () => {
      const rows = await query<{ vseq: number }>(
        field,
        'select vseq from answer union all select vseq from evidence order by vseq',
      );
      return rows.map(({ vseq }) => vseq);
    };
    const note = (criterion: string, value: string) => said(field, 'note.set', criterion, { value, base: { rev: 99 } });
    await device.push(
      said(field, 'input.set', '1.1.2', { value: rate(18) }),
      said(field, 'note.set', '1.1.2', { value: 'ghi chú' }),
      said(field, 'note.set', '1.2.1', { value: 'ghi chú khác' }),
      note('1.3.1', 'không có gì thay đổi'),
    );
    expect(await changes()).toEqual([1, 2, 3]);
    await device.push(said(field, 'note.set', '1.1.2', { value: 'mới', base: { seq: 2 } }));
    expect(await changes()).toEqual([1, 3, 4]);
    expect(await query(field, 'select max(vseq) as last from plan_target')).toEqual([{ last: 4 }]);
  });
});
