/**
 * The way out of a service worker that went wrong: served in its place, it removes itself and the app's files from the
 * device. What was recorded lies in the ledger, which it does not touch. It does so before it takes over: the one that went
 * wrong may never let go of its pages.
 */
import { forgetAllBuilds } from './shell-cache.js';

declare const self: ServiceWorkerGlobalScope;

async function leave(): Promise<void> {
  await forgetAllBuilds(self.caches);
  await self.registration.unregister();
}

self.addEventListener('install', (event) => {
  void self.skipWaiting();
  event.waitUntil(leave());
});
// The older one may have brought files meanwhile.
self.addEventListener('activate', (event) => event.waitUntil(leave()));
