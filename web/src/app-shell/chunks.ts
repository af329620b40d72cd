import { lazy, type ComponentType } from 'react';

/**
 * Parts of the app that come when they are needed. One that cannot be had (no network and not on the device) leaves the
 * screen as it is: it is asked for again until it is there.
 */
const RETRY_MS = 15_000;

let missing = 0;
const listeners = new Set<() => void>();
const waiting = new Set<() => void>();

/** How many parts that were asked for cannot be had. */
export function countMissingChunks(): number {
  return missing;
}

export function onMissingChunk(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks again for everything that could not be had. */
export function retryChunks(): void {
  for (const retry of waiting) retry();
}

/** Loads a part, however long it takes. */
export async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  let hasFailed = false;
  for (;;) {
    try {
      const loaded = await load();
      if (hasFailed) count(-1);
      return loaded;
    } catch {
      if (!hasFailed) count(1);
      hasFailed = true;
      await nextTry();
      askAgainForStyles();
    }
  }
}

/** A component that comes when it is first shown; needs a Suspense above it. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await untilLoaded(load) }));
}

function count(by: 1 | -1): void {
  missing += by;
  for (const listener of listeners) listener();
}

/** A part is asked for again with its scripts alone: the bundler holds its styles, once asked for, to be there. */
function askAgainForStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    if (link.sheet === null) link.replaceWith(link.cloneNode());
  }
}

function nextTry(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      waiting.delete(go);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, RETRY_MS);
    waiting.add(go);
    window.addEventListener('online', go);
  });
}
