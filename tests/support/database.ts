import 'fake-indexeddb/auto';
import { database } from '#storage/database/database.ts';

export async function emptyDatabase(): Promise<void> {
  if (!database.isOpen()) await database.open();
  await Promise.all(database.tables.map((table) => table.clear()));
}

/** Returns every row of every table, to compare before and after. */
export async function everythingStored(): Promise<Record<string, unknown[]>> {
  const tables = database.tables.map(async (table): Promise<[string, unknown[]]> => {
    return [table.name, await table.toArray()];
  });
  return Object.fromEntries(await Promise.all(tables));
}

type Write = (this: IDBObjectStore, value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>;

/**
 * Lets the browser run out of space after a number of records, of one table or of all. Returns a function that frees
 * it.
 */
export function fillStorageAfter(
  records: number,
  table?: string,
  verb: 'add' | 'put' = 'add',
): () => void {
  const real = Reflect.get(IDBObjectStore.prototype, verb) as Write;
  let left = records;
  const full: Write = function (...args) {
    const isCounted = table === undefined || this.name === table;
    if (isCounted) left -= 1;
    if (isCounted && left < 0)
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    return real.apply(this, args);
  };
  IDBObjectStore.prototype[verb] = full;
  return () => (IDBObjectStore.prototype[verb] = real);
}
