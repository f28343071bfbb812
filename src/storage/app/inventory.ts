// Lists what the app stores in this browser and about how much of it, for the privacy check.

import { appCachePrefix } from '#core/app/app-cache.ts';
import { sharedCacheName } from '#core/app/shared-files.ts';
import { DATABASE_NAME, databaseExists } from '../database/first-use.ts';
import { LANGUAGE_CACHE } from '../data/language-cache.ts';
import { cacheStorage } from '../database/cache-storage.ts';

/** Kinds of stored content. The last is in localStorage, outside the database, so the first drawing has it. */
type StoredKind =
  | 'launches'
  | 'pictures'
  | 'models'
  | 'plans'
  | 'settings'
  | 'app'
  | 'language'
  | 'shared'
  | 'look';

export interface StoredGroup {
  readonly kind: StoredKind;
  /** Names of the database or the caches, as the browser's tools show them. */
  readonly places: readonly string[];
  /** Number of records or files. */
  readonly count: number;
  readonly bytes: number;
}

/** Tables of the database by kind. Each table belongs to one kind; a test checks this. */
const TABLES = {
  launches: [
    ...(['datasets', 'columns', 'sources', 'embeddings', 'stock'] as const),
    ...(['reviews', 'reviewReadings', 'reviewOutcomes', 'readingCheckpoints'] as const),
    ...(['demand', 'orderStudies'] as const),
  ],
  pictures: ['pictures', 'pictureFiles'],
  models: ['models', 'trainings', 'evidence', 'runs', 'checkpoints'],
  plans: [
    ...(['products', 'plans', 'offers', 'calendars', 'ledger'] as const),
    ...(['suppliers', 'shortlists', 'splitTests'] as const),
  ],
  settings: ['settings'],
} as const;

/**
 * Counts everything that the app stores. Reads each record once, one at a time.
 * @param scope address of the app's home page
 */
export async function takeInventory(scope: string): Promise<StoredGroup[]> {
  const groups: StoredGroup[] = [];
  for (const kind of ['launches', 'pictures', 'models', 'plans', 'settings'] as const) {
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

/** Counts records. Does not fetch Dexie where there is no database. */
async function inTables(tables: readonly string[]): Promise<Amount> {
  if (!(await databaseExists())) return { count: 0, bytes: 0 };
  const { amountIn } = await import('../database/amount-in-tables.ts');
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
