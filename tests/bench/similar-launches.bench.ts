// npm run bench:similar
// Measures how long it takes to find the five most similar of 50,000 launches, for a page that explains a plan.
// Exits with 1 where the 95th percentile exceeds 100 ms with a model that learnt these launches. With names read as
// well, the median must not exceed it. Without a model, launches are compared anew, which is only measured.

import { fitAnalogues } from '#core/model/analogues/analogues.ts';
import { similarLaunches } from '#core/planning/explanation/similar-launches.ts';
import {
  encodeProducts,
  fitProductEncoder,
  markAndPriceInputs,
} from '#core/model/features/product-encoder.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { EMBEDDING_SIZE } from '#core/model/text/encoder-weights.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { productColumns } from '#core/launch/new-product.ts';
import { seededRandom } from '#core/base/random.ts';
import { median, quantile } from '#core/base/statistics/statistics.ts';
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

const withModel = timesOf(products, learnt, table);
report('as learnt', withModel);
report('compared anew', timesOf(products.slice(0, 5), null, table));
const withNames = timesOf(products, learnt, named(table));
report('as learnt, names read', withNames);
failIfSlow(quantile(withModel, 0.95));
failIfSlow(median(withNames));

/** Gives each launch a name of its own, which is the most to compare. Random embeddings take as long as real ones. */
function named(launches: LaunchTable): LaunchTable {
  const random = seededRandom(1);
  const title = launches.title.map((name, row) => `${name} ${row}`);
  const texts = [...title, ...products.map((product) => product.title)];
  const embeddings = new Map(texts.map((text) => [text, unitVector(random)]));
  return { ...launches, title, embeddings };
}

function unitVector(random: () => number): Float32Array {
  const vector = Float32Array.from({ length: EMBEDDING_SIZE }, () => random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function failIfSlow(ms: number): void {
  if (ms <= MOST_MS) return;
  console.error(`expected at most ${MOST_MS} ms, came ${ms.toFixed(1)} ms`);
  process.exitCode = 1;
}

function timesOf(asked: typeof products, by: typeof learnt | null, past: LaunchTable): number[] {
  const columns = productColumns(asked, Object.keys(table.attributes));
  return asked.map((_, i) => {
    const start = performance.now();
    const x = encodeProducts(encoder, columns, Uint32Array.of(i));
    const { title } = asked[i]!;
    const compared = { table: past, encoder, learnt: by };
    const found = similarLaunches({ ...compared, title, owner: title, x, channels: [] }).similar;
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
