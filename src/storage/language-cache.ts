// The files of the language model, in the browser's Cache Storage. The service worker's caches are of one version of the app and go with it;
// these stay as long as a version asks for the same files, whose names hold their contents' hash.

import { languageFiles } from '#core/language/files.generated.ts';
import { cacheStorage } from './cache-storage.ts';

export const LANGUAGE_CACHE = 'debut-language';

export async function keptLanguageFile(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const kept = await (await openCache())?.match(addressOf(name));
  return kept && new Uint8Array(await kept.arrayBuffer());
}

/** Whether it could be kept: a full disk refuses. What no version of today asks for makes room. */
export async function keepLanguageFile(
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

export async function dropLanguageFile(name: string): Promise<void> {
  await (await openCache())?.delete(addressOf(name));
}

/** Names of the files that are on this device. */
export async function keptLanguageFiles(): Promise<string[]> {
  const requests = (await (await openCache())?.keys()) ?? [];
  const kept = requests.map(({ url }) => url.slice(url.lastIndexOf('/') + 1));
  return kept.filter((name) => NAMES.includes(name));
}

export async function removeLanguageFiles(): Promise<void> {
  await cacheStorage()?.delete(LANGUAGE_CACHE);
}

const NAMES: readonly string[] = Object.values(languageFiles).map(({ name }) => name);

async function openCache(): Promise<Cache | undefined> {
  return cacheStorage()?.open(LANGUAGE_CACHE);
}

/** The same from a page and from a worker, wherever on the site they stand. */
function addressOf(name: string): string {
  return `/${LANGUAGE_CACHE}/${name}`;
}

async function dropOthers(cache: Cache): Promise<void> {
  const requests = await cache.keys();
  const others = requests.filter(({ url }) => !NAMES.some((name) => url.endsWith(`/${name}`)));
  await Promise.all(others.map((request) => cache.delete(request)));
}
