// How long counting all pairs of a million order lines takes, beside a product of sparse matrices in SciPy.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '#core/base/random.ts';
import { median } from '#core/base/statistics/statistics.ts';
import { LEAST_COUNT } from '#core/model/associations/associations.ts';
import { basketsOf } from '#core/model/associations/baskets.ts';
import { countPairs } from '#core/model/associations/count-pairs.ts';
import { studyAssociations } from '#core/model/associations/study-associations.ts';
import { logOfLines } from '../../support/log-of-lines.ts';
import { finished } from './finished.ts';
import { giftLines, hasRealLines } from './real-lines.ts';

const LINES = 1_000_000;
const REPEATS = 5;
const MOST_SECONDS = 1;
const PEER = fileURLToPath(new URL('sparse_pairs.py', import.meta.url));

type Orders = Parameters<typeof basketsOf>[0] & { readonly productCount: number };

/** Prints seconds; returns the missed targets. */
export function speed(): readonly string[] {
  const gifts = hasRealLines() ? logOfLines(giftLines()) : null;
  const missed = [
    ...timed('1M lines in small orders', smallOrders()),
    ...(gifts ? timed('giftware', { ...gifts, productCount: gifts.products.length }) : []),
  ];
  if (gifts) {
    const started = performance.now();
    finished(studyAssociations(gifts));
    console.log(`  giftware, the whole study: ${seconds(performance.now() - started)} s`);
  }
  return missed;
}

function timed(name: string, orders: Orders): string[] {
  const itemOf = Uint32Array.from({ length: orders.productCount }, (_, product) => product);
  const runs: number[] = [];
  let pairs = 0;
  for (let run = 0; run < REPEATS; run++) {
    const started = performance.now();
    pairs = finished(countPairs(basketsOf(orders, itemOf, orders.productCount), LEAST_COUNT))
      .frequent.first.length;
    runs.push(performance.now() - started);
  }
  const peer = sparsePairs(orders);
  console.log(
    `  ${name}: ${orders.order.length} lines, ${pairs} pairs, ${runs.map(seconds).join(', ')} s; SciPy: ${peer}`,
  );
  const taken = median(runs) / 1000;
  return taken <= MOST_SECONDS
    ? []
    : [`speed: ${name} took ${taken.toFixed(2)} s, at most ${MOST_SECONDS} s`];
}

/** A long-tailed assortment of 20,000 products, some four lines an order. */
function smallOrders(): Orders {
  const random = seededRandom(1);
  const productCount = 20_000;
  const [order, product] = [new Uint32Array(LINES), new Uint32Array(LINES)];
  const day = new Int32Array(LINES);
  for (let line = 0, at = 0; line < LINES; at++) {
    const size = 1 + Math.floor(-3.5 * Math.log(1 - random()));
    const chosen = new Set<number>();
    for (let k = 0; k < size; k++) chosen.add(Math.floor(productCount * random() ** 2.5));
    for (const each of chosen) {
      if (line === LINES) break;
      order[line] = at;
      product[line] = each;
      day[line++] = Math.floor(at / 400);
    }
  }
  const channel = new Uint16Array(LINES);
  return {
    ...{ order, product, day, channel, channels: [], products: [] },
    ...{ firstDay: 0, productCount },
  };
}

function sparsePairs({ order, product }: Orders): string {
  const folder = mkdtempSync(join(tmpdir(), 'pairs-'));
  const [orders, products] = [join(folder, 'order'), join(folder, 'product')];
  writeFileSync(orders, order);
  writeFileSync(products, product);
  const { status, stdout, stderr } = spawnSync(
    'python3',
    [PEER, orders, products, String(LEAST_COUNT)],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  return status === 0 ? stdout.trim() : `not measured (${stderr.trim().split('\n').at(-1)})`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}
