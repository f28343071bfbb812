// Fills a warehouse with the lines of a shop and runs the script that makes launches of them.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import Papa from 'papaparse';
import type { CodedColumn } from '#core/import/csv/coded-column.ts';
import type {
  DerivationSettings,
  DerivedLaunch,
} from '#core/import/derivation/derivation-settings.ts';
import { isoDate } from '#core/base/dates.ts';
import { cellAt } from '#core/import/csv/coded-column.ts';
import type { OrderLines } from '#core/import/platform-files/orders/order-lines.ts';

const SCRIPT = new URL('../../static/samples/launches.sql', import.meta.url);
const DAY_MS = 86_400_000;

export const WAREHOUSE_WORDS = { coupon: 'Discount code', priceCut: 'Price cut' };

export function launchesScript(): string {
  return readFileSync(SCRIPT, 'utf8');
}

/** A launch as a row, by column. Numbers have nine significant digits at most. */
export type LaunchRow = Readonly<Record<string, string>>;

/** Runs the script with these settings and returns its launches. */
export async function launchesInWarehouse(
  database: DuckDBConnection,
  settings: Omit<DerivationSettings, 'level'>,
): Promise<LaunchRow[]> {
  const script = launchesScript()
    .replace('120 AS burn_in_days', `${settings.burnInDays} AS burn_in_days`)
    .replace('28 AS horizon_days', `${settings.horizonDays} AS horizon_days`)
    .replace('FALSE AS leave_out_bulk', `${settings.leaveOutBulk} AS leave_out_bulk`);
  const reader = await database.runAndReadAll(script);
  const names = reader.columnNames();
  return reader
    .getRows()
    .map((row) =>
      Object.fromEntries(
        row.map((cell, i) => [names[i]!, cell === null ? '' : tidy(String(cell))]),
      ),
    );
}

/** Returns a launch that Debut derived as such a row, with the columns that follow from order lines alone. */
export function launchRow(launch: DerivedLaunch): LaunchRow {
  const { productId, launchDay, weeklyUnits, title, category, brand, channel, promotion } = launch;
  const { listPrice, salePrice, orders, units, revenue, returns } = launch;
  const numbers = {
    ...{ list_price: listPrice, sale_price: salePrice, orders, units, revenue, returns },
    ...Object.fromEntries(weeklyUnits.map((count, i) => [`units_week_${i + 1}`, count])),
  };
  return {
    ...{ product_id: productId, launch_date: isoDate(launchDay) },
    ...{ title, category, brand, channel, promotion },
    ...Object.fromEntries(
      Object.entries(numbers).map(([name, value]) => [
        name,
        Number.isNaN(value) ? '' : tidy(String(value)),
      ]),
    ),
  };
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/;
const DIGITS = 9;

function tidy(cell: string): string {
  return NUMBER.test(cell) ? String(Number(Number(cell).toPrecision(DIGITS)) || 0) : cell;
}

/**
 * Writes order lines into the table of the script.
 * @param products product of each line, as the shop calls it
 */
export async function fillWarehouse(
  database: DuckDBConnection,
  lines: OrderLines,
  products: CodedColumn,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'warehouse-'));
  const number = (value: number) => (Number.isNaN(value) ? '' : value);
  const rows = Array.from({ length: lines.rowCount }, (_, line) => [
    ...[cellAt(lines.orderId, line), momentText(lines.orderedAt[line]!), cellAt(products, line)],
    ...[lines.quantity, lines.unitPrice, lines.listPrice, lines.discount, lines.refunded].map(
      (column) => number(column[line]!),
    ),
    lines.isCancelled[line] === 1,
    ...[lines.title, lines.category, lines.brand, lines.channel, lines.coupon].map((column) =>
      cellAt(column, line),
    ),
  ]);
  try {
    const path = join(folder, 'lines.csv');
    await writeFile(path, Papa.unparse({ fields: COLUMNS.map(([name]) => name), data: rows }));
    const types = COLUMNS.map(([name, type]) => `'${name}': '${type}'`).join(', ');
    await database.run(
      `CREATE OR REPLACE TABLE order_lines AS
       SELECT * FROM read_csv('${path}', header = true, delim = ',', quote = '"', escape = '"', columns = {${types}})`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const COLUMNS = [
  ...[['order_id', 'VARCHAR'] as const, ['ordered_at', 'TIMESTAMP'] as const],
  ...[['product_id', 'VARCHAR'] as const, ['quantity', 'DOUBLE'] as const],
  ...(['unit_price', 'list_price', 'discount', 'refunded'] as const).map(
    (name) => [name, 'DOUBLE'] as const,
  ),
  ['is_cancelled', 'BOOLEAN'] as const,
  ...(['title', 'category', 'brand', 'channel', 'coupon'] as const).map(
    (name) => [name, 'VARCHAR'] as const,
  ),
] as const;

function momentText(day: number): string {
  if (Number.isNaN(day)) return '';
  return new Date(Math.round(day * DAY_MS)).toISOString().replace('T', ' ').replace('Z', '');
}
