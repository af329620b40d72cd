import type { StorageState } from '@kiemtra/shared/fieldwork';

/** What the browser says about keeping what is recorded. Neither exists on plain http, whatever the types say. */
function findStorage(): StorageManager | null {
  return 'storage' in navigator && 'persist' in navigator.storage ? navigator.storage : null;
}

export type Persistence = 'granted' | 'refused' | 'unavailable';

/** Asks the browser not to clear the device's data under pressure; some browsers ask the person. */
export async function requestPersistence(): Promise<Persistence> {
  const storage = findStorage();
  if (!storage) return 'unavailable';
  try {
    return (await storage.persisted()) || (await storage.persist()) ? 'granted' : 'refused';
  } catch {
    return 'refused';
  }
}

/** Bytes used and bytes the browser allows; null where it does not say. */
export async function storageEstimate(): Promise<{ usage: number; quota: number } | null> {
  try {
    const { usage, quota } = (await findStorage()?.estimate()) ?? {};
    return usage === undefined || quota === undefined ? null : { usage, quota };
  } catch {
    return null;
  }
}

/** A visit with its photos, with room to spare. */
const LOW_BYTES = 500_000_000;

/** How safe what the device holds is: promised by the browser, not promised, or nearly out of room. */
export async function storageState(): Promise<StorageState> {
  const storage = findStorage();
  if (!storage) return 'unknown';
  const estimate = await storageEstimate();
  if (estimate && estimate.quota - estimate.usage < LOW_BYTES) return 'low';
  return (await storage.persisted().catch(() => false)) ? 'persistent' : 'best_effort';
}
