// Keeps files that another app shared with this one, or that a page could not go on with, until a page takes them.

import { SHARED_NAME, sharedAddress, sharedCacheName } from '#core/app/shared-files.ts';
import { cacheStorage } from '../database/cache-storage.ts';

/**
 * Returns the shared files in the order in which they were shared, and deletes them: none is taken twice.
 * @param scope address of the app's home page
 */
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

/** Deletes shared files that no page has taken. */
export async function deleteSharedFiles(scope: string): Promise<void> {
  await cacheStorage()?.delete(sharedCacheName(scope));
}

/** Stores files in place of those kept before. Returns false where there is no room or no Cache Storage. */
export async function saveSharedFiles(scope: string, files: readonly File[]): Promise<boolean> {
  const storage = cacheStorage();
  if (!storage) return false;
  const name = sharedCacheName(scope);
  try {
    await storage.delete(name);
    const cache = await storage.open(name);
    await Promise.all(files.map((file, i) => cache.put(sharedAddress(scope, i), asResponse(file))));
    return true;
  } catch {
    await storage.delete(name);
    return false;
  }
}

function asResponse(file: File): Response {
  return new Response(file, { headers: { [SHARED_NAME]: encodeURIComponent(file.name) } });
}
