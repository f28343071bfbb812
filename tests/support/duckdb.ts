// DuckDB, as an independent reader and writer of tables.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

export async function openDuckdb(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run("SET memory_limit = '1GB'");
  return connection;
}

/** Returns the result of a query as the cells of a CSV; null becomes ''. */
export async function cellsOf(
  database: DuckDBConnection,
  query: string,
): Promise<{ headers: string[]; rows: string[][] }> {
  const reader = await database.runAndReadAll(`SELECT COLUMNS(*)::VARCHAR FROM (${query})`);
  const rows = reader
    .getRows()
    .map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  return { headers: reader.columnNames(), rows };
}

interface ParquetForm {
  /** Options of COPY, such as "COMPRESSION zstd, PARQUET_VERSION v2". */
  readonly options?: string;
  readonly name?: string;
}

/** Writes the result of a query to a Parquet file. */
export async function parquetFile(
  database: DuckDBConnection,
  query: string,
  { options = 'COMPRESSION snappy', name = 'orders.parquet' }: ParquetForm = {},
): Promise<File> {
  const folder = await mkdtemp(join(tmpdir(), 'parquet-'));
  try {
    const path = join(folder, 'table.parquet');
    await database.run(`COPY (${query}) TO '${path}' (FORMAT parquet, ${options})`);
    return new File([await readFile(path)], name);
  } finally {
    await rm(folder, { recursive: true });
  }
}
