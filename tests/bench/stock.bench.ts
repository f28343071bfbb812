// npm run bench:stock [-- --seeds 1,2,3] [--launches 2000] [--worlds demo-shop,online-retail]
// Measures what the initial stock costs. Each history is learnt up to its last fifth by date. The launches after that
// are stocked under the action they had. Each pays for every missing and every leftover unit. Debut is compared with
// rules of thumb by category, and with what is only known afterwards.
// Exits with 1 where Debut costs over 1.1 times its best quantile in hindsight, or more than a rule of thumb.
// online-retail needs ../shared/bench.

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { demandSpread, type DemandSpread } from '#core/planning/economics/demand.ts';
import { bestStock } from '#core/planning/economics/first-stock.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { mean, median, quantile, standardDeviation } from '#core/base/statistics/statistics.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { readHistory } from '#workers/headless/read-tables.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import { launchesOf } from '../support/launches-of.ts';
import { shopTable } from '../support/shop-table.ts';

const { values: given } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    launches: { type: 'string', default: '2000' },
    worlds: { type: 'string', default: 'demo-shop,online-retail' },
  },
});
const ONLINE_RETAIL = '../shared/bench/online_retail_launches.csv';
const LATER_SHARE = 0.2;
/** Most cost of Debut, as a multiple of that of its own forecasts with the quantile that turned out best. */
const MOST_OVER_HINDSIGHT = 1.1;

/** Cost of a missing unit (`under`) and of a leftover unit (`over`). */
interface PieceCosts {
  readonly under: number;
  readonly over: number;
}
const COST_RATIOS: readonly PieceCosts[] = [
  { under: 1, over: 3 },
  { under: 1, over: 1 },
  { under: 3, over: 1 },
];

/** Unseen launches, and what the model forecasts for them. */
interface Holdout {
  readonly history: LaunchTable;
  readonly later: LaunchTable;
  readonly spread: DemandSpread;
  readonly logUnits: Float64Array;
}

interface Costs {
  readonly debut: number;
  readonly hindsight: number;
  readonly hindsightLevel: number;
  readonly categoryMedian: number;
  readonly meanAndDeviation: number;
  readonly categoryHindsight: number;
}

async function holdoutRecord(table: LaunchTable, seed: number): Promise<Holdout> {
  const rows = measuredRows(table, rowsByDate(table));
  const cut = rows.length - Math.round(LATER_SHARE * rows.length);
  const history = launchesOf(table, rows.slice(0, cut));
  const later = launchesOf(table, rows.slice(cut));
  const engine = await openNodeEngine();
  try {
    const model = await fitInNode(history, { engine, settings: { seed } });
    const logUnits = await predictLaunches(model, later, { engine });
    return { history, later, logUnits, spread: demandSpread(model.residuals, model.rangeWidth) };
  } finally {
    engine.dispose();
  }
}

function costsOf(held: Holdout, costs: PieceCosts): Costs {
  const { history, later } = held;
  const paid = (stocks: ArrayLike<number>) => meanCost(later.units, stocks, costs);
  const byRule = (rule: (units: number[]) => number) =>
    paid(stocksByCategory(history, later, rule));
  const inHindsight = LEVELS.map((level) =>
    paid(debutStocks(held, { under: level, over: 1 - level })),
  );
  const hindsight = Math.min(...inHindsight);
  const level = costs.under / (costs.under + costs.over);
  return {
    debut: paid(debutStocks(held, costs)),
    hindsight,
    hindsightLevel: LEVELS[inHindsight.indexOf(hindsight)]!,
    categoryMedian: byRule(median),
    meanAndDeviation: byRule((units) => mean(units) + standardDeviation(units)),
    // The cheapest constant is this quantile of the later demand.
    categoryHindsight: paid(stocksByCategory(later, later, (units) => quantile(units, level))),
  };
}

const LEVELS = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);

function debutStocks({ spread, logUnits }: Holdout, { under, over }: PieceCosts): Float64Array {
  const money = { margin: under, leftover: over };
  return logUnits.map((log) => bestStock(spread, log, { terms: USUAL_STOCK_TERMS, money }));
}

/** Returns whole units of stock, by a rule on what the category sold before. A new category uses the whole shop. */
function stocksByCategory(
  before: LaunchTable,
  later: LaunchTable,
  rule: (units: number[]) => number,
): number[] {
  const ruled = (isAsked: (row: number) => boolean): number =>
    Math.round(rule([...before.units].filter((_, row) => isAsked(row))));
  const stocks = new Map(
    [...new Set(before.category)].map((category) => [
      category,
      ruled((row) => before.category[row] === category),
    ]),
  );
  const overall = ruled(() => true);
  return later.category.map((category) => stocks.get(category) ?? overall);
}

function meanCost(
  demands: ArrayLike<number>,
  stocks: ArrayLike<number>,
  { under, over }: PieceCosts,
): number {
  return mean(
    Array.from(demands, (demand, i) => {
      const missing = demand - stocks[i]!;
      return missing > 0 ? under * missing : over * -missing;
    }),
  );
}

function print(world: string, ratio: PieceCosts, costs: Costs): void {
  const overHindsight = costs.debut / costs.hindsight;
  const leastByRule = Math.min(costs.categoryMedian, costs.meanAndDeviation);
  const passes = overHindsight <= MOST_OVER_HINDSIGHT && costs.debut <= leastByRule;
  if (!passes) process.exitCode = 1;
  const cells = [
    costs.debut.toFixed(1),
    costs.categoryMedian.toFixed(1),
    costs.meanAndDeviation.toFixed(1),
    costs.hindsight.toFixed(1),
    costs.hindsightLevel.toFixed(2),
    costs.categoryHindsight.toFixed(1),
    overHindsight.toFixed(3),
    passes ? 'PASS' : 'FAIL',
  ];
  console.log(line([world, `${ratio.under}:${ratio.over}`, ...cells]));
}

function line([world, ...cells]: readonly string[]): string {
  return world!.padEnd(22) + cells.map((cell) => cell.padStart(15)).join('');
}

async function play(world: string, table: LaunchTable, seed: number): Promise<void> {
  const held = await holdoutRecord(table, seed);
  for (const ratio of COST_RATIOS) print(`${world}, seed ${seed}`, ratio, costsOf(held, ratio));
}

console.log(
  'Cost a launch held out, in the money of one piece; under:over is what a piece too few',
);
console.log(
  'costs, and a piece too many. The best in hindsight are not rules: they know what was asked.',
);
console.log(
  line([
    'world',
    'under:over',
    'Debut',
    'cat. median',
    'mean + 1 sd',
    'best quantile',
    'its level',
    'best constant',
    'Debut / best',
    '',
  ]),
);
const worlds = given.worlds.split(',');
const seeds = given.seeds.split(',').map(Number);
if (worlds.includes('demo-shop')) {
  const launches = Number(given.launches);
  for (const seed of seeds)
    await play('demo-shop', shopTable(generateShop({ seed, launches })), seed);
}
if (worlds.includes('online-retail') && existsSync(ONLINE_RETAIL)) {
  const { table } = await readHistory(ONLINE_RETAIL, { outcome: 'units_4w' });
  for (const seed of seeds) await play('online-retail', table, seed);
} else console.log(`online-retail: skipped, or ${ONLINE_RETAIL} is not here`);
