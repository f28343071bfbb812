// npm run bench:similar: how long the five most similar of 50,000 launches take to find, for a page that explains a plan. Exits with
// 1 where they take too long with a model that learnt these launches; without one they are compared anew, which is only measured.

import { fitAnalogues } from '#core/analogues/analogues.ts';
import { similarLaunches } from '#core/evidence/similar-launches.ts';
import {
  encodeProducts,
  fitProductEncoder,
  markAndPriceInputs,
} from '#core/features/product-encoder.ts';
import { rowsByDate } from '#core/features/split.ts';
import { productColumns } from '#core/launch/new-product.ts';
import { median, quantile } from '#core/statistics.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import { shopProducts, shopTable } from '../support/shop-table.ts';

const LAUNCHES = 50_000;
const PRODUCTS = 60;
const MOST_MS = 100;

const shop = generateShop({ seed: 1, launches: LAUNCHES, newProducts: PRODUCTS });
const table = shopTable(shop);
const products = shopProducts(shop);
const rows = rowsByDate(table);
const encoder = fitProductEncoder(table, rows);
const learnt = fitAnalogues(
  { x: encodeProducts(encoder, table, rows), phi: new Float32Array(), count: rows.length },
  { ...markAndPriceInputs(encoder), firstAction: 0, actionCount: 0 },
  [],
);

const withModel = timesOf(products, learnt);
report('as learnt', withModel);
report('compared anew', timesOf(products.slice(0, 5), null));
if (quantile(withModel, 0.95) > MOST_MS) {
  console.error(`expected at most ${MOST_MS} ms, came ${quantile(withModel, 0.95).toFixed(1)} ms`);
  process.exitCode = 1;
}

function timesOf(asked: typeof products, by: typeof learnt | null): number[] {
  const columns = productColumns(asked, Object.keys(table.attributes));
  return asked.map((_, i) => {
    const start = performance.now();
    const x = encodeProducts(encoder, columns, Uint32Array.of(i));
    const found = similarLaunches({ table, encoder, learnt: by, x, channels: [] });
    if (found.length !== 5) throw new Error(`expected five launches, found ${found.length}`);
    return performance.now() - start;
  });
}

function report(what: string, times: readonly number[]): void {
  const [middle, late] = [median(times), quantile(times, 0.95)].map((ms) => ms.toFixed(1));
  console.log(
    `${LAUNCHES} launches ${what}: ${middle} ms, median of ${times.length}; 95 %: ${late} ms`,
  );
}
