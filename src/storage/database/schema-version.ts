import Dexie, { type DexieOptions, type Transaction } from 'dexie';

export interface SchemaVersion {
  /** Tables that this version adds or changes, with their keys as Dexie writes them; null removes one. */
  readonly tables: Readonly<Record<string, string | null>>;
  /** Brings records of the version before to this one's form, in the transaction that opens the database. */
  readonly upgrade?: (upgrade: Transaction) => PromiseLike<unknown>;
}

/** Declares versions to a database, numbered from 1. Dexie runs the upgrades that a stored database has not had. */
export function declareVersions(database: Dexie, versions: readonly SchemaVersion[]): void {
  for (const [index, { tables, upgrade }] of versions.entries()) {
    const version = database.version(index + 1).stores(tables);
    if (upgrade) version.upgrade(upgrade);
  }
}

/**
 * Returns Debut's schema version. Dexie multiplies it by ten, and counts up where it adds stores within one version.
 */
export function debutVersion({ version }: IDBDatabase): number {
  return Math.floor(version / 10);
}

/**
 * Returns Dexie options that close a database newer than the code as soon as it is open, before Dexie can write.
 * Otherwise Dexie opens it and adds what the code knows and the newer database no longer has.
 * `requireOwnVersion` then reports the conflict.
 * @param newest newest schema version that this code knows
 */
export function withoutNewer(newest: number): Pick<DexieOptions, 'indexedDB'> {
  const factory = Dexie.dependencies.indexedDB as IDBFactory | undefined;
  if (!factory) return {};
  return { indexedDB: new Proxy(factory, { get: (_, key) => guarded(factory, { key, newest }) }) };
}

interface Asked {
  readonly key: string | symbol;
  readonly newest: number;
}

function guarded(factory: IDBFactory, { key, newest }: Asked): unknown {
  const value: unknown = Reflect.get(factory, key);
  if (typeof value !== 'function') return value;
  const method = value.bind(factory) as (...args: unknown[]) => unknown;
  if (key !== 'open') return method;
  return (...args: unknown[]) => {
    const opening = method(...args) as IDBOpenDBRequest;
    opening.addEventListener('success', () => {
      if (debutVersion(opening.result) > newest) opening.result.close();
    });
    return opening;
  };
}
