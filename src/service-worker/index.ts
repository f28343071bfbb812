// Makes the app work offline and, on hosts that send no security headers, adds them to every file.
// It never decides by itself to replace a running version: the page asks its user first.
import { answer, isOurs } from './answer.ts';
import { dropOtherVersions, fillCache } from './precache.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;

/** The build writes the digest of its precache list here. */
const version = '__PRECACHE_VERSION__';

const site = { scope: worker.registration.scope, version };

// The development server builds files on request, so there is nothing to keep.
if (!import.meta.env.DEV) {
  worker.addEventListener('install', (event) => event.waitUntil(fillCache(site.scope, version)));

  worker.addEventListener('activate', (event) =>
    event.waitUntil(dropOtherVersions(site.scope, version).then(() => worker.clients.claim())),
  );

  worker.addEventListener('fetch', (event) => {
    if (isOurs(event.request, site)) event.respondWith(answer(event.request, site));
  });

  worker.addEventListener('message', (event: ExtendableMessageEvent) => {
    const { type } = (event.data ?? {}) as { type?: unknown };
    if (type === 'take-over') event.waitUntil(worker.skipWaiting());
    // A page loaded with a forced reload has no service worker; it may ask for one.
    if (type === 'claim') event.waitUntil(worker.clients.claim());
  });
}
