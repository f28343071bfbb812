// Makes the app work offline and, on hosts that send no security headers, adds them to every file. It never replaces a
// running version by itself: the page asks its user first.
import {
  NO_CHANNEL,
  REQUEST_CHANNEL,
  RequestTeller,
  type AnsweredBy,
} from '#core/app/request-note.ts';
import { answer, isOurs } from './answer.ts';
import { openFromNotice } from './notice-click.ts';
import { OlderTabs } from './older-tabs.ts';
import { fillCache } from './precache.ts';
import { bringsShared, takeShared } from './take-shared-files.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;

/** The build writes the digest of its precache list here. */
const version = '__PRECACHE_VERSION__';

const site = { scope: worker.registration.scope, version };

// The development server builds files on request, so there is nothing to keep.
if (!import.meta.env.DEV) {
  const teller = new RequestTeller({
    told: worker.location.href,
    since: Date.now(),
    channel: 'BroadcastChannel' in worker ? new BroadcastChannel(REQUEST_CHANNEL) : NO_CHANNEL,
  });
  const tell = ({ url, method }: Request, answeredBy: AnsweredBy) =>
    teller.tell({ from: 'service-worker', url, method, answeredBy });
  const tellFetched = (url: string) =>
    teller.tell({ from: 'offline-copy', url, method: 'GET', answeredBy: 'host' });

  worker.addEventListener('install', (event) =>
    event.waitUntil(fillCache(site.scope, version, tellFetched)),
  );

  const older = new OlderTabs(site);
  const openTabs = async () => {
    const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    return tabs.map(({ id }) => id);
  };

  worker.addEventListener('activate', (event) =>
    event.waitUntil(
      openTabs()
        .then((tabs) => older.follow(tabs))
        .then(() => worker.clients.claim()),
    ),
  );

  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    // A tab that was reloaded requests its scripts. While it loads, its previous document still counts as open.
    if (request.destination === 'script') event.waitUntil(older.dropUnused(openTabs));
    if (isOurs(request, site)) event.respondWith(answerAndTell(request));
    else if (bringsShared(request, site)) {
      event.respondWith(takeShared(request, site));
      tell(request, 'device');
    } else tell(request, null);
  });

  const answerAndTell = async (request: Request) => {
    let answeredBy: AnsweredBy = 'device';
    try {
      return await answer(request, site, () => (answeredBy = 'host'));
    } finally {
      tell(request, answeredBy);
    }
  };

  worker.addEventListener('notificationclick', (event) =>
    event.waitUntil(openFromNotice(event.notification, worker.clients)),
  );

  worker.addEventListener('message', (event: ExtendableMessageEvent) => {
    const { type } = (event.data ?? {}) as { type?: unknown };
    if (type === 'take-over') event.waitUntil(worker.skipWaiting());
    // A page loaded with a forced reload has no service worker; it may ask for one.
    if (type === 'claim') event.waitUntil(worker.clients.claim());
    // A page found files missing that were stored once. It waits for the answer.
    if (type === 'fill') {
      const answered = (isWhole: boolean) => event.ports[0]?.postMessage(isWhole);
      const filled = fillCache(site.scope, version, tellFetched);
      event.waitUntil(filled.then(() => answered(true)).catch(() => answered(false)));
    }
  });
}
