import type { PageMessage } from '../../service-worker/protocol.js';

/** The browser's service workers; none on plain http and in old browsers, whatever the types say. */
export function findWorkers(): ServiceWorkerContainer | null {
  return 'serviceWorker' in navigator ? navigator.serviceWorker : null;
}

/** Asks a worker and gives its answer; null when none comes in time. */
export function askWorker<Answer>(
  worker: ServiceWorker,
  message: PageMessage,
  withinMs: number,
): Promise<Answer | null> {
  const { port1, port2 } = new MessageChannel();
  return new Promise<Answer | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), withinMs);
    port1.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      clearTimeout(timer);
      resolve(data);
    });
    port1.start();
    worker.postMessage(message, [port2]);
  }).finally(() => port1.close());
}

/** True when it happened in time. */
export function inTime(happens: Promise<unknown>, withinMs: number): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), withinMs));
  return Promise.race([happens.then(() => true), late]);
}
