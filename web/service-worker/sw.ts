/**
 * The service worker: the app starts without a network, from files that are exactly those of one build. It answers reads of
 * pages and files of the app alone; the API, every write and every foreign address pass by it untouched. A new build waits
 * until the person agrees or nobody uses the old one.
 */
import { PAGE_LOCK, type ActivationAnswer, type PageMessage, type ProofAnswer } from './protocol.js';
import { ShellCache, type Build } from './shell-cache.js';

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build. */
declare const BUILD: Build;

const LOOKS = 10;
const LOOK_MS = 100;

const build = BUILD;
const shell = new ShellCache(build, self.caches, (path, init) => fetch(path, init));

self.addEventListener('install', (event) => event.waitUntil(shell.fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || /^\/(api|health)(\/|$)/.test(pathname)) return;
  const isNavigation = request.mode === 'navigate';
  // A cache that cannot be read is none.
  const kept = shell.find(request.url, isNavigation).catch(() => undefined);
  event.respondWith(kept.then((found) => found ?? fetch(request)));
  if (isNavigation) event.waitUntil(tidy());
});

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  switch (event.data as PageMessage) {
    case 'activate':
      return event.waitUntil(self.skipWaiting());
    case 'activate-when-alone':
      return event.waitUntil(activateWhenAlone(port));
    case 'prove':
      return event.waitUntil(prove(port));
  }
});

async function activateWhenAlone(port: MessagePort | undefined): Promise<void> {
  const activates = await isAlone();
  port?.postMessage({ activates } satisfies ActivationAnswer);
  if (activates) await self.skipWaiting();
}

/** A page that is loaded anew leaves its last self behind for a moment. */
async function isAlone(): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    if ((await openPages()).length <= 1) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return false;
}

async function prove(port: MessagePort | undefined): Promise<void> {
  const missing = await shell.listMissing(self.location.origin);
  port?.postMessage({ files: build.files.length, missing } satisfies ProofAnswer);
}

async function takeOver(): Promise<void> {
  // The first visit is under its care at once; pages of an older build find their files in the older cache.
  await self.clients.claim();
  await tidy();
}

function openPages(): Promise<readonly WindowClient[]> {
  return self.clients.matchAll({ type: 'window', includeUncontrolled: true });
}

/** Forgets builds that no page is of. A page that did not yet say its build may be of any, and so may a build on its way in. */
async function tidy(): Promise<void> {
  const { installing, waiting } = self.registration;
  if (installing || waiting) return;
  const pages = await openPages();
  const { held = [] } = await self.navigator.locks.query();
  const known = held.filter(({ name }) => name?.startsWith(PAGE_LOCK));
  // Each page holds one; Chromium's ids of lock holders are not those of its clients.
  if (known.length < pages.length) return;
  await shell.dropOthers(known.map(({ name = '' }) => name.slice(PAGE_LOCK.length)));
}
