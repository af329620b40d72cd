import { setImmediate } from 'node:timers/promises';

let busy = 0;

function watch(request: EventTarget, ...ends: string[]): void {
  busy += 1;
  const done = () => {
    busy -= 1;
    for (const end of ends) request.removeEventListener(end, done);
  };
  for (const end of ends) request.addEventListener(end, done);
}

const transaction = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...args) {
  const started = transaction.apply(this, args);
  watch(started, 'complete', 'abort');
  return started;
};
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...args) {
  const request = open.apply(this, args);
  watch(request, 'success', 'error');
  return request;
};
const { subtle } = globalThis.crypto;
const digest = subtle.digest.bind(subtle);
Object.defineProperty(subtle, 'digest', {
  configurable: true,
  value: (...args: Parameters<typeof digest>) => {
    busy += 1;
    return digest(...args).finally(() => {
      busy -= 1;
    });
  },
});

/** Settles when no transaction and no digest is under way and nothing more follows from the last ones. */
export async function quiet(): Promise<void> {
  for (let still = 0; still < 12; still = busy > 0 ? 0 : still + 1) await setImmediate();
}
