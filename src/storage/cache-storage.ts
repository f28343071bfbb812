/** Not there where the page is not secure. */
export const cacheStorage = (): CacheStorage | undefined =>
  (globalThis as { caches?: CacheStorage }).caches;
