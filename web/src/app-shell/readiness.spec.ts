import type { PageMessage, ProofAnswer } from '../../service-worker/protocol.js';
import { offlineStartObstacle, proveOfflineStart, requestPersistence, storageEstimate, storageState } from './index.js';

function browserHas(name: 'serviceWorker' | 'storage', what: unknown): void {
  Object.defineProperty(navigator, name, { configurable: true, value: what });
}

/** A worker that answers the self-test; a silent one when there is no answer. */
function workerAnswering(answer: ProofAnswer) {
  const postMessage = (message: PageMessage, [port]: MessagePort[]) => {
    expect(message).toBe('prove');
    port?.postMessage(answer);
  };
  browserHas('serviceWorker', { ready: Promise.resolve({ active: { postMessage } }) });
}

/** One end of a line to the worker. jsdom has none, and React would take one that all tests have for its own work. */
class Port extends EventTarget {
  other: Port | null = null;
  postMessage(data: unknown) {
    queueMicrotask(() => this.other?.dispatchEvent(new MessageEvent('message', { data })));
  }
  start() {
    return undefined;
  }
  close() {
    return undefined;
  }
}

function aChannel() {
  const [port1, port2] = [new Port(), new Port()];
  port1.other = port2;
  port2.other = port1;
  return { port1, port2 };
}

beforeAll(() => Object.assign(globalThis, { MessageChannel: jest.fn(aChannel) }));

afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker');
  Reflect.deleteProperty(navigator, 'storage');
  Reflect.deleteProperty(globalThis, 'isSecureContext');
});

describe('the proof of a start without a network', () => {
  it('says on plain http that there is none, and why', async () => {
    Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, value: false });
    expect(offlineStartObstacle()).toBe('insecure');
    expect(await proveOfflineStart()).toEqual({ state: 'unavailable', because: 'insecure' });
  });

  it('tells a browser without service workers from an address without https', () => {
    Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, value: true });
    expect(offlineStartObstacle()).toBe('unsupported');
  });

  it('is ready only when every file was read back', async () => {
    workerAnswering({ files: 120, missing: [] });
    expect(await proveOfflineStart()).toEqual({ state: 'ready', files: 120 });
    workerAnswering({ files: 120, missing: ['/assets/a.js'] });
    expect(await proveOfflineStart()).toEqual({ state: 'incomplete', files: 120, missing: ['/assets/a.js'] });
  });

  it('does not wait for ever for a worker that never comes', async () => {
    jest.useFakeTimers();
    browserHas('serviceWorker', { ready: new Promise(() => {}) });
    const proof = proveOfflineStart();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(await proof).toEqual({ state: 'unavailable', because: 'not-installed' });
    jest.useRealTimers();
  });
});

describe('the storage of the device', () => {
  it('is asked to last; the answer is told as it is', async () => {
    expect(await requestPersistence()).toBe('unavailable');
    browserHas('storage', { persisted: () => Promise.resolve(false), persist: () => Promise.resolve(false) });
    expect(await requestPersistence()).toBe('refused');
    browserHas('storage', { persisted: () => Promise.resolve(false), persist: () => Promise.resolve(true) });
    expect(await requestPersistence()).toBe('granted');
  });

  it('tells how full it is, or that the browser does not say', async () => {
    expect(await storageEstimate()).toBeNull();
    browserHas('storage', { persist: () => undefined, estimate: () => Promise.resolve({ usage: 5, quota: 100 }) });
    expect(await storageEstimate()).toEqual({ usage: 5, quota: 100 });
    browserHas('storage', { persist: () => undefined, estimate: () => Promise.reject(new Error('private')) });
    expect(await storageEstimate()).toBeNull();
  });

  it('is told as promised, not promised, or nearly full', async () => {
    expect(await storageState()).toBe('unknown');
    const storage = (persisted: boolean, free: number) => ({
      persist: () => undefined,
      persisted: () => Promise.resolve(persisted),
      estimate: () => Promise.resolve({ usage: 0, quota: free }),
    });
    browserHas('storage', storage(true, 2e9));
    expect(await storageState()).toBe('persistent');
    browserHas('storage', storage(false, 2e9));
    expect(await storageState()).toBe('best_effort');
    browserHas('storage', storage(true, 4e8));
    expect(await storageState()).toBe('low');
  });
});
