import Dexie, { type DexieOptions } from 'dexie';

/** Of Debut, not of the browser: Dexie multiplies by ten, and counts up where it adds stores of the same version. */
export function debutVersion({ version }: IDBDatabase): number {
  return Math.floor(version / 10);
}

/**
 * Dexie opens a database that is newer than the code, too, and adds to it what the code knows and the database does not have any more. So one
 * that is newer is closed as soon as it is open, before Dexie can write; see requireOwnVersion for what is said then.
 * @param newest that this code knows
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
