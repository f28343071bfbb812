// Tabs that still run the version before ask for its scripts as they go: those are kept until none of them is left.

import { appCacheName, appCachePrefix } from '#core/app-cache.ts';
import type { Site } from './answer.ts';
import { dropOtherVersions } from './precache.ts';

/** Files that are named by what is in them: the same address is never another file. */
const NAMED_BY_CONTENT = '_app/immutable/';

export class OlderTabs {
  readonly #site: Site;
  /** Until it was looked for: a worker that is started again does not know. */
  #mayBeNoted = true;

  constructor(site: Site) {
    this.#site = site;
  }

  /**
   * When this version takes over. One tab alone has agreed to it and loads itself again.
   * @param tabs IDs of the tabs that are open now
   */
  async follow(tabs: readonly string[]): Promise<void> {
    const { scope, version } = this.#site;
    if (tabs.length <= 1) return dropOtherVersions(scope, version);
    const cache = await caches.open(appCacheName(scope, version));
    await cache.put(noteAddress(scope), new Response(JSON.stringify(tabs)));
    this.#mayBeNoted = true;
  }

  /** When a tab has been loaded. @param open asks for the IDs of the tabs that are open now */
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

/** A file of another version that is kept; undefined where none has it. */
export async function keptByOlder(address: string, site: Site): Promise<Response | undefined> {
  if (!address.startsWith(site.scope + NAMED_BY_CONTENT)) return undefined;
  for (const name of await caches.keys()) {
    if (!name.startsWith(appCachePrefix(site.scope))) continue;
    const kept = await (await caches.open(name)).match(address);
    if (kept) return kept;
  }
  return undefined;
}

/** No file of the site is named like it. */
function noteAddress(scope: string): string {
  return new URL('older-tabs', scope).href;
}
