// Categories that a shop never sold: the launches of one category after another are taken away, a model learns from the others,
// and their launches are foreseen with simulated files of niches. A file is drawn from every other launch of each category, with
// noise; errors are measured on the rest.

import { seededRandom, type Random } from '#core/base/random.ts';
import { countTexts, mean, median } from '#core/base/statistics/statistics.ts';
import { joinNiches } from '#core/demand/niche/join-niches.ts';
import { knownNiches, type KnownNiche } from '#core/demand/niche/known-niches.ts';
import { everyRow, type LaunchTable } from '#core/launch/launch-table.ts';
import { widthAt } from '#core/model/blend/range-width.ts';
import { centralRange, type RangeBasis } from '#core/model/blend/conformal-ranges.ts';
import type { MarketShift } from '#core/model/never-sold/market-shift.ts';
import { shiftedModel } from '#core/model/never-sold/shifted-model.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { neverSoldIn } from '#workers/model/inputs/never-sold-in.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { drawNormal } from '../../support/demo-shop/draws.ts';
import { readMarketFile } from '../../support/market-file.ts';
import { someLaunches } from '../../support/some-launches.ts';
import { shopsByCategory } from './never-sold-shops.ts';

/** Launches of a category that is taken away, at least; half of them are judged. */
const LEAST_LAUNCHES = 16;
const MOST_TAKEN = 8;
const FILES = 5;
/** Noise of the market's units, and half the width of their bounds, on the log scale. */
const MARKET_NOISE = 0.3;
const BOUNDS = 0.5;
/** A product of the market sells so many times what a launch of the shop does. */
const MARKET_TIMES = 40;
const PRODUCTS = 20;
const OF_MEDIAN = 0.8;
const HELD_90 = 0.87;

const WAYS = ['median', 'no file', 'niche', 'level known'] as const;
type Way = (typeof WAYS)[number];
/** as known: as if the model knew the category. */
type Ranged = 'as known' | 'no file' | 'niche';

/** What is measured on launches of the categories taken away. */
interface Judged {
  readonly misses: Record<Way, number>;
  /** Units of a launch count once for each file. */
  units: number;
  /** Whether launches were inside their 90% range. */
  readonly held: Record<Ranged, boolean[]>;
}

export async function leaveOut(): Promise<string[]> {
  const missed: string[] = [];
  for (const [name, table] of shopsByCategory()) {
    const { misses, units, held } = await judgeShop(table);
    const ratio = misses.niche / misses.median;
    const wapes = WAYS.map((way) => `${way} ${(misses[way] / units).toFixed(3)}`);
    const shares = Object.entries(held).map(([way, all]) => `${way} ${percent(shareOf(all))}`);
    console.log(`  ${name}: WAPE ${wapes.join(', ')}`);
    console.log(`    with a niche ${ratio.toFixed(2)} of the median's`);
    console.log(`    90% ranges hold ${shares.join(', ')} of ${held['as known'].length}`);
    if (ratio > OF_MEDIAN) missed.push(`${name}: error at most ${OF_MEDIAN} of the median's`);
    if (shareOf(held.niche) < HELD_90) missed.push(`${name}: 90% ranges hold ${percent(HELD_90)}`);
  }
  return missed;
}

async function judgeShop(table: LaunchTable): Promise<Judged> {
  const categories = countTexts(table.category.filter((each) => each !== ''))
    .filter(([, count]) => count >= LEAST_LAUNCHES)
    .map(([category]) => category);
  const random = seededRandom(1);
  const files: ReadonlyMap<string, KnownNiche>[] = [];
  for (let i = 0; i < FILES; i++) files.push(await simulatedNiches(table, categories, random));
  const judged: Judged = {
    ...{ misses: { median: 0, 'no file': 0, niche: 0, 'level known': 0 }, units: 0 },
    held: { 'as known': [], 'no file': [], niche: [] },
  };
  for (const category of categories.slice(0, MOST_TAKEN))
    await judgeCategory(table, { category, files }, judged);
  return judged;
}

