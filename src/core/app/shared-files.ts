// Passes files that another app shares with Debut from the service worker, which receives them, to the page that opens
// them.

/** Address within the app to which they are posted. The manifests name it too. */
export const SHARE_PATH = 'share/';
/** Form field that holds them. */
export const SHARE_FIELD = 'files';

/** Limits of what is kept, because anyone could post to that address. */
export const MOST_SHARED_FILES = 20;
export const MOST_SHARED_BYTES = 256e6;

/** Value of `shared` in the address of the page. */
export type ShareResult = 'yes' | 'too-large' | 'failed';

/**
 * Returns the name of the cache for shared files. Caches belong to the whole origin, which may host several copies of
 * the app.
 */
export function sharedCacheName(scope: string): string {
  return `debut-shared ${scope}`;
}

/** The header that holds a file's name, percent-encoded. */
export const SHARED_NAME = 'X-File-Name';

/** Returns the address under which the cache holds the shared file of this index. */
export function sharedAddress(scope: string, index: number): string {
  return `${scope}${SHARE_PATH}${index}`;
}
