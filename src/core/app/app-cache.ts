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
