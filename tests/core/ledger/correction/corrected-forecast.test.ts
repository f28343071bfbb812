import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import {
  correctForecast,
  pointsOf,
  rangeOf,
  type RunningSales,
} from '#core/ledger/correction/corrected-forecast.ts';
import { fitSalesCurve } from '#core/ledger/correction/sales-curve.ts';
import { weekLessons } from '#core/ledger/correction/week-lessons.ts';
import { weeklyLaunches } from '../../../support/weekly-launches.ts';

const WEEKS = 8;
const AFTER = 2;
const LEVEL = 0.7;
const NOISE = 0.4;

/** Launches with a level of their own and noise in each week: log1p(units) = 3 + level + noise. */
function world(count: number, seed: number): number[][] {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, () => {
    const level = LEVEL * normal();
    return Array.from({ length: WEEKS }, () => Math.expm1(3 + level + NOISE * normal()));
  });
}

const lessonsOf = (all: readonly number[][], listPrice: (i: number) => number = () => 10) => {
  const table = weeklyLaunches(all.map((weeks) => ({ weeks })));
  const prices = Float64Array.from(all, (_, i) => listPrice(i));
  return weekLessons(
    fitSalesCurve({ table: { ...table, listPrice: prices }, forecastLogs: [] }, WEEKS)!,
    AFTER,
  );
};
const running = (weeks: readonly number[], more: Partial<RunningSales> = {}): RunningSales => ({
  ...{ soldUnits: weeks.reduce((all, units) => all + units, 0), daysWithoutStock: 0 },
  weeks: weeks.map((units) => ({ units, daysWithoutStock: 0 })),
  ...{ forecastLog: NaN, launchDay: 20_000, category: '', listPrice: 10, ...more },
});
const past = lessonsOf(world(600, 7));
const correct = (sales: RunningSales, lessons = past) =>
  correctForecast(lessons, sales, { horizonDays: 28 });

describe('correctForecast', () => {
  it('believes the weeks so far as the Kalman filter of a constant level does', () => {
    // Gain of n observations of a level: n τ² / (n τ² + σ²).
    const gain = (2 * LEVEL ** 2) / (2 * LEVEL ** 2 + NOISE ** 2);
    for (const above of [-1, 0, 1]) {
      const units = Math.expm1(3 + above);
      const { weeks } = correct(running([units, units]));
      expect(Math.log1p(weeks[3]!.expected)).toBeGreaterThan(3 + gain * above - 0.12);
      expect(Math.log1p(weeks[3]!.expected)).toBeLessThan(3 + gain * above + 0.12);
    }
  });

  it('holds four in five of later launches, by weeks, by their sum and with a week out of stock', () => {
    const later = world(250, 8);
    const shown: readonly ((weeks: readonly number[]) => Partial<RunningSales>)[] = [
      () => ({}),
      () => ({ weeks: undefined }),
      ([, second]) => ({
        weeks: [
          { units: 0, daysWithoutStock: 7 },
          { units: second!, daysWithoutStock: 0 },
        ],
      }),
    ];
    for (const seenAs of shown) {
      const held = later.filter((weeks) => {
        const first = weeks.slice(0, AFTER);
        const { paths } = correct(running(first, seenAs(first)));
        const { low80, high80 } = rangeOf(pointsOf(paths, 0, WEEKS - AFTER));
        const units = weeks.slice(AFTER).reduce((all, each) => all + each, 0);
        return units >= low80 && units <= high80;
      });
      expect(held.length / later.length).toBeGreaterThan(0.75);
      expect(held.length / later.length).toBeLessThan(0.85);
    }
  });

  it('takes the spread of launches of like size and price', () => {
    // Dear launches sell as evenly as clockwork; cheap ones do not.
    const all = world(300, 9).map((weeks, i) => (i % 2 ? weeks : weeks.map(() => Math.expm1(3))));
    const lessons = lessonsOf(all, (i) => (i % 2 ? 2 : 50));
    const widthOf = (listPrice: number) => {
      const { paths } = correct(running([19, 19], { listPrice }), lessons);
      const { low80, high80 } = rangeOf(pointsOf(paths, 0, 6));
      return high80 - low80;
    };
    expect(widthOf(50)).toBeLessThan(widthOf(2) / 3);
  });

  it('gives the weeks that it knows no more than their part of a longer forecast', () => {
    const forecastLog = Math.log1p(160);
    const sales = running([40, 40], { forecastLog });
    const before = (horizonDays: number) =>
      correctForecast(past, sales, { horizonDays }).before.reduce((all, units) => all + units, 0);
    expect(before(2 * 7 * WEEKS) / before(7 * WEEKS)).toBeCloseTo(0.5, 1);
  });

  it('compares sales so far and the weeks to come with the forecast', () => {
    const forecastLog = Math.log1p(80);
    const corrected = correct(running([40, 40], { forecastLog }));
    expect(corrected.before.reduce((all, units) => all + units, 0)).toBeGreaterThan(80);
    expect(corrected.soldFactor).toBeGreaterThan(1.7);
    expect(corrected.correctedFactor).toBeGreaterThan(1);
    expect(corrected.correctedFactor).toBeLessThan(corrected.soldFactor);
    const untold = correct(running([40, 40]));
    expect(untold.soldFactor).toBeNaN();
    expect(untold.weeks.every(({ expected }) => Number.isFinite(expected))).toBe(true);
  });

  it('goes by forecast and curve alone where no week was in stock', () => {
    const weeks = [0, 0].map((units) => ({ units, daysWithoutStock: 7 }));
    const { weeks: coming } = correct(running([0, 0], { weeks }));
    expect(Math.log1p(coming[0]!.expected)).toBeCloseTo(3, 0);
  });
});
