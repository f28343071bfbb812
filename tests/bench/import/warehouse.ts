// Checks that the script for warehouses makes the launches that Debut derives, in DuckDB and from published tables.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import Papa from 'papaparse';
import { USUAL_DERIVATION } from '#core/import/derivation/derivation-settings.ts';
import { deriveLaunches } from '#core/import/derivation/derive-launches.ts';
import type { OrderLines } from '#core/import/platform-files/orders/order-lines.ts';
import { FileCache } from '#workers/dataset/import/file-cache.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { jobFor } from '../../support/csv-file.ts';
import { openDuckdb } from '../../support/duckdb.ts';
import { orderLines, type OrderLine } from '../../support/order-lines.ts';
import { shopRequest } from '../../support/shop-request.ts';
import {
  launchesInWarehouse,
  launchRow,
  WAREHOUSE_WORDS,
  type LaunchRow,
} from '../../support/warehouse.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const GROCER = join(DATA, 'completejourney/transactions_sample.csv.gz');
const EARLIER = join(DATA, 'online-retail/online_retail_II_year_2009-2010.csv.gz');
const LATER = join(DATA, 'online-retail/online_retail_2010-2011.csv.gz');
const DIFFERENCES_SHOWN = 5;

/** Prints how many launches match. Returns whether all do. Without the tables, it tries nothing and returns true. */
export async function compareWarehouse(): Promise<boolean> {
  const database = await openDuckdb();
  await database.run("SET memory_limit = '2GB'");
  const grocer = await compare('Complete Journey', {
    database,
    view: GROCER_VIEW,
    read: grocerLines,
  });
  const giftware = await compare('Online Retail', {
    database,
    view: RETAIL_VIEW,
    read: retailLines,
  });
  return grocer && giftware;
}

interface Shop {
  readonly database: DuckDBConnection;
  /** SQL that selects the columns of the script from the published ones. */
  readonly view: string;
  readonly read: () => Promise<OrderLines>;
}

async function compare(name: string, { database, view, read }: Shop): Promise<boolean> {
  if (![GROCER, EARLIER, LATER].every((path) => existsSync(path))) {
    console.log(`  the script for warehouses was not tried: expected the tables in ${DATA}`);
    return true;
  }
  const lines = await read();
  // Uses the shop's own IDs, as in a warehouse. Debut would otherwise merge products that only their titles call
  // variants.
  const source = {
    lines,
    products: lines.productId,
    catalogue: [],
    onHand: new Map(),
    words: WAREHOUSE_WORDS,
  };
  const expected = deriveLaunches(source, USUAL_DERIVATION).launches.map(launchRow);
  await database.run(`CREATE OR REPLACE VIEW order_lines AS ${view}`);
  const start = performance.now();
  const rows = await launchesInWarehouse(database, USUAL_DERIVATION);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const differences = differencesOf(expected, rows);
  const matches = expected.length - differences.length;
  console.log(
    `  launches.sql on ${name}, ${lines.rowCount} lines, ${seconds} s in DuckDB: ${rows.length} launches, ${matches} of ${expected.length} as Debut derives them, ${differences.length} not`,
  );
  for (const difference of differences.slice(0, DIFFERENCES_SHOWN))
    console.log(`    ${difference}`);
  return differences.length === 0 && expected.length > 0;
}

/** Returns the launches that only one side has, or that differ in a column. */
function differencesOf(expected: readonly LaunchRow[], rows: readonly LaunchRow[]): string[] {
  const found = new Map(rows.map((row) => [row.product_id!, row]));
  const known = new Set(expected.map((row) => row.product_id!));
  const changed = expected.flatMap((row) => {
    const id = row.product_id!;
    const other = found.get(id);
    const columns = Object.keys(row).filter((column) => row[column] !== other?.[column]);
    const pairs = columns.map(
      (column) => `${column} ${row[column]} / ${other?.[column] ?? 'none'}`,
    );
    return columns.length > 0 ? [`${id}: ${pairs.join(', ')}`] : [];
  });
  const added = [...found.keys()].filter((id) => !known.has(id));
  return [...changed, ...added.map((id) => `${id}: only in the warehouse`)];
}

const GROCER_VIEW = `
  SELECT basket_id AS order_id, transaction_timestamp AS ordered_at, product_id, quantity,
    sales_value / NULLIF(quantity, 0) + (retail_disc + coupon_match_disc) / NULLIF(quantity, 0) AS unit_price,
    retail_disc + coupon_match_disc AS discount, NULL AS refunded, NULL AS list_price, FALSE AS is_cancelled,
    NULL AS title, NULL AS category, NULL AS brand, 'Complete Journey (dunnhumby)' AS channel, NULL AS coupon
  FROM read_csv('${GROCER}', types = {'product_id': 'VARCHAR', 'basket_id': 'VARCHAR'})`;

async function grocerLines(): Promise<OrderLines> {
  const file = new File([gunzipSync(readFileSync(GROCER))], 'transactions.csv');
  const request = { ...shopRequest([file]), timeZone: null };
  const { joined } = await new FileCache().openShop(request, new ThrottledJob(jobFor()));
  if (!joined.lines) throw new Error('expected lines of orders, got none');
  return joined.lines;
}

/** Both tables. For the days in which they overlap, only the later table counts. */
const RETAIL_VIEW = `
  WITH later AS (SELECT * FROM read_csv('${LATER}', all_varchar = true)),
  earlier AS (SELECT * FROM read_csv('${EARLIER}', all_varchar = true))
  SELECT InvoiceNo AS order_id, InvoiceDate AS ordered_at, StockCode AS product_id, Quantity AS quantity,
    UnitPrice AS unit_price, 0 AS discount, 0 AS refunded, NULL AS list_price, InvoiceNo LIKE 'C%' AS is_cancelled,
    Description AS title, NULL AS category, NULL AS brand, NULL AS channel, NULL AS coupon
  FROM (SELECT * FROM later UNION ALL SELECT * FROM earlier WHERE InvoiceDate < (SELECT MIN(InvoiceDate) FROM later))`;

function retailLines(): Promise<OrderLines> {
  const later = invoiceLines(LATER);
  const begin = later.reduce((least, { orderedAt }) => Math.min(least, orderedAt!), Infinity);
  const earlier = invoiceLines(EARLIER).filter(({ orderedAt }) => orderedAt! < begin);
  return Promise.resolve(orderLines([...earlier, ...later]));
}

function invoiceLines(path: string): Partial<OrderLine>[] {
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  const [, ...records] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  return records.map(([orderId, productId, title, quantity, moment, unitPrice]) => ({
    ...{ orderId: orderId!, productId: productId!.trim(), title: title! },
    ...{ quantity: Number(quantity), unitPrice: Number(unitPrice) },
    orderedAt: Date.parse(`${moment!.replace(' ', 'T')}Z`) / 86_400_000,
    isCancelled: orderId!.startsWith('C'),
  }));
}
