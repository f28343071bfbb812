// npm run bench:derivation
// Checks whether the giftware shop's million invoice lines give the launches of an independent derivation.
// Needs the Online Retail tables in ../shared/data/online-retail and the reference launches in ../shared/bench.
// Exits with 1 where the lines or the launches differ.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { isoDate } from '#core/base/dates.ts';
import { USUAL_DERIVATION } from '#core/import/derivation/derivation-settings.ts';
import { deriveLaunches } from '#core/import/derivation/derive-launches.ts';
import { productOfLine } from '#core/import/derivation/product-of-line.ts';
import { NAIVE_WORDS } from '../core/import/derivation/naive-launches.ts';
import { orderLines, type OrderLine } from '../support/order-lines.ts';

const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url));
const RETAIL = join(SHARED, 'data/online-retail');
const REFERENCE = join(SHARED, 'bench/online_retail_launches.csv');
const LINES = 1_044_847;

const later = invoiceLines('online_retail_2010-2011.csv.gz');
const begin = later.reduce((least, { orderedAt }) => Math.min(least, orderedAt!), Infinity);
const earlier = invoiceLines('online_retail_II_year_2009-2010.csv.gz');
const lines = orderLines([...earlier.filter(({ orderedAt }) => orderedAt! < begin), ...later]);
// The reference counts each product number as a product, even if it stands for a colour.
const products = productOfLine(lines, [], 'variant');
const source = { lines, products, catalogue: [], onHand: new Map(), words: NAIVE_WORDS };
const settings = { ...USUAL_DERIVATION, level: 'variant' } as const;
const { launches, account } = deriveLaunches(source, settings);
const [, ...reference] = Papa.parse<string[]>(readFileSync(REFERENCE, 'utf8'), {
  skipEmptyLines: true,
}).data;
const told = launches.map(({ productId, launchDay, units }) =>
  [productId, isoDate(launchDay), units].join(' '),
);
const expected = reference.map(([id, day, , , units]) => [id, day, Number(units)].join(' '));
const known = new Set(told);
const missing = expected.filter((each) => !known.has(each));

judge(`${account.linesRead} lines read, of ${LINES}`, account.linesRead === LINES);
judge(
  `${told.length} launches, of ${expected.length}; ${missing.length} of them differ`,
  told.toSorted().join() === expected.toSorted().join(),
);

const rolled = deriveLaunches(
  { ...source, products: productOfLine(lines, [], 'product') },
  USUAL_DERIVATION,
).launches;
const several = rolled.filter(({ variants }) => variants.length > 0);
console.log(`${rolled.length} where sizes and colours are one, ${several.length} with variants:`);
for (const { title, variants } of several)
  console.log(`  ${title}: ${variants.map(({ name }) => name).join(' · ')}`);

function invoiceLines(file: string): Partial<OrderLine>[] {
  const text = gunzipSync(readFileSync(join(RETAIL, file))).toString('utf8');
  const [, ...records] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  return records.map(([orderId, sku, title, quantity, moment, unitPrice]) => ({
    ...{ orderId: orderId!, sku: sku!, title: title! },
    ...{ quantity: Number(quantity), unitPrice: Number(unitPrice) },
    orderedAt: Date.parse(`${moment!.replace(' ', 'T')}Z`) / 86_400_000,
    isCancelled: orderId!.startsWith('C'),
  }));
}

function judge(what: string, passes: boolean): void {
  if (!passes) process.exitCode = 1;
  console.log(`${what}: ${passes ? 'PASS' : 'FAIL'}`);
}
