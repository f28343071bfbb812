// What an injected script can send to another origin in Firefox and WebKit, told by who would receive it: from the app's
// page, and from workers that come with the app's headers. A host without a policy shows what would have arrived. The
// same for Chromium, and inside the app's own workers: ../app/nothing-leaves.spec.ts.
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { m } from '#messages';
import { serveSite } from '#workers/build/serve.js';
import { BUILD } from '../support/fixtures.ts';
import {
  DEPARTURES,
  departFromPage,
  sendFromAnyThread,
  sendFromPage,
} from '../support/leak-attempts.ts';
import { startRecorder } from '../support/recorder.ts';
import { expect, test } from './engine-test.ts';
import { untilOfflineReady } from './main-job.ts';
import type { Tab } from './tab.ts';

/** What neither Content-Security-Policy nor these engines stop; SECURITY.md names the same. */
const LEAVES = {
  firefox: paths('page', ['address', 'link', 'new-tab', 'refresh', 'window']),
  // It opens no window for a script unless somebody has pressed; whether the policy would stop it is not known.
  webkit: paths('page', ['address', 'link', 'refresh']),
};

const ANYWHERE = ['fetch', 'websocket', 'event-source', 'cache'];
/** What arrives from a host without a policy in both engines: the policy is what stops it. */
const WOULD_ARRIVE = [
  ...paths('page', [
    ...[...ANYWHERE, 'xhr', 'import', 'font', 'beacon', 'image', 'image-set', 'image-button'],
    ...['frame', 'script', 'style', 'imported-style', 'module', 'preload', 'object', 'embed'],
    ...['video', 'audio', 'background', ...DEPARTURES],
  ]),
  ...paths('worker', [...ANYWHERE, 'xhr', 'import']),
  ...paths('service-worker', ANYWHERE),
];

function paths(thread: string, ways: readonly string[]): string[] {
  return ways.map((way) => `/${thread}/${way}`);
}

/** Each worker is started, tries, and waits whether it is told of a refusal; a busy machine takes its time. */
const TRIED_MS = 90_000;

/** Long enough for a request on its way to arrive. */
const SETTLE_MS = 1_000;

const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

const PAGE = `<!doctype html><title>Probe</title><body><script src="probe.js"></script>`;
const PROBE = `
  const policy = globalThis.trustedTypes?.createPolicy('debut-worker-url', { createScriptURL: (url) => url });
  const own = (url) => policy?.createScriptURL(url) ?? url;
  const ask = (port, target) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port.postMessage(target, [port2]);
  });
  globalThis.askWorker = (target) => ask(new Worker(own('worker.js'), { type: 'module' }), target);
  globalThis.askServiceWorker = async (target) => {
    await navigator.serviceWorker.register(own('service.js'));
    await ask((await navigator.serviceWorker.ready).active, target);
  };`;
const WORKER = `
  const send = ${String(sendFromAnyThread)};
  addEventListener('message', ({ data, ports }) => send(data).then(() => ports[0].postMessage('tried')));`;

type Probe = Record<'askWorker' | 'askServiceWorker', (target: string) => Promise<void>>;

async function tryFromPage(tab: Tab, url: string, target: string): Promise<void> {
  await tab.goto(url);
  await tab.run(sendFromAnyThread, `${target}page/`);
  await tab.run(sendFromPage, `${target}page/`);
  await settle();
  for (const way of DEPARTURES) {
    await tab.goto(url);
    // The page may be gone before it can answer.
    await tab.run(departFromPage, [`${target}page/`, way] as const).catch(() => undefined);
    await settle();
  }
}

async function tryFromWorkers(tab: Tab, url: string, target: string): Promise<void> {
  await tab.goto(url);
  await tab.run(async (to) => {
    const probe = globalThis as unknown as Probe;
    await probe.askWorker(`${to}worker/`);
    await probe.askServiceWorker(`${to}service-worker/`);
  }, target);
  await settle();
}

/** Writes a site of nothing but a page and two workers, with the app's headers. */
async function writeProbe(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'debut-probe-'));
  await copyFile(join(BUILD, 'precache.json'), join(folder, 'precache.json'));
  const files = {
    'index.html': PAGE,
    'probe.js': PROBE,
    'worker.js': WORKER,
    'service.js': WORKER,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

async function tryAll(tab: Tab, urls: { page: string; probe: string }): Promise<string[]> {
  const recorder = await startRecorder();
  await tryFromPage(tab, urls.page, recorder.url);
  await tryFromWorkers(tab, urls.probe, recorder.url);
  await tab.goto('about:blank');
  const arrived = new Set(recorder.received);
  // Asked for by the browser itself, once the page is there.
  arrived.delete('/favicon.ico');
  const { packetCount } = await recorder.close();
  return [...arrived, ...(packetCount > 0 ? ['packets'] : [])].sort();
}

for (const engine of ['firefox', 'webkit'] as const)
  test(
    `in ${engine}, only leaving the page sends anything to another origin`,
    { tag: '@whole' },
    async ({ visit, site }) => {
      test.setTimeout(120_000);
      const { tab } = await visit(engine);
      const folder = await writeProbe();
      const probe = await serveSite({ folder, port: 0 });
      const bare = await serveSite({ folder, port: 0, bare: true });
      try {
        const control = await tryAll(tab, { page: bare.url, probe: bare.url });
        expect(control).toEqual(expect.arrayContaining(WOULD_ARRIVE));
        expect(control).toEqual(expect.arrayContaining(LEAVES[engine]));
        expect(await tryAll(tab, { page: site.url, probe: probe.url })).toEqual(LEAVES[engine]);
      } finally {
        await Promise.all([probe.close(), bare.close()]);
        await rm(folder, { recursive: true });
      }
    },
  );

for (const engine of ['firefox', 'webkit'] as const)
  test(
    `in ${engine}, the app's page and workers are held back, on a host without headers too`,
    { tag: '@whole' },
    async ({ visit, site }) => {
      test.setTimeout(300_000);
      const { tab, seller } = await visit(engine);
      const bare = await serveSite({ folder: BUILD, port: 0, bare: true });
      try {
        for (const { url } of [site, bare]) {
          await tab.goto(url);
          await untilOfflineReady(tab);
          await tab.goto(`${url}settings/`);
          await seller.press('button', m.privacy_show());
          await seller.press('button', m.privacy_try_now());
          await seller.sees('text', m.privacy_try_good(), TRIED_MS);
        }
      } finally {
        await bare.close();
      }
    },
  );
