// Stores the files of the language model in the browser's Cache Storage. The service worker's caches belong to one
// version of the app and are deleted with it. These files stay while a version needs them: their names contain a hash
// of their contents.

import { languageFiles } from '#core/model/text/files.generated.ts';
import { cacheStorage } from '../database/cache-storage.ts';

export const LANGUAGE_CACHE = 'debut-language';

/** Returns the bytes of a stored file; undefined where it is not stored. */
export async function loadLanguageFile(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const kept = await (await openCache())?.match(addressOf(name));
  return kept && new Uint8Array(await kept.arrayBuffer());
}

/** Stores a file; first deletes files that this version does not use. Returns false where a full disk refuses it. */
export async function saveLanguageFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const cache = await openCache();
  if (!cache) return false;
  await dropOthers(cache);
  try {
    await cache.put(addressOf(name), new Response(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Deletes a stored file, such as one that was found damaged. */
export async function deleteLanguageFile(name: string): Promise<void> {
  await (await openCache())?.delete(addressOf(name));
}

/** Returns the names of the language model files on this device. */
export async function listLanguageFiles(): Promise<string[]> {
  const requests = (await (await openCache())?.keys()) ?? [];
  const kept = requests.map(({ url }) => url.slice(url.lastIndexOf('/') + 1));
  return kept.filter((name) => NAMES.includes(name));
}

/** Deletes all files of the language model. */
export async function deleteLanguageFiles(): Promise<void> {
  await cacheStorage()?.delete(LANGUAGE_CACHE);
}

const NAMES: readonly string[] = Object.values(languageFiles).map(({ name }) => name);

async function openCache(): Promise<Cache | undefined> {
  return cacheStorage()?.open(LANGUAGE_CACHE);
}

/** Returns a file's cache key. It is absolute, so pages and workers anywhere on the site share it. */
function addressOf(name: string): string {
  return `/${LANGUAGE_CACHE}/${name}`;
}

async function dropOthers(cache: Cache): Promise<void> {
  const requests = await cache.keys();
  const others = requests.filter(({ url }) => !NAMES.some((name) => url.endsWith(`/${name}`)));
  await Promise.all(others.map((request) => cache.delete(request)));
}
