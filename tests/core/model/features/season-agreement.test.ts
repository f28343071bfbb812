import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import type { DemandIndex } from '#core/demand/series/category-demand.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { seasonAgreement, withAgreedDemand } from '#core/model/features/season-agreement.ts';
import { invert, pairsOf, pairTimes } from '#core/model/ridge/symmetric.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';
import { allRows, launchTable } from '../../../support/launch-table.ts';

const FIRST_DAY = 20_006;
const WEEKS = 40;
const CATEGORIES = ['Mugs', 'Bags', 'Rugs'];
const CHANNELS = ['Web', 'Store'];

const demand: DemandIndex = {
  ...{ firstDay: FIRST_DAY, isBorrowed: true },
  series: CATEGORIES.map((category, c) => ({
    category,
    logs: Float32Array.from({ length: WEEKS + 52 }, (_, week) => 0.6 * Math.cos(week / 8 + 2 * c)),
  })),
};

/** Launches whose log of units follows the market's demand by a slope. */
function shop(slope: number, { seed = 1, launches = 160, noise = 0.5 } = {}): LaunchTable {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const rows = Array.from({ length: launches }, () => {
    const [category, channel, week] = [pick(3), pick(2), pick(WEEKS)];
    const listPrice = Math.exp(3 + 0.4 * drawNormal(random));
    const season = demand.series[category]!.logs[week]!;
    const log = 6 + category - channel - 0.7 * Math.log(listPrice) + slope * season;
    return {
      ...{ category: CATEGORIES[category]!, channel: CHANNELS[channel]!, listPrice },
      ...{ day: FIRST_DAY + 7 * week, adSpend: 50 * random() },
      units: Math.expm1(Math.max(0.1, log + noise * drawNormal(random))),
    };
  });
  return { ...launchTable(rows), demand };
}

const UNRELATED = { categories: 6, launches: 200, weeks: 32, noise: 0.5, shops: 200 };

/**
 * Returns shops whose categories peak in weeks that have nothing to do with their market’s.
 * @param deviation standard deviation of their season on the log scale, over a year
 */
function unrelatedShops(deviation: number): LaunchTable[] {
  return Array.from({ length: UNRELATED.shops }, (_, seed) => {
    const random = seededRandom(seed + 1);
    const waveFrom = (peak: number) => (week: number) =>
      Math.SQRT2 * Math.cos((2 * Math.PI * (week - peak)) / 52.18);
    const drawWaves = () =>
      Array.from({ length: UNRELATED.categories }, () => waveFrom(52.18 * random()));
    const [searched, sold] = [drawWaves(), drawWaves()];
    const rows = Array.from({ length: UNRELATED.launches }, () => {
      const category = Math.floor(UNRELATED.categories * random());
      const week = Math.floor(UNRELATED.weeks * random());
      const season = deviation * sold[category]!(week);
      const log = 6 + 0.3 * category + season + UNRELATED.noise * drawNormal(random);
      return { category: `${category}`, day: FIRST_DAY + 7 * week, units: Math.expm1(log) };
    });
    const series = searched.map((logOf, category) => ({
      category: `${category}`,
      logs: Float32Array.from({ length: UNRELATED.weeks }, (_, week) => 0.35 * logOf(week)),
    }));
    return { ...launchTable(rows), demand: { firstDay: FIRST_DAY, series, isBorrowed: true } };
  });
}

