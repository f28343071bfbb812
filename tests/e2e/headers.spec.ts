import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrecacheList } from '#workers/build/offline-files-adapter.js';
import { filesIn } from '#workers/build/site-files.js';
import { BUILD, expect, test } from './fixtures.ts';
import { untilOfflineReady } from './site.ts';

const list = JSON.parse(readFileSync(join(BUILD, 'precache.json'), 'utf8')) as PrecacheList;

test('every file, and what is not there, comes with every security header', async ({ request }) => {
  for (const path of [...filesIn(BUILD), '', 'data', 'no/such/file']) {
    const answer = await request.get(path, { maxRedirects: 0 });
    for (const [name, value] of Object.entries(list.headers))
      expect(answer.headers()[name.toLowerCase()], `${name} of ${path}`).toBe(value);
  }
});

test('the policy lets nothing out', () => {
  const policy = list.headers['Content-Security-Policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'|'nonce-/);
});

test('the service worker keeps exactly the files of the build, but for the language model', async ({
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
  const isLanguageModel = (path: string) => path.startsWith('_app/immutable/language/');
  const all = filesIn(BUILD).filter((path) => !ownFiles.includes(path));
  const built = all.filter((path) => !isLanguageModel(path));
  expect(all.filter(isLanguageModel)).toHaveLength(4);
  expect(kept.sort()).toEqual(built.map((path) => path.replace(/index\.html$/, '')).sort());
  expect(built).toEqual(list.files.map(({ path }) => path));
});

test('workers and their WASM are among the kept files', () => {
  const paths = list.files.map(({ path }) => path);
  expect(paths.filter((path) => /\/(dataset|model)\.worker-.*\.js$/.test(path))).toHaveLength(2);
  expect(paths.some((path) => path.endsWith('.wasm'))).toBe(true);
});
