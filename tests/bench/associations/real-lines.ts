// Order lines of real shops, from ../shared/data.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { giftwareLines } from '../reorder/giftware-weeks.ts';
import type { LoggedLine } from '../../support/log-of-lines.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const DAY_MS = 86_400_000;

export const hasRealLines = (): boolean => existsSync(join(DATA, 'online-retail'));

/** Products of the giftware shop are stock codes of five digits and a letter or none; without returns and cancellations. */
export function giftLines(): LoggedLine[] {
  return giftwareLines(join(DATA, 'online-retail')).flatMap((line) => {
    const { orderId, sku, title, quantity, unitPrice, orderedAt, isCancelled } = line;
    const isSale = !isCancelled && quantity! > 0 && unitPrice! > 0 && /^\d{5}/.test(sku!);
    if (!isSale) return [];
    const price = unitPrice!;
    return [
      {
        orderId: orderId!,
        productId: sku!,
        title: title!,
        category: '',
        units: quantity!,
        price,
        day: Math.floor(orderedAt!),
      },
    ];
  });
}

/**
 * The grocery's file holds 5% of its rows, so nearly every basket is cut to one row. What a household bought in one week
 * stands for a basket, and the type of a product (sub-commodity) for an item.
 */
export function groceryLines(): LoggedLine[] {
  const types = new Map(rowsOf('products.csv.gz').map((row) => [row.product_id!, row]));
  return rowsOf('transactions_sample.csv.gz').flatMap((row) => {
    const { product_type: type, product_category: category } = types.get(row.product_id!) ?? {};
    const units = Number(row.quantity);
    if (!type || !(units > 0)) return [];
    const week = row.week!;
    const orderId = `${row.household_id!} ${week}`;
    const [price, day] = [Number(row.sales_value) / units, weekDay(Number(week))];
    return [{ orderId, productId: type, title: type, category: category ?? '', units, price, day }];
  });
}

/** The grocery's week 1 begins on 2017-01-01. */
function weekDay(week: number): number {
  return Date.UTC(2017, 0, 1) / DAY_MS + 7 * (week - 1);
}

function rowsOf(name: string): Record<string, string>[] {
  const text = gunzipSync(readFileSync(join(DATA, 'completejourney', name))).toString('utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
