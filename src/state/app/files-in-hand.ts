// Holds files that the seller has given and that are not imported yet. Where the page must be reloaded, they are kept
// for the next page, which opens them like files shared by another app.

import { saveSharedFiles } from '#storage/data/shared-files.ts';
import { appScope } from '../base/addresses.ts';

let inHand: readonly File[] = [];

/** Returns the files given last; callers must know whether they have been imported since. */
export function filesInHand(): readonly File[] {
  return inHand;
}

export function holdFiles(files: readonly File[]): void {
  inHand = files;
}

/** Keeps files for the next page, and returns the address to continue at: the current one where there are no files. */
export async function keptForNextPage(files: readonly File[]): Promise<URL> {
  const here = new URL(location.href);
  if (files.length === 0) return here;
  const isKept = await saveSharedFiles(appScope(), files);
  const next = new URL('data/', appScope());
  next.searchParams.set('shared', isKept ? 'yes' : 'failed');
  return next;
}
