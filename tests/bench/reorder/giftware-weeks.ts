// Derives the giftware shop's launches with their units by week from two years of invoices, as the app does.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { USUAL_DERIVATION } from '#core/import/derivation/derivation-settings.ts';
import { deriveLaunches } from '#core/import/derivation/derive-launches.ts';
import { derivedTable } from '#core/import/derivation/derived-table.ts';
import { productOfLine } from '#core/import/derivation/product-of-line.ts';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { buildLaunchTable } from '#core/import/table/build-launch-table.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { orderLines, type OrderLine } from '../../support/order-lines.ts';
import { textRows } from '../../support/text-rows.ts';

export const GIFTWARE_FILES = [
  'online_retail_II_year_2009-2010.csv.gz',
  'online_retail_2010-2011.csv.gz',
] as const;
const DAY = 86_400_000;

export interface GiftwareShop {
  readonly table: LaunchTable;
  /** Weekly units of all products, by theme. */
  readonly demand: () => DemandPanel;
}

/**
 * Reads both tables and derives the launches. Lines that buy over 20 times the usual number are wholesale orders, some
 * of them cancelled later. They are left out, as the app offers.
 */
export function giftwareLaunches(folder: string): GiftwareShop {
  const lines = orderLines(giftwareLines(folder));
  const settings = { ...USUAL_DERIVATION, leaveOutBulk: true };
  const products = productOfLine(lines, [], settings.level);
  const words = { coupon: 'coupon', priceCut: 'price cut' };
  const source = { lines, products, catalogue: [], onHand: new Map<string, number>(), words };
  const { launches, demand } = deriveLaunches(source, settings);
  const { headers, rows, mapping } = derivedTable(launches);
  const { table } = buildLaunchTable(textRows(headers, rows), plainRecipe(mapping));
  return { table, demand };
}

/** Returns the lines of both tables, which overlap, once. */
export function giftwareLines(folder: string): Partial<OrderLine>[] {
  const [earlier, later] = GIFTWARE_FILES.map((name) => invoiceLines(join(folder, name)));
  const begin = later!.reduce((least, { orderedAt }) => Math.min(least, orderedAt!), Infinity);
  return [...earlier!.filter(({ orderedAt }) => orderedAt! < begin), ...later!];
}

function invoiceLines(path: string): Partial<OrderLine>[] {
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  const [, ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  return rows.map(([orderId, sku, title, quantity, moment, price]) => ({
    ...{ orderId: orderId!, sku: sku!.toUpperCase(), title: title! },
    ...{ quantity: Number(quantity), unitPrice: Number(price) },
    orderedAt: Date.parse(`${moment!.replace(' ', 'T')}Z`) / DAY,
    isCancelled: orderId!.startsWith('C'),
  }));
}