/** Ordinary least squares with a column for each level: slope and standard error of the first column. */
function leastSquares(table: LaunchTable): { slope: number; standardError: number } {
  const rows = Array.from({ length: table.rowCount }, (_, row) => [
    demand.series[CATEGORIES.indexOf(table.category[row]!)]!.logs[
      (table.launchDay[row]! - FIRST_DAY) / 7
    ]!,
    ...CATEGORIES.map((name) => Number(table.category[row] === name)),
    Number(table.channel[row] === 'Store'),
    Math.log(table.listPrice[row]!),
    Math.log1p(table.adSpend[row]!),
  ]);
  const width = rows[0]!.length;
  const y = Array.from(table.units, Math.log1p);
  const inverse = invert(
    pairsOf(width, (i, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
    width,
  );
  const right = Float64Array.from({ length: width }, (_, j) =>
    rows.reduce((sum, row, r) => sum + row[j]! * y[r]!, 0),
  );
  const weights = pairTimes(inverse, right);
  const left = rows.map((row, r) => y[r]! - row.reduce((sum, x, j) => sum + x * weights[j]!, 0));
  const variance = left.reduce((sum, each) => sum + each ** 2, 0) / (rows.length - width);
  return { slope: weights[0]!, standardError: Math.sqrt(variance * inverse[0]!) };
}

describe('seasonAgreement', () => {
  it('is the least-squares slope of the log of units beside category, channel, price and ad spend', () => {
    for (const seed of [1, 2, 3]) {
      const table = shop(0.8, { seed });
      const found = seasonAgreement(table, demand, allRows(table));
      const expected = leastSquares(table);
      expect(found.slope).toBeCloseTo(expected.slope, 4);
      expect(found.standardError).toBeCloseTo(expected.standardError, 4);
    }
  });

  it('is not known from launches of other categories', () => {
    const table = launchTable([{ category: 'Hats' }, { category: 'Hats' }]);
    expect(seasonAgreement(table, demand, allRows(table)).slope).toBeNaN();
  });
});

describe('withAgreedDemand', () => {
  it('keeps a borrowed season that agreed with the launches so far', () => {
    const table = shop(1);
    expect(withAgreedDemand(table, allRows(table))).toBe(table);
  });

  it('takes the shop’s own demand instead of one that did not', () => {
    const ownDemand = { firstDay: FIRST_DAY, series: [] };
    for (const slope of [0, 0.2, -1]) {
      const table = shop(slope);
      expect(withAgreedDemand({ ...table, ownDemand }, allRows(table)).demand).toBe(ownDemand);
      expect(withAgreedDemand(table, allRows(table)).demand).toBeUndefined();
    }
  });

  it('does not believe a slope of too few launches', () => {
    const table = shop(1, { launches: 24, noise: 3 });
    expect(withAgreedDemand(table, allRows(table)).demand).toBeUndefined();
  });

  it('borrows an unrelated season as seldom as is said of it', () => {
    const sharesOf = (deviation: number) => {
      const shops = unrelatedShops(deviation);
      const isAbove = (table: LaunchTable) => {
        const found = seasonAgreement(table, table.demand!, allRows(table));
        return found.slope > 1.64 * found.standardError;
      };
      const isBorrowed = (table: LaunchTable) => withAgreedDemand(table, allRows(table)) === table;
      return [isAbove, isBorrowed].map((is) => shops.filter(is).length / shops.length);
    };
    const [byChance, borrowed] = sharesOf(0);
    expect(byChance).toBeGreaterThan(0.02);
    expect(byChance).toBeLessThan(0.08);
    expect(borrowed).toBe(0);
    const [inSeason, borrowedInSeason] = sharesOf(0.3);
    expect(inSeason).toBeGreaterThan(0.2);
    expect(inSeason).toBeLessThan(0.32);
    expect(borrowedInSeason).toBeLessThan(0.1);
  });

  it('reads only the launches at the rows', () => {
    const agreed = shop(1);
    const units = agreed.units.map((each, row) => (row < 80 ? each : 1e6 * each ** -2));
    const table = { ...agreed, units };
    expect(withAgreedDemand(table, allRows(table).slice(0, 80))).toBe(table);
    expect(withAgreedDemand(table, allRows(table).slice(80)).demand).toBeUndefined();
  });

  it('leaves demand that is not borrowed as it is', () => {
    const table = { ...shop(-1), demand: { ...demand, isBorrowed: undefined } };
    expect(withAgreedDemand(table, allRows(table))).toBe(table);
  });
});
