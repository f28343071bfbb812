// Times DuckDB-WASM reading the same files into a table in the browser's file system. It is installed outside the
// project, so that nothing depends on its 34 MB of WASM.

import { createReadStream, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';

const PACKAGE = '@duckdb/duckdb-wasm';

export interface DuckRun {
  readonly rows: number;
  readonly ms: number;
}

/**
 * Bundles DuckDB-WASM into duckdb.js. Throws where the package is not installed.
 * @param modules node_modules folder that holds @duckdb/duckdb-wasm
 * @param folder where the bundle is written
 */
export async function bundleDuckdb(modules: string, folder: string): Promise<void> {
  const entry = join(modules, PACKAGE, 'dist', 'duckdb-browser.mjs');
  if (!existsSync(entry)) throw new Error(`expected ${PACKAGE} in ${modules}`);
  const output = await build({
    ...{ configFile: false, logLevel: 'error' },
    build: {
      write: false,
      lib: { entry, formats: ['es'], fileName: 'duckdb' },
    },
  });
  const [bundle] = [output].flat() as [Rolldown.RolldownOutput];
  const { code } = bundle.output.find(({ type }) => type === 'chunk') as Rolldown.OutputChunk;
  await writeFile(join(folder, 'duckdb.js'), code);
}

/** Serves a file below /duckdb/. Returns false for any other path. */
export function serveDuckdb(
  url: string,
  response: ServerResponse,
  { modules, folder }: { readonly modules: string; readonly folder: string },
): boolean {
  const name = /^\/duckdb\/([\w.-]+)$/.exec(url)?.[1];
  if (!name) return false;
  response.setHeader(
    'Content-Type',
    name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript',
  );
  const path = name === 'duckdb.js' ? join(folder, name) : join(modules, PACKAGE, 'dist', name);
  createReadStream(path).pipe(response);
  return true;
}

interface Connection {
  query(sql: string): Promise<{ toArray(): { n: bigint }[] }>;
}
interface Duckdb {
  readonly ConsoleLogger: new (level: number) => unknown;
  readonly AsyncDuckDB: new (
    logger: unknown,
    worker: Worker,
  ) => {
    instantiate(wasm: string): Promise<void>;
    open(options: { path: string; accessMode: number }): Promise<void>;
    registerFileHandle(name: string, file: File, protocol: number, direct: boolean): Promise<void>;
    connect(): Promise<Connection>;
    terminate(): Promise<void>;
  };
  readonly DuckDBAccessMode: { readonly READ_WRITE: number };
  readonly DuckDBDataProtocol: { readonly BROWSER_FILEREADER: number };
}

/** Reads each chosen file into a table of its own. The time runs from the first byte to the checkpoint. */
export function runDuckdb(page: Page): Promise<DuckRun> {
  return page.evaluate(async () => {
    const address = '/duckdb/duckdb.js';
    const duckdb = (await import(address)) as Duckdb;
    const database = new duckdb.AsyncDuckDB(
      new duckdb.ConsoleLogger(4),
      new Worker('/duckdb/duckdb-browser-eh.worker.js'),
    );
    await database.instantiate(new URL('/duckdb/duckdb-eh.wasm', location.href).href);
    const root = await navigator.storage.getDirectory();
    for (const name of ['bench.db', 'bench.db.wal'])
      await root.removeEntry(name).catch(() => undefined);
    await database.open({
      ...{ path: 'opfs://bench.db', accessMode: duckdb.DuckDBAccessMode.READ_WRITE },
    });
    const connection = await database.connect();
    const files = [...document.querySelector('input')!.files!];
    const start = performance.now();
    let rows = 0;
    for (const [i, file] of files.entries()) {
      const { BROWSER_FILEREADER } = duckdb.DuckDBDataProtocol;
      await database.registerFileHandle(`${i}.csv`, file, BROWSER_FILEREADER, true);
      await connection.query(`CREATE TABLE t${i} AS SELECT * FROM read_csv('${i}.csv')`);
      const [count] = (await connection.query(`SELECT count(*) AS n FROM t${i}`)).toArray();
      rows += Number(count!.n);
    }
    await connection.query('CHECKPOINT');
    const ms = performance.now() - start;
    await database.terminate();
    return { rows, ms };
  });
}
