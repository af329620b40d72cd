/** The row of this device in its book. */
import type { LedgerDatabase, Reading } from './database.js';
import type { DeviceRow, Loss } from './rows.js';

export async function deviceOf({ meta }: Reading<'meta'>): Promise<DeviceRow> {
  const row = await meta.get('device');
  if (row?.key !== 'device') throw new Error('The ledger has no lane.');
  return row;
}

/** The person has read what the browser threw away. */
export async function forgetLoss(db: LedgerDatabase): Promise<void> {
  await db.write(['meta'], async ({ meta }) => {
    await meta.put({ ...(await deviceOf({ meta })), loss: null });
  });
}

/** The lane of this device and account; a new one when the database is new. `known` is what the cookie remembers. */
export async function ensureLane(db: LedgerDatabase, newLane: string, known: Loss | null): Promise<DeviceRow> {
  const before = await db.read(['meta'], ({ meta }) => meta.get('device'));
  if (before?.key === 'device') return before;
  return db.write(['meta'], async ({ meta }) => {
    const found = await meta.get('device');
    if (found?.key === 'device') return found;
    const device: DeviceRow = { key: 'device', lane: newLane, nextSeq: 1, ackedThrough: 0, offsetMs: 0, loss: known };
    await meta.add(device);
    return device;
  });
}
