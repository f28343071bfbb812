/** Caches belong to the whole origin, which may host several copies of the app: their names begin with where theirs is. */
export function appCachePrefix(scope: string): string {
  return `debut ${scope} `;
}

/** Of one version of the app. */
export function appCacheName(scope: string, version: string): string {
  return `${appCachePrefix(scope)}${version}`;
}
