import type { BatchReply } from '@kiemtra/shared/fieldwork';
import { Database } from '../platform/database/database.js';
import type { Answer } from '../testing/test-client.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { LogCheckService } from './log-check.service.js';
import { createField, Device, outcomeText, rate, said, type Field } from './testing/field.js';

/** A database that fails on the next commits as a test says: before the commit, or after it. */
class FailingDatabase extends Database {
  static failures: { after: boolean; error: Error }[] = [];

  protected override async finish(...[work, how]: Parameters<Database['finish']>): Promise<void> {
    const failure = how === 'COMMIT' && work.scope.keepsOwnRecord ? FailingDatabase.failures.shift() : undefined;
    if (!failure) return super.finish(work, how);
    await super.finish(work, failure.after ? 'COMMIT' : 'ROLLBACK');
    throw failure.error;
  }
}

const cut = new Error('Connection terminated unexpectedly');
const serialization = () => Object.assign(new Error('could not serialize access'), { code: '40001' });

let server: TestServer;
let field: Field;
beforeAll(async () => {
  server = await startTestServer({ database: FailingDatabase });
});
beforeEach(async () => {
  FailingDatabase.failures = [];
  field = await createField(server);
});
afterEach(async () => {
  const differences = await server.inProvince(field.cast.provinceId, () =>
    server.app.get(LogCheckService).findDifferences(),
  );
  if (differences.length > 0) throw new Error(`The log and what stands differ: ${differences.join(', ')}`);
});
afterAll(() => server.close());

const ops = (...numerators: number[]) =>
  numerators.map((numerator, index) =>
    said(field, 'input.set', '1.1.2', { value: rate(numerator), ...(index > 0 && { base: { seq: index } }) }),
  );
const outcomes = ({ body }: Answer<BatchReply>) => body.receipts.map(outcomeText);
const query = <Row>(sql: string) => server.inProvince(field.cast.provinceId, () => server.db.query<Row>(sql));
const counted = () =>
  query(
    `select (select count(*) from fieldwork_batch) as batches, (select acked_through from fieldwork_lane) as acked,
            (select sum(rev) from answer) as rev`,
  );

describe('POST /sync/ops under faults', () => {
  it('I4: gives the same outcomes again when the reply was lost after the commit', async () => {
    const device = new Device(field, 'inspector');
    const body = device.body(ops(18, 19));
    FailingDatabase.failures = [{ after: true, error: cut }];
    expect((await device.send(body)).status).toBe(500);
    expect(outcomes(await device.send(body))).toEqual(['applied 1', 'applied 2']);
    expect(await counted()).toEqual([{ batches: 1, acked: 2, rev: 2 }]);
  });

  it('I13: stores nothing of a batch whose commit did not happen, and all of it the next time', async () => {
    const device = new Device(field, 'inspector');
    const body = device.body(ops(18, 19));
    FailingDatabase.failures = [{ after: false, error: cut }];
    expect((await device.send(body)).status).toBe(500);
    expect(await counted()).toEqual([{ batches: 0, acked: null, rev: null }]);
    expect(outcomes(await device.send(body))).toEqual(['applied 1', 'applied 2']);
  });

  it('I4: has one effect when the same request comes many times at once', async () => {
    const device = new Device(field, 'inspector');
    const body = device.body(ops(18, 19, 20));
    const answers = await Promise.all(Array.from({ length: 8 }, () => device.send(body)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map((answer) => outcomes(answer).join()))).toEqual(
      new Set(['applied 1,applied 2,applied 3']),
    );
    expect(await counted()).toEqual([{ batches: 1, acked: 3, rev: 3 }]);
  });

  it('does the whole batch again when it got into the way of others', async () => {
    const device = new Device(field, 'inspector');
    FailingDatabase.failures = Array.from({ length: 3 }, () => ({ after: false, error: serialization() }));
    expect(outcomes(await device.send(device.body(ops(18, 19))))).toEqual(['applied 1', 'applied 2']);
    expect(await counted()).toEqual([{ batches: 1, acked: 2, rev: 2 }]);
  });

  it('asks the device to come later when that happens time and again, and stores nothing', async () => {
    const device = new Device(field, 'inspector');
    FailingDatabase.failures = Array.from({ length: 4 }, () => ({ after: false, error: serialization() }));
    const answer = await device.send(device.body(ops(18)));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await counted()).toEqual([{ batches: 0, acked: null, rev: null }]);
  });

  it('asks the device to come later when a target is held for long, and goes on once it is free', async () => {
    const device = new Device(field, 'inspector');
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    let isHeld = () => {};
    const held = new Promise<void>((resolve) => (isHeld = resolve));
    const holder = server.inProvince(field.cast.provinceId, async () => {
      await server.db.query('select from plan_target where id = $1 for update', [field.targets.wardOne]);
      isHeld();
      await released;
    });
    await held;
    const answer = await device.send(device.body(ops(18)));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    release();
    await holder;
    expect(outcomes(await device.send(device.body(ops(18))))).toEqual(['applied 1']);
  });

  it('I14: takes nothing under an account that was switched off between two batches', async () => {
    const device = new Device(field, 'inspector');
    await device.push(...ops(18));
    await server.db.directory(`update account set state = 'deactivated' where id = $1`, [
      field.cast.accounts.inspector,
    ]);
    const before = await counted();
    expect((await device.send(device.body(ops(3)))).status).toBe(401);
    expect(await counted()).toEqual(before);
  });
});
