/**
 * The way out of a service worker that went wrong: served in its place, it removes itself and the app's files from the
 * device. What was recorded lies in the ledger, which it does not touch.
 */
import { forgetAllBuilds } from './shell-cache.js';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) =>
  event.waitUntil(forgetAllBuilds(self.caches).then(() => self.registration.unregister())),
);
