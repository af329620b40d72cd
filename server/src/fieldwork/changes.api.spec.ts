import type { ChangeItem, ChangesReply } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import { PDF } from '../testing/campaign.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { createField, Device, leave, rate, said, type Field } from './testing/field.js';

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
afterAll(() => server.close());

const aFile = () => ({
  id: newId(),
  name: 'Biên bản.pdf',
  mime: 'application/pdf',
  size: PDF.length,
  sha256: 'ab'.repeat(32),
  original: { sha256: 'cd'.repeat(32), size: 4_100_000 },
  place: { lat: 10.0341, lon: 105.7885, accuracy: 12 },
});
const pull = async (device: Device, query: Record<string, string | number> = {}, target = field.targets.wardOne) => {
  const search = Object.entries({ target, ...query }).map(([name, value]) => `${name}=${value}`);
  return (await device.ask<ChangesReply>(`/sync/changes?${search.join('&')}`)).body;
};
const shown = (item: ChangeItem) => {
  if (item.kind === 'cell') return `${item.vseq} ${item.cell.criterion} ${item.cell.field}`;
  return item.kind === 'file' ? `${item.vseq} ${item.file.file.id}` : `${item.vseq} removed ${item.id}`;
};

describe('GET /sync/changes', () => {
  it('tells what changed since the cursor, each thing once as it stands, with the names of who said it', async () => {
    const file = aFile();
    await one.push(
      said(field, 'input.set', '1.1.2', { value: rate(18) }),
      said(field, 'evidence.add', '1.1.2', { value: file }),
    );
    const first = await pull(two);
    expect(first.items.map(shown)).toEqual(['1 1.1.2 input', `2 ${file.id}`]);
    expect(first.items[1]).toMatchObject({ file: { file } });
    expect(first).toMatchObject({ next_cursor: 2, has_more: false, visits: [field.visits.wardOne] });
    expect(first.authors).toEqual([{ accountId: field.cast.accounts.inspector, name: 'Thành viên một' }]);

    await two.push(
      said(field, 'note.set', '1.1.2', { value: 'Đã xem sổ' }),
      said(field, 'input.set', '1.1.2', { value: rate(20) }),
      said(field, 'evidence.remove', '1.1.2', { value: { id: file.id } }),
    );
    const second = await pull(one, { cursor: 2 });
    expect(second.items.map(shown)).toEqual(['3 1.1.2 note', '4 1.1.2 input', `5 removed ${file.id}`]);
    expect(second.items[1]).toMatchObject({
      cell: { rev: 1, value: rate(18), siblings: [{ value: rate(20), by: { lane: two.lane, seq: 2 } }] },
    });
    expect(await pull(one, { cursor: 5 })).toMatchObject({ items: [], next_cursor: 5, has_more: false });
  });

  it('comes in pages that skip nothing, whatever is written between them (I9)', async () => {
    const criteria = ['1.1.2', '1.1', '1.4.1', '1.4'];
    await one.push(...criteria.map((key) => said(field, 'note.set', key, { value: `ghi ${key}` })));
    const told: string[] = [];
    let cursor: number | null = null;
    for (let page = 0, more = true; more; page += 1) {
      const reply: ChangesReply = await pull(two, { limit: 2, ...(cursor && { cursor }) });
      told.push(...reply.items.map(shown));
      [cursor, more] = [reply.next_cursor, reply.has_more];
      if (page === 0) await one.push(said(field, 'note.set', '1.1', { value: 'sửa', base: { seq: 2 } }));
    }
    expect(told).toEqual(['1 1.1.2 note', '2 1.1 note', '3 1.4.1 note', '4 1.4 note', '5 1.1 note']);
  });

  it('is empty without a cursor where nothing was recorded, and goes on from the pack', async () => {
    expect(await pull(two)).toMatchObject({ items: [], next_cursor: null, visits: [field.visits.wardOne] });
    await one.push(said(field, 'note.set', '1.1', { value: 'một' }));
    const { body: pack } = await two.ask<{ cursor: number; epoch: string }>(`/sync/pack?visit=${field.visits.wardOne}`);
    expect(pack.cursor).toBe(1);
    await one.push(said(field, 'note.set', '1.4', { value: 'hai' }));
    const changes = await pull(two, { cursor: pack.cursor });
    expect(changes.items.map(shown)).toEqual(['2 1.4 note']);
    expect(changes.epoch).toBe(pack.epoch);
  });

  it('leaves out a visit at which the caller is no member any more, and tells nothing of its target', async () => {
    await two.push(said(field, 'note.set', '1.1', { value: 'bí mật của đoàn' }));
    await leave(field, 'inspector');
    const { status, body, bytes } = await one.ask<ChangesReply>(`/sync/changes?target=${field.targets.wardOne}`);
    expect([status, body.visits, body.items]).toEqual([200, [], []]);
    expect(bytes.toString()).not.toContain('bí mật');
  });

  it('tells nothing to those who were never there, nor across provinces', async () => {
    const other = await createField(server);
    await new Device(other, 'lead').push(said(other, 'note.set', '1.1', { value: 'tỉnh khác' }));
    expect(await pull(new Device(field, 'otherInspector'))).toMatchObject({ visits: [], items: [] });
    expect(await pull(one, {}, other.targets.wardOne)).toMatchObject({ visits: [], items: [] });
  });

  it('answers the device of the very account only', async () => {
    const path = `/sync/changes?target=${field.targets.wardOne}`;
    const asked = (headers: Record<string, string>) => one.client.send('GET', path, undefined, headers);
    expect((await asked({ 'x-sync-account': field.cast.accounts.lead })).problem.code).toBe('request.unauthenticated');
    expect((await asked({})).problem.code).toBe('request.malformed');
  });
});

describe('GET /sync/receipts', () => {
  const receipts = (device: Device, from: number, lane = device.lane) =>
    device.ask<{ acked_through: number; receipts: { seq: number; outcome: string; sha256?: string }[] }>(
      `/sync/receipts?lane=${lane}&from_seq=${from}`,
    );

  it('tells the outcomes from a number on, across batches, each with the hash of what was said', async () => {
    await one.push(said(field, 'note.set', '1.1', { value: 'một' }), said(field, 'note.set', '1.4', { value: 'hai' }));
    await one.push(
      said(field, 'note.set', '1.1', { value: 7 }),
      said(field, 'input.set', '1.1.2', { value: rate(18) }),
    );
    const { body } = await receipts(one, 2);
    expect(body.acked_through).toBe(4);
    expect(body.receipts.map(({ seq, outcome, sha256 }) => [seq, outcome, sha256?.length])).toEqual([
      [2, 'applied', 64],
      [3, 'invalid', undefined],
      [4, 'applied', 64],
    ]);
  });

  it('gives all of a long lane in pieces', async () => {
    for (let batch = 0; batch < 3; batch += 1) {
      const notes = Array.from({ length: 200 }, (_, n) => said(field, 'note.set', '1.1', { value: `${batch}-${n}` }));
      await one.push(...notes);
    }
    const seqs = async (from: number) => (await receipts(one, from)).body.receipts.map(({ seq }) => seq);
    const [first, rest] = [await seqs(1), await seqs(501)];
    expect([first.length, first.at(0), first.at(-1)]).toEqual([500, 1, 500]);
    expect([rest.length, rest.at(0), rest.at(-1)]).toEqual([100, 501, 600]);
  });

  it('knows nothing of the lane of somebody else', async () => {
    await one.push(said(field, 'note.set', '1.1', { value: 'một' }));
    expect((await receipts(two, 1, one.lane)).body).toMatchObject({ acked_through: 0, receipts: [] });
  });
});
