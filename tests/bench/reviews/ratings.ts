// The mean rating of later launches and its 80% range: in simulated shops, and in the clothing table by product. Ridge is
// fitted to the same launches as at training, and the range learnt from those that each fit had not seen.

import { ratingWithRange } from '#core/model/blend/rating-range.ts';
import { earlierOrigins, splitByTime } from '#core/model/features/time-split.ts';
import { everyRow, type LaunchTable } from '#core/launch/launch-table.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { seededRandom, shuffle } from '#core/base/random.ts';
import { logit, mean } from '#core/base/statistics/statistics.ts';
import {
  expectRatings,
  learnRatingSpread,
  type UnseenRatings,
} from '#workers/model/train/rating-spread.ts';
import { launchTable } from '../../support/launch-table.ts';
import { launchesOf } from '../../support/launches-of.ts';
import { clothingReviews, type ClothingReview } from '../../support/review-tables.ts';
import { returnWorld, WORLDS, type ReturnWorld, type World } from './return-world.ts';
import { fitOneRidge } from './ridge-today.ts';

const SIZES = [
  { launches: 80, shops: 30 },
  { launches: 150, shops: 16 },
  { launches: 400, shops: 6 },
  { launches: 1_000, shops: 3 },
];
const LATER_SHARE = 0.2;
const ORDERS = 10;
const COVERAGE = { least: 0.76, most: 0.84 };
/** As `reviewOutcomes` counts them: fewer ratings are not learnt from. */
const LEAST_RATINGS = 5;
const RATED_SHARE = 0.3;
const USUAL_LOGIT = -2.3;
const STARS = { usual: 4.4, perLogit: 0.4, between: 0.15, within: 1.1 };

interface Sums {
  readonly launches: number;
  readonly inside: number;
  readonly widths: number;
  readonly ours: number;
  readonly category: number;
}

const NONE: Sums = { launches: 0, inside: 0, widths: 0, ours: 0, category: 0 };

/** Prints the figures of the part and returns the targets that it missed. */
export async function ratings(seed: number): Promise<readonly string[]> {
  const missed = WORLDS.flatMap((world) => simulated(world, seed));
  return Promise.resolve([...missed, ...clothing(seed)]);
}

function simulated(world: World, seed: number): string[] {
  let all = NONE;
  for (const { launches, shops } of SIZES) {
    let sums = NONE;
    for (let shop = 0; shop < shops; shop++) {
      const drawn = returnWorld(world, launches, seed * 10_000 + launches + shop * 7_919);
      const table = withRatings(drawn, seed + shop);
      sums = added(sums, judgeLast(table));
    }
    show(`${world}, ${launches} launches`, sums);
    all = added(all, sums);
  }
  return shown(`${world}, all`, all);
}

/** Draws ratings: what comes back more is rated lower, and about three in ten buyers rate. */
function withRatings({ table, expected }: ReturnWorld, seed: number): LaunchTable {
  const random = seededRandom(seed);
  const normal = (): number => normalQuantile(1e-9 + random() * (1 - 2e-9));
  const ratingOf = (rate: number, row: number): number => {
    const beyond = logit(rate) - USUAL_LOGIT;
    const own = STARS.usual - STARS.perLogit * beyond + STARS.between * normal();
    const count = Math.floor(RATED_SHARE * table.units[row]!);
    const given = Array.from({ length: count }, () =>
      Math.min(5, Math.max(1, Math.round(own + STARS.within * normal()))),
    );
    return count >= LEAST_RATINGS ? mean(given) : NaN;
  };
  return { ...table, rating: expected.map(ratingOf) };
}

/** The table has no days. In its own order, products with few reviews are the last to appear, which time would not do. */
function clothing(seed: number): string[] {
  const products = ratedClothes();
  show('clothing, popular products first', judgeLast(clothesAsLaunches(products)));
  let sums = NONE;
  for (let draw = 0; draw < ORDERS; draw++) {
    const order = Uint32Array.from(products.keys());
    shuffle(order, seededRandom(seed + draw));
    const table = clothesAsLaunches(Array.from(order, (i) => products[i]!));
    sums = added(sums, judgeLast(table));
  }
  return shown(`clothing, ${ORDERS} orders by chance`, sums);
}

