// What the app keeps in this browser, and about how much of it, for who wants to know.

import { appCachePrefix } from '#core/app-cache.ts';
import { sharedCacheName } from '#core/arrivals/shared-files.ts';
import { DATABASE_NAME, hasBegun } from './begun.ts';
import { LANGUAGE_CACHE } from './language-cache.ts';
import { cacheStorage } from './cache-storage.ts';

/** The last is outside the database, so that the first drawing has it. */
export type StoredKind =
  | 'launches'
  | 'models'
  | 'plans'
  | 'settings'
  | 'app'
  | 'language'
  | 'shared'
  | 'look';

export interface StoredGroup {
  readonly kind: StoredKind;
  /** The database's or the cache's own name, as the browser's tools show it. */
  readonly places: readonly string[];
  /** Records or files. */
  readonly count: number;
  readonly bytes: number;
}

/** Each table of the database is in one of them; a test compares. */
const TABLES = {
  launches: ['datasets', 'columns', 'sources', 'embeddings', 'stock'],
  models: ['models', 'trainings', 'evidence', 'runs', 'checkpoints'],
  plans: ['products', 'plans', 'offers', 'calendars', 'ledger'],
  settings: ['settings'],
} as const;

/** `scope` is the address of the app's start page. Reads everything once, one record after another. */
export async function takeInventory(scope: string): Promise<StoredGroup[]> {
  const groups: StoredGroup[] = [];
  for (const kind of ['launches', 'models', 'plans', 'settings'] as const) {
    groups.push({ kind, places: [DATABASE_NAME], ...(await inTables(TABLES[kind])) });
  }
  const names = (await cacheStorage()?.keys()) ?? [];
  const own = names.filter((name) => name.startsWith(appCachePrefix(scope)));
  groups.push(await cachesGroup('app', own));
  for (const [kind, name] of [
    ['language', LANGUAGE_CACHE],
    ['shared', sharedCacheName(scope)],
  ] as const)
    groups.push(
      await cachesGroup(
        kind,
        names.filter((each) => each === name),
      ),
    );
  return groups;
}

type Amount = Pick<StoredGroup, 'count' | 'bytes'>;

/** What opens a database is not fetched to find none. */
async function inTables(tables: readonly string[]): Promise<Amount> {
  if (!(await hasBegun())) return { count: 0, bytes: 0 };
  const { amountIn } = await import('./amount-in-tables.ts');
  return amountIn(tables);
}

async function cachesGroup(kind: StoredKind, names: readonly string[]): Promise<StoredGroup> {
  let count = 0;
  let bytes = 0;
  for (const name of names) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      count += 1;
      bytes += (await (await cache.match(url))?.blob())?.size ?? 0;
    }
  }
  return { kind, places: names, count, bytes };
}
