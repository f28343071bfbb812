import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrecacheList } from '#workers/build/offline-files-adapter.js';
import { filesIn } from '#workers/build/site-files.js';
import { BUILD, expect, test } from '../support/fixtures.ts';
import { hostHeaders } from '../../support/host-headers.ts';
import { untilOfflineReady } from '../support/site.ts';

/** What is kept on the device is part of it. */
test.use({ serviceWorkers: 'allow' });

const list = JSON.parse(readFileSync(join(BUILD, 'precache.json'), 'utf8')) as PrecacheList;

test('every file, and what is not there, comes with every security header', async ({ site }) => {
  const missing: string[] = [];
  for (const path of [...filesIn(BUILD), '', 'data', 'no/such/file']) {
    const { body, headers } = await fetch(new URL(path, site.url), { redirect: 'manual' });
    await body?.cancel();
    for (const [name, value] of Object.entries(list.headers))
      if (headers.get(name) !== value) missing.push(`${name} of ${path}: ${headers.get(name)}`);
  }
  expect(missing).toEqual([]);
});

test('a host that reads _headers sends them with every file, each once', () => {
  const rules = readFileSync(join(BUILD, '_headers'), 'utf8');
  for (const path of [...filesIn(BUILD), '', 'data/', 'no/such/file']) {
    const sent = hostHeaders(rules, `/${path}`);
    expect(sent, path).toMatchObject(list.headers);
  }
});

test.describe('on a host that sends none', () => {
  // What is not there is an error in the console.
  test.use({ expectProblems: true });

  test('the service worker adds them to every file', async ({ page, openSite }) => {
    const site = await openSite({ bare: true });
    await page.goto(site.url);
    await untilOfflineReady(page);
    // The browser and the service worker itself ask the host for these, and run nothing of them in a page.
    const asked = filesIn(BUILD).filter(
      (path) => !['precache.json', 'service-worker.js', 'no/such/file'].includes(path),
    );
    const answers = await page.evaluate(
      (paths) =>
        Promise.all(
          paths.map(async (path) => {
            const { headers, status } = await fetch(path, { method: 'HEAD' });
            return { path, status, headers: Object.fromEntries(headers) };
          }),
        ),
      [...asked, 'no/such/file'],
    );
    const wanted: Record<string, string> = {};
    for (const [name, value] of Object.entries(list.headers)) wanted[name.toLowerCase()] = value;
    for (const { path, status, headers } of answers) {
      expect(status, path).toBe(path === 'no/such/file' ? 404 : 200);
      expect(headers, path).toMatchObject(wanted);
    }
    const opened = await page.goto(`${site.url}data`);
    const redirect = await opened?.request().redirectedFrom()?.response();
    expect(redirect?.status()).toBe(308);
    for (const answer of [opened!, redirect!])
      expect(await answer.allHeaders()).toMatchObject(wanted);
  });
});

test('the policy lets nothing out', () => {
  const policy = list.headers['Content-Security-Policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'|'nonce-|allow-duplicates/);
});

test('the service worker keeps exactly the files of the build, but for the pretrained models', async ({
  page,
}) => {
  await page.goto('');
  await untilOfflineReady(page);
  const kept = await page.evaluate(async () => {
    const requests = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    return requests.flat().map(({ url }) => url.slice(document.baseURI.length));
  });
  const ownFiles = ['_headers', '.nojekyll', 'precache.json', 'service-worker.js'];
  const isPretrained = (path: string) => path.startsWith('_app/immutable/language/');
  const all = filesIn(BUILD).filter((path) => !ownFiles.includes(path));
  const built = all.filter((path) => !isPretrained(path));
  expect(all.filter(isPretrained)).toHaveLength(5);
  // The list tells a page which files there should be (src/service-worker/DECISIONS.md).
  const wanted = [...built, 'precache.json'].map((path) => path.replace(/index\.html$/, ''));
  expect(kept.sort()).toEqual(wanted.sort());
  expect(built).toEqual(list.files.map(({ path }) => path));
});

test('workers and their WASM are among the kept files', () => {
  const paths = list.files.map(({ path }) => path);
  expect(paths.filter((path) => /\/(dataset|model)\.worker-.*\.js$/.test(path))).toHaveLength(2);
  expect(paths.some((path) => path.endsWith('.wasm'))).toBe(true);
});

test('the browser denies every feature that is not needed, and knows them all', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto('');
  const denied = list.headers['Permissions-Policy']!.split(', ').map((rule) => rule.slice(0, -3));
  const isAllowed = await page.evaluate((features) => {
    interface Policy {
      allowsFeature(name: string): boolean;
    }
    const { featurePolicy } = document as Document & { featurePolicy: Policy };
    return Object.fromEntries(features.map((name) => [name, featurePolicy.allowsFeature(name)]));
  }, denied);
  expect(isAllowed).toEqual(Object.fromEntries(denied.map((name) => [name, false])));
  expect(complaints.filter((text) => text.includes('Permissions-Policy'))).toEqual([]);
});
