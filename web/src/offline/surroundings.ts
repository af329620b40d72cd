import type { StorageState } from '@kiemtra/shared/fieldwork';

/** Everything the ledger takes from the world around it, so that tests can cut it, bend it and stop its clock. */
export interface Surroundings {
  /** Puts a request on the wire; rejects when no answer comes. */
  send: (path: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970 by the device's clock. */
  now: () => number;
  /** 0 ≤ x < 1. */
  random: () => number;
  /** Runs once after so many milliseconds; the answer takes it back. */
  later: (ms: number, run: () => void) => () => void;
  /** Absent on plain http: a lease in the database takes its place. */
  locks?: Pick<LockManager, 'request'>;
  /** Other tabs of the same account; absent where there is none. */
  channel?: (name: string) => Pick<BroadcastChannel, 'postMessage' | 'close' | 'addEventListener'>;
  /** The person asked to save data; absent where the browser does not tell. */
  isSavingData?: () => boolean;
  /** How safe what the device holds is. */
  storage?: () => Promise<StorageState>;
  appVersion: string;
}

export function browserSurroundings(appVersion: string): Surroundings {
  return {
    // A redirect leads away from the server: a captive portal, never an answer.
    send: (path, init) => fetch(path, { ...init, redirect: 'manual', credentials: 'same-origin' }),
    now: () => Date.now(),
    random: () => Math.random(),
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    ...('locks' in navigator && { locks: navigator.locks }),
    ...('BroadcastChannel' in globalThis && { channel: (name: string) => new BroadcastChannel(name) }),
    isSavingData: () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true,
    appVersion,
  };
}