interface Taken {
  readonly category: string;
  readonly files: readonly ReadonlyMap<string, KnownNiche>[];
}

async function judgeCategory(
  table: LaunchTable,
  { category, files }: Taken,
  judged: Judged,
): Promise<void> {
  const others = everyRow(table).filter((row) => table.category[row] !== category);
  const known = someLaunches(table, others);
  const rows = rowsOf(table, category).filter((_, i) => i % 2 === 1);
  const engine = await openNodeEngine();
  const model = await fitInNode(known, { engine, market: null, settings: { seed: 1 } });
  const logsBy = (by: TrainedModel) =>
    predictLaunches({ ...by, level: model.level }, table, { engine, rows });
  const asKnown = await logsBy(model);
  const given = { model, table: known, currency: 'USD' as const };
  const without = neverSoldIn(given)(category)!;
  const logs = await logsBy(shiftedModel(model, without));
  engine.dispose();
  const units = Array.from(rows, (row) => table.units[row]!);
  const usual = median(known.units);
  const best = mean(units.map((each, i) => Math.log1p(each) - logs[i]!));
  const miss = (way: Way, log: (i: number) => number) => {
    const misses = units.map((each, i) => Math.abs(each - Math.expm1(log(i))));
    judged.misses[way] += misses.reduce((all, each) => all + each, 0);
  };
  const hold = (way: Ranged, log: (i: number) => number, { residuals, rangeWidth }: RangeBasis) => {
    const [low, high] = centralRange(residuals, 0.9);
    const errors = units.map(
      (each, i) => (Math.log1p(each) - log(i)) / widthAt(rangeWidth, log(i)),
    );
    judged.held[way].push(...errors.map((error) => error >= low && error <= high));
  };
  const moved =
    ({ shift }: Pick<MarketShift, 'shift'>) =>
    (i: number) =>
      logs[i]! + shift;
  hold('as known', (i) => asKnown[i]!, model);
  hold('no file', moved(without), shiftedModel(model, without));
  for (const niches of files) {
    const withNiche = neverSoldIn({ ...given, niches })(category)!;
    judged.units += units.reduce((all, each) => all + each, 0);
    miss('median', () => Math.log1p(usual));
    miss('no file', moved(without));
    miss('niche', moved(withNiche));
    miss('level known', moved({ shift: best }));
    hold('niche', moved(withNiche), shiftedModel(model, withNiche));
  }
}

/** Reads a file such as Opportunity Explorer gives, drawn from every other launch of each category. */
async function simulatedNiches(
  table: LaunchTable,
  categories: readonly string[],
  random: Random,
): Promise<ReadonlyMap<string, KnownNiche>> {
  const lines = categories.map((category) => {
    const rows = rowsOf(table, category).filter((_, i) => i % 2 === 0);
    const units = MARKET_TIMES * mean(Array.from(rows, (row) => table.units[row]!));
    const seen = units * Math.exp(MARKET_NOISE * drawNormal(random));
    const bounds = [-BOUNDS, BOUNDS].map((by) => Math.round(seen * Math.exp(by)));
    const price = mean(Array.from(rows, (row) => table.listPrice[row]!)).toFixed(2);
    const name = JSON.stringify(category);
    return [name, name, ...bounds, PRODUCTS, price].join();
  });
  const headers = [
    ...['Customer Need', 'Top Search Term 1'],
    'Range of Average Units Sold Lower Bound (Past 360 days)',
    'Range of Average Units Sold Upper Bound (Past 360 days)',
    ...['# of Top Clicked Products', 'Average Price (USD)'],
  ];
  const file = await readMarketFile('niches', [headers.join(), ...lines].join('\n'));
  const joined = joinNiches(categories, knownNiches([file]));
  return new Map(categories.map((category, i) => [category, joined[i]!]));
}

function rowsOf(table: LaunchTable, category: string): Uint32Array {
  return everyRow(table).filter((row) => table.category[row] === category);
}

function shareOf(all: readonly boolean[]): number {
  return mean(all.map(Number));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
