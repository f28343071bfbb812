// Files that another app shared with this one: the service worker keeps them, and the first page that asks takes them.

import { SHARED_NAME, sharedCacheName } from '#core/arrivals/shared-files.ts';
import { cacheStorage } from './cache-storage.ts';

/** In the order in which they were shared; none a second time. `scope` is the address of the app's start page. */
export async function takeSharedFiles(scope: string): Promise<File[]> {
  const name = sharedCacheName(scope);
  if (!(await cacheStorage()?.keys())?.includes(name)) return [];
  const cache = await caches.open(name);
  const files: { readonly index: number; readonly file: File }[] = [];
  for (const { url } of await cache.keys()) {
    const kept = await cache.match(url);
    if (!kept) continue;
    const fileName = decodeURIComponent(kept.headers.get(SHARED_NAME) ?? '');
    const index = Number(url.slice(url.lastIndexOf('/') + 1));
    files.push({ index, file: new File([await kept.blob()], fileName) });
  }
  await caches.delete(name);
  return files.sort((a, b) => a.index - b.index).map(({ file }) => file);
}

export async function dropSharedFiles(scope: string): Promise<void> {
  await cacheStorage()?.delete(sharedCacheName(scope));
}
