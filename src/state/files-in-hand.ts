// Files that the seller has given and that are still on their way in. Where the page cannot go on with them, they are kept for the one that
// is loaded after it, which opens them as it does what another app shares.

import { keepSharedFiles } from '#storage/shared-files.ts';
import { appScope } from './addresses.ts';

let inHand: readonly File[] = [];

/** What was given last; whether it has been imported since is for others to know. */
export function filesInHand(): readonly File[] {
  return inHand;
}

export function holdFiles(files: readonly File[]): void {
  inHand = files;
}

/** The address to go on at. */
export async function keptForNextPage(files: readonly File[]): Promise<URL> {
  const here = new URL(location.href);
  if (files.length === 0) return here;
  const isKept = await keepSharedFiles(appScope(), files);
  const next = new URL('data/', appScope());
  next.searchParams.set('shared', isKept ? 'yes' : 'failed');
  return next;
}
