// The app's own files in the browser's Cache Storage, as the service worker keeps them.

import {
  appCachePrefix,
  fileUrl,
  precacheListUrl,
  type PrecacheList,
} from '#core/app/app-cache.ts';
import { cacheStorage } from '../database/cache-storage.ts';

/** Paths of the files of one version of the app, and those of them that are on this device. */
export interface AppFiles {
  readonly all: readonly string[];
  readonly kept: readonly string[];
}

/**
 * Returns the files of the version that is kept most completely; null where none is kept, or one of before there was a
 * list.
 * @param scope address under which this copy of the app lies
 */
export async function listAppFiles(scope: string): Promise<AppFiles | null> {
  const caches = cacheStorage();
  const names = (await caches?.keys()) ?? [];
  const ours = names.filter((name) => name.startsWith(appCachePrefix(scope)));
  const listed = await Promise.all(
    ours.map(async (name) => filesIn(await caches!.open(name), scope)),
  );
  const missing = ({ all, kept }: AppFiles) => all.length - kept.length;
  return (
    listed.filter((files) => files !== null).sort((a, b) => missing(a) - missing(b))[0] ?? null
  );
}

async function filesIn(cache: Cache, scope: string): Promise<AppFiles | null> {
  const list = await cache.match(precacheListUrl(scope));
  if (!list) return null;
  const { files } = (await list.json()) as PrecacheList;
  const all = files.map(({ path }) => path);
  const stored = new Set((await cache.keys()).map(({ url }) => url));
  return { all, kept: all.filter((path) => stored.has(new URL(fileUrl(scope, path)).href)) };
}
