/**
 * Returns the prefix of the app's cache names. Caches belong to the whole origin, which may host several copies of the
 * app, so names begin with the copy's scope.
 */
export function appCachePrefix(scope: string): string {
  return `debut ${scope} `;
}

/** Returns the cache name of one version of the app. */
export function appCacheName(scope: string, version: string): string {
  return `${appCachePrefix(scope)}${version}`;
}

/** Contents of precache.json, which the build writes: every file of the site, and the headers each must carry. */
export interface PrecacheList {
  readonly version: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly files: readonly PrecachedFile[];
}

export interface PrecachedFile {
  readonly path: string;
  readonly sha256: string;
}

/** The list is kept with the files, so that a page without the host can see whether all are there. */
export function precacheListUrl(scope: string): string {
  return `${scope}precache.json`;
}

/** Returns the address of a file. A page has that of its folder: some hosts answer …/index.html with a redirect. */
export function fileUrl(scope: string, path: string): string {
  return scope + path.replace(/(^|\/)index\.html$/, '$1');
}
