import type { LedgerDatabase } from './database.js';
import type { Surroundings } from './surroundings.js';

const LEASE_MS = 30_000;
const RENEW_MS = 10_000;

/**
 * Runs the work while no other tab does. With Web Locks it waits its turn and a tab that dies gives way at once; without
 * them a lease in the database is taken, renewed while working, and runs out when its tab has died. False: another tab has
 * the lease.
 */
export async function asOnlyFlusher(
  db: LedgerDatabase,
  what: 'sync' | 'files',
  owner: string,
  { locks, now, later }: Surroundings,
  work: () => Promise<void>,
): Promise<boolean> {
  if (locks) {
    await locks.request(`${what}:${db.name}`, work);
    return true;
  }
  const key = what === 'sync' ? 'lease' : 'files-lease';
  const take = () =>
    db.write(['meta'], async ({ meta }) => {
      const lease = await meta.get(key);
      if (lease?.key === key && lease.owner !== owner && lease.until > now()) return false;
      await meta.put({ key, owner, until: now() + LEASE_MS });
      return true;
    });
  if (!(await take())) return false;
  let stopRenewing = () => {};
  const renew = () => {
    stopRenewing = later(RENEW_MS, () => {
      // A lease that cannot be renewed runs out; a second flusher does no harm, only double work.
      take().then(renew, () => {});
    });
  };
  renew();
  try {
    await work();
  } finally {
    stopRenewing();
    await db.write(['meta'], ({ meta }) => meta.delete(key));
  }
  return true;
}
