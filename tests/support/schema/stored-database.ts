// Converts a whole IndexedDB database to lines of JSON and back: its stores as declared, and every record. Records may
// hold bytes and numbers that JSON lacks. It uses plain IndexedDB in Node and in a page, so that no version of the
// app's own code takes part.

interface StoredIndex {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly unique: boolean;
  readonly multiEntry: boolean;
}

interface StoredTable {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly StoredIndex[];
  readonly records: readonly unknown[];
}

/** A database; `version` is the browser's, ten times Debut's. */
export interface StoredDatabase {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly StoredTable[];
}

export async function readDatabase(name: string): Promise<StoredDatabase> {
  const database = await settled(indexedDB.open(name));
  const names = [...database.objectStoreNames];
  const reading = database.transaction(names);
  const tables = names.map(async (table): Promise<StoredTable> => {
    const store = reading.objectStore(table);
    const { keyPath, autoIncrement } = store;
    const indexes = [...store.indexNames].map((each) => {
      const index = store.index(each);
      const { unique, multiEntry } = index;
      return { name: each, keyPath: index.keyPath, unique, multiEntry };
    });
    return { name: table, keyPath, autoIncrement, indexes, records: await settled(store.getAll()) };
  });
  const stored = { name, version: database.version, tables: await Promise.all(tables) };
  database.close();
  return stored;
}

/** Creates a database. None of that name may exist. */
export async function writeDatabase({ name, version, tables }: StoredDatabase): Promise<void> {
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    for (const { name: table, keyPath, autoIncrement, indexes, records } of tables) {
      const store = opening.result.createObjectStore(table, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, unique, multiEntry } of indexes) {
        store.createIndex(index, path, { unique, multiEntry });
      }
      for (const record of records) store.add(record);
    }
  };
  (await settled(opening)).close();
}

/** Returns a line for the database, then one for each table, each followed by the lines of its records. */
export function toLines({ tables, ...database }: StoredDatabase): string {
  const lines = tables.flatMap(({ records, ...declared }) => [
    JSON.stringify({ table: declared }),
    ...records.map((record) => JSON.stringify({ record: coded(record) })),
  ]);
  return [JSON.stringify({ database }), ...lines, ''].join('\n');
}

interface Line {
  readonly database?: Omit<StoredDatabase, 'tables'>;
  readonly table?: Omit<StoredTable, 'records'>;
  readonly record?: unknown;
}

export function fromLines(text: string): StoredDatabase {
  const tables: (StoredTable & { readonly records: unknown[] })[] = [];
  const [first, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  for (const { table, record } of lines) {
    if (table) tables.push({ ...table, records: [] });
    else tables.at(-1)!.records.push(decoded(record));
  }
  return { ...first!.database!, tables };
}

const ARRAYS = {
  ...{ Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array },
  ...{ Int32Array, Uint32Array, Float32Array, Float64Array },
};
type ArrayName = keyof typeof ARRAYS;

/** Encodes a value for JSON. What JSON lacks becomes [its kind, its text]; a list becomes ["list", …]. */
function coded(value: unknown): unknown {
  if (value === undefined) return ['undefined'];
  if (typeof value === 'number' && !Number.isFinite(value)) return ['number', String(value)];
  if (Object.is(value, -0)) return ['number', '-0'];
  if (Array.isArray(value)) return ['list', ...value.map(coded)];
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return [value.constructor.name, base64(bytes)];
  }
  const kind = Object.prototype.toString.call(value);
  if (kind === '[object ArrayBuffer]') {
    return ['ArrayBuffer', base64(new Uint8Array(value as ArrayBuffer))];
  }
  if (value === null || typeof value !== 'object') return value;
  if (kind !== '[object Object]') throw new Error(`expected plain data, got ${kind}`);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, coded(each)]));
}

function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return decodedKind(value as [string, ...unknown[]]);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decoded(each)]));
}

function decodedKind([kind, ...rest]: [string, ...unknown[]]): unknown {
  if (kind === 'list') return rest.map(decoded);
  if (kind === 'undefined') return undefined;
  if (kind === 'number') return Number(rest[0]);
  const { buffer } = Uint8Array.from(atob(rest[0] as string), (char) => char.charCodeAt(0));
  return kind === 'ArrayBuffer' ? buffer : new ARRAYS[kind as ArrayName](buffer);
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
}
