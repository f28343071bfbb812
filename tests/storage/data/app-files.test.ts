import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appCacheName, fileUrl, precacheListUrl } from '#core/app/app-cache.ts';
import { listAppFiles } from '#storage/data/app-files.ts';
import { FakeCaches } from '../../support/fake-caches.ts';

const scope = 'https://shop.example/debut/';
const PATHS = ['index.html', 'workshop/index.html', '_app/a.js'];

let caches: FakeCaches;
beforeEach(() => {
  caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
});
afterEach(() => vi.unstubAllGlobals());

async function keep(version: string, paths: readonly string[], { withList = true } = {}) {
  const cache = await caches.open(appCacheName(scope, version));
  const files = PATHS.map((path) => ({ path, sha256: '' }));
  const list = JSON.stringify({ version, headers: {}, files });
  if (withList) await cache.put(precacheListUrl(scope), new Response(list));
  for (const path of paths) await cache.put(fileUrl(scope, path), new Response('x'));
  return cache;
}

describe('the files of the app on this device', () => {
  it('are all of its list, or fewer once some were deleted', async () => {
    const cache = await keep('v1', PATHS);
    expect(await listAppFiles(scope)).toEqual({ all: PATHS, kept: PATHS });
    await cache.delete(`${scope}workshop/`);
    expect(await listAppFiles(scope)).toEqual({ all: PATHS, kept: ['index.html', '_app/a.js'] });
  });

  it('are those of the version that is whole', async () => {
    await keep('v1', PATHS.slice(1));
    await keep('v2', PATHS);
    expect((await listAppFiles(scope))?.kept).toEqual(PATHS);
  });

  it('are not known without a list, another copy’s files, or Cache Storage', async () => {
    await keep('v0', PATHS, { withList: false });
    expect(await listAppFiles(scope)).toBeNull();
    expect(await listAppFiles('https://shop.example/')).toBeNull();
    vi.stubGlobal('caches', undefined);
    expect(await listAppFiles(scope)).toBeNull();
  });
});
