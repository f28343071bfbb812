// How files that another app shares with Debut come from the service worker, which is asked for them, to the page that opens them.

/** Where they are posted to, within the app; the manifests name it too. */
export const SHARE_PATH = 'share/';
/** The field of the form that holds them. */
export const SHARE_FIELD = 'files';

/** Anybody could post to that address: what is more than this is not kept. */
export const MOST_SHARED_FILES = 20;
export const MOST_SHARED_BYTES = 256e6;

/** What the address of the page says then, under `shared`. */
export type ShareResult = 'yes' | 'too-large' | 'failed';

/** Caches belong to the whole origin, which may host several copies of the app. */
export function sharedCacheName(scope: string): string {
  return `debut-shared ${scope}`;
}

/** The header that holds a file's name, percent-encoded. */
export const SHARED_NAME = 'X-File-Name';

export function sharedAddress(scope: string, index: number): string {
  return `${scope}${SHARE_PATH}${index}`;
}
