import {
  appCacheName,
  appCachePrefix,
  fileUrl,
  precacheListUrl,
  type PrecachedFile,
  type PrecacheList,
} from '#core/app/app-cache.ts';

/**
 * Stores every file of one version, or none: an incomplete cache would break the app offline. Calls `tell` with each
 * requested address.
 * Throws where the host has another version, or a file is not the expected one.
 */
export async function fillCache(
  scope: string,
  version: string,
  tell: (url: string) => void = () => undefined,
): Promise<void> {
  tell(precacheListUrl(scope));
  const list = await loadList(scope, version);
  for (const { path } of list.files) tell(fileUrl(scope, path));
  const answers = await Promise.all(
    list.files.map(async (file) => ({
      url: fileUrl(scope, file.path),
      response: await download(scope, file, list.headers),
    })),
  );
  const name = appCacheName(scope, version);
  const cache = await caches.open(name);
  try {
    await Promise.all(answers.map(({ url, response }) => cache.put(url, response)));
    // Last: whoever finds the list finds what it names, unless it was deleted since.
    await cache.put(precacheListUrl(scope), new Response(JSON.stringify(list)));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/** Deletes the caches of all other versions of this copy of the app. */
export async function dropOtherVersions(scope: string, version: string): Promise<void> {
  const names = await caches.keys();
  const old = names.filter(
    (name) => name.startsWith(appCachePrefix(scope)) && name !== appCacheName(scope, version),
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function loadList(scope: string, version: string): Promise<PrecacheList> {
  const response = await fetch(precacheListUrl(scope), { cache: 'no-store' });
  if (!response.ok) throw new Error(`precache.json answered ${response.status}`);
  const list = (await response.json()) as PrecacheList;
  if (list.version !== version)
    throw new Error(`expected files of version ${version}, the host has ${list.version}`);
  return list;
}

/**
 * Downloads a file, and throws where its digest differs. The status does not matter: hosts serve 404.html with a 404.
 */
async function download(
  scope: string,
  { path, sha256 }: PrecachedFile,
  headers: PrecacheList['headers'],
): Promise<Response> {
  const response = await fetch(fileUrl(scope, path), { cache: 'no-cache' });
  const body = await response.arrayBuffer();
  const found = hex(await crypto.subtle.digest('SHA-256', body));
  if (found !== sha256)
    throw new Error(`expected ${path} with SHA-256 ${sha256}, got ${found} (${response.status})`);
  // A new response, because one that came by a redirect may not answer a navigation.
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  return new Response(body, { headers: { ...headers, 'Content-Type': type } });
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
