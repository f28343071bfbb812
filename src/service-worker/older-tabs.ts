// Keeps the scripts of the version before until no tab runs that version: such tabs still request them.

import { appCacheName, appCachePrefix } from '#core/app/app-cache.ts';
import type { Site } from './site.ts';
import { dropOtherVersions } from './precache.ts';

/** Folder of files named by a hash of their contents: the same address is never another file. */
const NAMED_BY_CONTENT = '_app/immutable/';

export class OlderTabs {
  readonly #site: Site;
  /** Whether a note may be stored; true until checked, because a restarted worker does not know. */
  #mayBeNoted = true;

  constructor(site: Site) {
    this.#site = site;
  }

  /**
   * Call when this version takes over. Deletes older versions where at most one tab is open: that tab has agreed and
   * reloads itself. Otherwise notes the tabs.
   * @param tabs IDs of the tabs that are open now
   */
  async follow(tabs: readonly string[]): Promise<void> {
    const { scope, version } = this.#site;
    if (tabs.length <= 1) return dropOtherVersions(scope, version);
    const cache = await caches.open(appCacheName(scope, version));
    await cache.put(noteAddress(scope), new Response(JSON.stringify(tabs)));
    this.#mayBeNoted = true;
  }

  /**
   * Call when a tab has been loaded. Deletes older versions once none of the noted tabs is open.
   * @param open returns the IDs of the tabs that are open now
   */
  async dropUnused(open: () => Promise<readonly string[]>): Promise<void> {
    if (!this.#mayBeNoted) return;
    const { scope, version } = this.#site;
    const cache = await caches.open(appCacheName(scope, version));
    const note = await cache.match(noteAddress(scope));
    this.#mayBeNoted = note !== undefined;
    if (!note) return;
    const older = (await note.json()) as readonly string[];
    const left = await open();
    if (older.some((tab) => left.includes(tab))) return;
    await dropOtherVersions(scope, version);
    await cache.delete(noteAddress(scope));
    this.#mayBeNoted = false;
  }
}

/** Returns a file from the cache of another version; undefined where none has it. */
export async function keptByOlder(address: string, site: Site): Promise<Response | undefined> {
  if (!address.startsWith(site.scope + NAMED_BY_CONTENT)) return undefined;
  for (const name of await caches.keys()) {
    if (!name.startsWith(appCachePrefix(site.scope))) continue;
    const kept = await (await caches.open(name)).match(address);
    if (kept) return kept;
  }
  return undefined;
}

/** Returns the note's key in the cache; no file of the site has this name. */
function noteAddress(scope: string): string {
  return new URL('older-tabs', scope).href;
}