/** Returns the reviews of each product that has enough of them, in the order of their first ones. */
function ratedClothes(): ClothingReview[][] {
  const byProduct = grouped(clothingReviews(), ({ clothingId }) => clothingId);
  return [...byProduct.values()].filter(({ length }) => length >= LEAST_RATINGS);
}

function clothesAsLaunches(products: readonly ClothingReview[][]): LaunchTable {
  const firsts = products.map(([first]) => first!);
  const table = launchTable(
    products.map((reviews, i) => ({
      ...{ category: firsts[i]!.department, day: 19_000 + 2 * i, units: reviews.length },
      rating: mean(reviews.map(({ stars }) => stars)),
    })),
  );
  const attributes = {
    class: firsts.map(({ className }) => className),
    division: firsts.map(({ division }) => division),
  };
  return { ...table, attributes };
}

/** Foresees the last fifth of the launches from the others; nothing where too few ratings are known. */
function judgeLast(table: LaunchTable): Sums {
  const all = everyRow(table);
  const cut = Math.round((1 - LATER_SHARE) * table.rowCount);
  const earlier = launchesOf(table, all.subarray(0, cut));
  const spread = learnRatingSpread(earlier, unseenOf(earlier));
  const fit = fitOneRidge(earlier, everyRow(earlier), 'rating');
  const rows = all.filter((row) => row >= cut && !Number.isNaN(table.rating[row]!));
  const expected = expectRatings(table, fit, rows);
  if (!spread || !expected) return NONE;
  const meanOf = categoryMean(earlier);
  return [...rows].reduce((sums, row, i) => {
    const actual = table.rating[row]!;
    const { rating, range80 } = ratingWithRange(expected[i]!, table.units[row]!, spread);
    const { low, high } = range80!;
    return added(sums, {
      launches: 1,
      inside: Number(actual >= low && actual <= high),
      widths: high - low,
      ours: Math.abs(actual - rating),
      category: Math.abs(actual - meanOf(table.category[row]!)),
    });
  }, NONE);
}

function unseenOf(table: LaunchTable): UnseenRatings[] {
  const split = splitByTime(table);
  const fitTo = (rows: Uint32Array) => fitOneRidge(table, rows, 'rating');
  const recent = fitTo(split.training);
  return [
    ...earlierOrigins(table, split).map(({ training, later }) => ({
      members: fitTo(training),
      rows: later,
    })),
    { members: recent, rows: split.validation },
    { members: recent, rows: split.test },
  ];
}

function categoryMean({ category, rating }: LaunchTable): (name: string) => number {
  const known = [...rating.keys()].filter((row) => !Number.isNaN(rating[row]!));
  const meanOf = (rows: readonly number[]) => mean(rows.map((row) => rating[row]!));
  const rowsOf = grouped(known, (row) => category[row]!);
  return (name) => meanOf(rowsOf.get(name) ?? known);
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values)
    groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

function added(a: Sums, b: Sums): Sums {
  return {
    launches: a.launches + b.launches,
    inside: a.inside + b.inside,
    widths: a.widths + b.widths,
    ours: a.ours + b.ours,
    category: a.category + b.category,
  };
}

function shown(name: string, sums: Sums): string[] {
  show(name, sums);
  const held = sums.inside / sums.launches;
  const isIn = held >= COVERAGE.least && held <= COVERAGE.most;
  return isIn ? [] : [`${name}: the 80% range of the rating holds ${held}`];
}

function show(name: string, { launches, inside, widths, ours, category }: Sums): void {
  const meanOf = (total: number): string => (total / launches).toFixed(3);
  console.log(
    `${name}: 80% ranges hold ${((100 * inside) / launches).toFixed(1)}% of ${launches}, ` +
      `${meanOf(widths)} wide; off by ${meanOf(ours)}, category's mean ${meanOf(category)}`,
  );
}
