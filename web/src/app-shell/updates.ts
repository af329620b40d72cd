/**
 * The app on the device and its next build. A new build is brought and waits; it takes over when the person agrees, or when
 * the app starts and no other page is open. Pages that are open go on with the build they began with.
 */
import { PAGE_LOCK, type ActivationAnswer } from '../../service-worker/protocol.js';
import { askWorker, findWorkers, inTime } from './workers.js';

/** `waiting`: a new build is on the device. `replaced`: another page took it; this one still runs the older. */
export type Update = 'none' | 'waiting' | 'replaced';

const CHECK_MS = 3_600_000;
const ACTIVATION_MS = 3_000;
const ANSWER_MS = 4_000;

let update: Update = 'none';
const listeners = new Set<() => void>();

export function currentUpdate(): Update {
  return update;
}

export function onUpdate(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: Update): void {
  update = next;
  for (const listener of listeners) listener();
}

/**
 * Before anything is shown: lets a waiting build take over if this is the only page. True when the page loads anew; then
 * nothing more is to be done here.
 */
export async function takeWaitingBuild(): Promise<boolean> {
  const workers = findWorkers();
  if (!workers?.controller) return false;
  const waiting = (await workers.getRegistration())?.waiting;
  if (!waiting) return false;
  const takenOver = changeOf(workers);
  const answer = await askWorker<ActivationAnswer>(waiting, 'activate-when-alone', ANSWER_MS);
  if (!answer?.activates || !(await inTime(takenOver, ACTIVATION_MS))) return false;
  location.reload();
  return true;
}

/** Brings the app to the device and looks for new builds from then on. `script` is the first script of the page. */
export async function keepOnDevice(script: string): Promise<void> {
  const workers = findWorkers();
  if (!workers) return;
  if ('locks' in navigator) {
    const name = PAGE_LOCK + new URL(script).pathname;
    void navigator.locks.request(name, { mode: 'shared' }, () => new Promise<never>(() => {}));
  }
  let isCared = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (isCared) become('replaced');
    isCared = true;
  });
  try {
    const registration = await workers.register('/sw.js', { updateViaCache: 'none' });
    watch(registration, workers);
    const check = () => void registration.update().catch(() => undefined);
    setInterval(check, CHECK_MS);
    window.addEventListener('online', check);
  } catch {
    // No network, a full disk, a browser that refuses: the app works without, and the self-test says it.
  }
}

function watch(registration: ServiceWorkerRegistration, workers: ServiceWorkerContainer): void {
  const look = () => {
    if (registration.waiting && workers.controller) become('waiting');
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
}

/** Loads the page anew, with the newest build there is. To be called when nothing is being sent and no field is dirty. */
export async function takeUpdate(): Promise<void> {
  const workers = findWorkers();
  const registration = await workers?.getRegistration();
  if (workers && registration) {
    await registration.update().catch(() => undefined);
    const next = await installed(registration);
    const takenOver = changeOf(workers);
    next?.postMessage('activate', []);
    if (next) await inTime(takenOver, ACTIVATION_MS);
  }
  location.reload();
}

/** The build that waits, once the one on its way in has arrived or failed. */
async function installed(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const { installing } = registration;
  if (installing) {
    await new Promise<void>((resolve) => {
      installing.addEventListener('statechange', () => resolve(), { once: true });
    });
  }
  return registration.waiting;
}

function changeOf(workers: ServiceWorkerContainer): Promise<void> {
  return new Promise((resolve) => {
    workers.addEventListener('controllerchange', () => resolve(), { once: true });
  });
}
