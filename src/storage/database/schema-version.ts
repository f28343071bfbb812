import Dexie, { type DexieOptions } from 'dexie';

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
