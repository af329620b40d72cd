/** Traffic as devices make it: operations that build on one another, sent in pieces, at once, and again when in doubt. */
import fc from 'fast-check';
import type { ReplyReceipt } from '@kiemtra/shared/fieldwork';
import { addVisit, Device, headCount, rate, said, saidOfTarget, type Field, type Said } from './field.js';

const anOp = fc.record({
  says: fc.constantFrom('rate', 'rate', 'items', 'note', 'file', 'removal', 'resolve', 'clear', 'count'),
  n: fc.nat(6),
  place: fc.constantFrom('wardOne', 'wardOne', 'again', 'again', 'wardTwo', 'wardTwo', 'closed'),
  flaw: fc.constantFrom('', '', '', '', '', '', 'schema', 'range', 'base', 'version'),
  isChained: fc.boolean(),
});
type Plan = typeof anOp extends fc.Arbitrary<infer T> ? T : never;

const lanes = fc.array(fc.array(anOp, { minLength: 40, maxLength: 60 }), { minLength: 5, maxLength: 5 });
const PARTS = ['inspector', 'inspector', 'lead', 'lead', 'otherInspector'] as const;

/** One lane's operations with everything that was answered about them. */
export interface Sender {
  device: Device;
  ops: Said[];
  /** By number: every receipt that came for it. */
  receipts: Map<number, ReplyReceipt[]>;
}

type Visits = Record<Plan['place'], string>;

function write(field: Field, visits: Visits, lane: number, plans: readonly Plan[]): Said[] {
  const last = new Map<string, number>();
  return plans.map(({ says, n, place, flaw, isChained }, index) => {
    const criterion = says === 'items' ? '1.4.1' : '1.1.2';
    const part = says === 'note' || says === 'count' ? says : 'input';
    const cell = `${place === 'again' ? 'wardOne' : place} ${says === 'count' ? '' : criterion} ${part}`;
    const seq = last.get(cell);
    const common = {
      visit: visits[place],
      ...(flaw === 'version' && { version: field.planId }),
      ...(flaw === 'base' ? { base: { rev: 99 } } : isChained && seq !== undefined && { base: { seq } }),
    };
    if (says !== 'file' && says !== 'removal') last.set(cell, index + 1);
    const input = says === 'items' ? { met: ['1', '2', '3', '4'].slice(0, n) } : rate(14 + n);
    const value = flaw === 'range' ? rate(99) : input;
    switch (says) {
      case 'note':
        return said(field, 'note.set', criterion, { ...common, value: flaw === 'schema' ? 1 : `ghi chú ${n}` });
      case 'count': {
        const count = flaw === 'schema' ? { present: n } : headCount(n);
        return saidOfTarget(field, 'headcount.set', { ...common, value: { id: COUNT_ID, count } });
      }
      case 'clear':
        return said(field, 'input.clear', criterion, common);
      case 'file':
        return said(field, 'evidence.add', criterion, { visit: visits[place], value: aFile(n) });
      case 'removal':
        return said(field, 'evidence.remove', criterion, { visit: visits[place], value: { id: aFile(n).id } });
      case 'resolve': {
        const siblings = PARTS.map((_, other) => ({ lane: laneOf(field, other), seq: n + 1 }));
        const chosen = { field: 'input', siblings, chosen: value };
        return said(field, 'conflict.resolve', criterion, { ...common, value: chosen });
      }
      case 'rate':
      case 'items':
        return said(field, 'input.set', criterion, { ...common, value: flaw === 'schema' ? lane : value });
    }
  });
}

const COUNT_ID = '01970000-0000-7000-8000-000000000100';

const aFile = (n: number) => ({
  id: `01970000-0000-7000-8000-00000000000${n}`,
  name: 'Ảnh.jpg',
  mime: 'image/jpeg',
  size: 300,
  sha256: String(n).repeat(64),
  // Every second one tells how it was taken.
  ...(n % 2 === 1 && {
    original: { sha256: 'f'.repeat(64), size: 4_100_000 },
    width: 2048,
    height: 1536,
    taken_at: '2026-03-03T08:15:20.113+07:00',
    place: { lat: 10.0341, lon: 105.7885, accuracy: 1e-7 },
    derived_from: `01970000-0000-7000-8000-00000000000${n - 1}`,
  }),
});

/** Lanes of a field that differ from those of any other. */
function laneOf({ planId }: Field, index: number): string {
  return `${planId.slice(0, -1)}${index}`;
}

/** Sends the operations of five lanes at once: pieces of any size, some twice, some at once with themselves, some replies lost. */
export async function runTraffic(field: Field, seed: number): Promise<Sender[]> {
  const visits: Visits = {
    wardOne: field.visits.wardOne,
    wardTwo: field.visits.wardTwo,
    again: await addVisit(field, field.targets.wardOne),
    closed: await addVisit(field, field.targets.wardTwo, 'finalised'),
  };
  const [plans = []] = fc.sample(lanes, { seed, numRuns: 1 });
  const pieces = fc.sample(fc.record({ size: fc.integer({ min: 1, max: 12 }), doubt: fc.nat(3) }), {
    seed,
    numRuns: 200,
  });
  const senders = PARTS.map((part, index): Sender => {
    const device = new Device(field, part, laneOf(field, index));
    return { device, ops: write(field, visits, index, plans[index] ?? []), receipts: new Map() };
  });
  await Promise.all(senders.map((sender, index) => send(sender, pieces.slice(index * 40, index * 40 + 40))));
  return senders;
}

async function send(
  { device, ops, receipts }: Sender,
  pieces: readonly { size: number; doubt: number }[],
): Promise<void> {
  const push = async (from: number, size: number) => {
    const { status, body } = await device.send(device.body(ops.slice(from, from + size), from + 1));
    if (status !== 200) throw new Error(`sending answered ${status}`);
    for (const receipt of body.receipts) receipts.set(receipt.seq, [...(receipts.get(receipt.seq) ?? []), receipt]);
  };
  let sent = 0;
  for (const { size, doubt } of pieces) {
    if (sent >= ops.length) break;
    await Promise.all(Array.from({ length: doubt === 1 ? 3 : 1 }, () => push(sent, size)));
    // In doubt about a reply, a device sends the same numbers again, cut another way.
    if (doubt === 2) await push(Math.max(0, sent - 5), size + 5);
    sent += size;
  }
  await push(0, ops.length);
}
