/** Returns the browser's Cache Storage; undefined outside a secure context. */
export const cacheStorage = (): CacheStorage | undefined =>
  (globalThis as { caches?: CacheStorage }).caches;
