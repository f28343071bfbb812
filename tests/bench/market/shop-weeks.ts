// Weekly units by category of two real shops, as the app adds them up: giftware (two years; themes of titles, because it has
// no categories) and groceries (one year).

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import { USUAL_DERIVATION } from '#core/import/derivation/derivation-settings.ts';
import { deriveLaunches } from '#core/import/derivation/derive-launches.ts';
import { productOfLine } from '#core/import/derivation/product-of-line.ts';
import { orderLines, type OrderLine } from '../../support/order-lines.ts';
import { giftwareLines } from '../reorder/giftware-weeks.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data');
const GROCER = ['transactions_sample.csv.gz', 'products.csv.gz'].map((name) =>
  join(DATA, 'completejourney', name),
);
const GIFTWARE = join(DATA, 'online-retail');
const DAY = 86_400_000;

export const hasShops = [...GROCER, GIFTWARE].every((path) => existsSync(path));

export interface ShopWeeks {
  readonly name: string;
  readonly panel: DemandPanel;
}

export function shopWeeks(): ShopWeeks[] {
  return [
    { name: 'giftware', panel: panelOf(giftwareLines(GIFTWARE)) },
    { name: 'groceries', panel: panelOf(grocerLines()) },
  ];
}

function panelOf(told: readonly Partial<OrderLine>[]): DemandPanel {
  const lines = orderLines(told);
  const products = productOfLine(lines, [], USUAL_DERIVATION.level);
  const words = { coupon: 'coupon', priceCut: 'price cut' };
  const source = { lines, products, catalogue: [], onHand: new Map<string, number>(), words };
  return deriveLaunches(source, { ...USUAL_DERIVATION, leaveOutBulk: true }).demand();
}

function grocerLines(): Partial<OrderLine>[] {
  const [sales, products] = GROCER.map(
    (path) =>
      Papa.parse<Record<string, string>>(gunzipSync(readFileSync(path)).toString('utf8'), {
        ...{ header: true, skipEmptyLines: true },
      }).data,
  );
  const categories = new Map(products!.map((row) => [row.product_id, row]));
  return sales!.map((row) => {
    const product = categories.get(row.product_id);
    return {
      ...{ orderId: row.basket_id!, sku: row.product_id!, title: product?.product_type ?? '' },
      category: product?.product_category ?? '',
      quantity: Number(row.quantity),
      unitPrice: Number(row.sales_value) / Math.max(1, Number(row.quantity)),
      orderedAt: Date.parse(`${row.transaction_timestamp!.replace(' ', 'T')}Z`) / DAY,
    };
  });
}
