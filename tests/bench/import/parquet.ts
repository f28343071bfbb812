// Measures what reading a Parquet file of a million order lines costs: in row groups of DuckDB's size, and in one
// group.

import { openContent } from '#workers/dataset/file/open-content.ts';
import { openDuckdb, parquetFile } from '../../support/duckdb.ts';

const ROWS = 1_000_000;
const MOST_MEGABYTES = 512;
const FORMS = [
  { options: 'COMPRESSION snappy, ROW_GROUP_SIZE 122880', says: 'Snappy, groups of 122,880 rows' },
  { options: 'COMPRESSION snappy, ROW_GROUP_SIZE 1048576', says: 'Snappy, all in one group' },
  { options: 'COMPRESSION zstd, ROW_GROUP_SIZE 1048576', says: 'Zstandard, all in one group' },
] as const;

const LINES = `
  SELECT 'A-' || (row // 3) AS order_id, TIMESTAMP '2023-01-01' + INTERVAL (row % 60000000) SECOND AS ordered_at,
    'SKU' || (hash(row) % 5000) AS sku, 'Product with a longer title ' || (hash(row) % 5000) AS title,
    1 + hash(row) % 4 AS quantity, ((hash(row * 7) % 9000) / 100)::DECIMAL(9,2) AS price, (hash(row * 3) % 1000) / 7.0 AS paid,
    CASE WHEN row % 20 = 0 THEN 'SPRING' END AS coupon, md5(row::VARCHAR) AS buyer, 'EUR' AS currency
  FROM range(${ROWS}) AS t(row)`;

/** Prints time and memory for each form. Returns whether all stay below the memory limit. */
export async function measureParquet(): Promise<boolean> {
  const database = await openDuckdb();
  let fits = true;
  for (const { options, says } of FORMS) {
    const file = await parquetFile(database, LINES, { options });
    globalThis.gc?.();
    const before = heldMegabytes();
    const start = performance.now();
    let [most, bytes] = [0, 0];
    for await (const part of (await openContent(file)).content()) {
      bytes += part.bytes.length;
      most = Math.max(most, heldMegabytes());
    }
    const seconds = (performance.now() - start) / 1000;
    const held = most - before;
    console.log(
      `  Parquet of ${ROWS} rows, ${says}: ${(file.size / 1e6).toFixed(0)} MB, ${(bytes / 1e6).toFixed(0)} MB as text in ${seconds.toFixed(1)} s, at most ${held.toFixed(0)} MB held`,
    );
    fits &&= held < MOST_MEGABYTES;
  }
  return fits;
}

/** Returns the megabytes of this process's objects and buffers, including garbage not yet collected. */
function heldMegabytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
