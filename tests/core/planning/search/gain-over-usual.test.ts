import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, quantileOfSorted } from '#core/base/statistics/statistics.ts';
import { demandPoints, demandSpread } from '#core/planning/economics/demand.ts';
import { bestStock } from '#core/planning/economics/first-stock.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { profitAt } from '#core/planning/economics/launch-profit.ts';
import { knownMoney, type UnitMoney } from '#core/planning/plan/unit-money.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { gainOf } from '#core/planning/search/gain-over-usual.ts';
import { sampleUsual } from '../../../support/ranking.ts';

const spread = demandSpread(Float64Array.from({ length: 41 }, (_, i) => (i - 20) / 30));

const amount = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyLaunch = fc
  .record({
    logUnits: amount(0.5, 9),
    money: fc.record({
      revenue: amount(10, 30),
      margin: amount(1, 9),
      leftover: amount(0.5, 5),
      fixedCost: amount(0, 100),
    }),
  })
  .map(({ logUnits, money }) => {
    const stock = bestStock(spread, logUnits, { terms: USUAL_STOCK_TERMS, money });
    return { logUnits, money, stock };
  });

interface Launched {
  logUnits: number;
  money: UnitMoney;
  stock: number;
}

/** What a launch brings in each case, of equal chance. */
function casesOf({ logUnits, money, stock }: Launched, measure: 'units' | 'revenue' | 'profit') {
  return demandPoints(spread, logUnits).map((units) => {
    if (measure === 'units') return units;
    if (measure === 'revenue') return money.revenue * Math.min(units, stock);
    return profitAt(units, { money, stock });
  });
}

describe('the gain of a plan over the usual approach', () => {
  it.each(['units', 'revenue', 'profit'] as const)(
    'in %s is expected within its own 80% range, as wide as its cases are',
    (objective) => {
      fc.assert(
        fc.property(anyLaunch, anyLaunch, (plan, habit) => {
          const usual = sampleUsual({
            ...{ ...forecast(spread, habit), stockUnits: habit.stock },
            money: knownMoney(habit.money),
          });
          const gain = gainOf(
            { spread, objective },
            { ...plan, ...forecast(spread, plan) },
            usual,
          )!;
          const other = casesOf(habit, objective);
          const cases = casesOf(plan, objective).map((value, i) => value - other[i]!);
          cases.sort();
          const { expected, low80, high80 } = gain.range;
          const nearly = 1e-6 * (1 + Math.abs(expected));
          expect(gain.measure).toBe(objective);
          // Units are expected at their median, money at its mean.
          const middle = objective === 'units' ? quantileOfSorted(cases, 0.5) : mean(cases);
          const apart = objective === 'units' ? 0.02 * Math.abs(middle) : nearly;
          expect(Math.abs(expected - middle)).toBeLessThanOrEqual(apart + nearly);
          const [low, high] = [quantileOfSorted(cases, 0.1), quantileOfSorted(cases, 0.9)];
          expect(low80).toBeCloseTo(Math.min(expected, low), 6);
          expect(high80).toBeCloseTo(Math.max(expected, high), 6);
          // The mean of skewed money may lie beyond its quantiles, so that the range is widened; a median never does.
          if (objective !== 'units') return;
          expect(low).toBeLessThanOrEqual(expected + nearly);
          expect(high).toBeGreaterThanOrEqual(expected - nearly);
        }),
      );
    },
  );

  it('is not known without the money of the usual approach', () => {
    const plan = {
      logUnits: 4,
      stock: 80,
      money: { revenue: 10, margin: 5, leftover: 1, fixedCost: 0 },
    };
    const launch = { ...plan, ...forecast(spread, plan) };
    expect(gainOf({ spread, objective: 'profit' }, launch, sampleUsual())).toBeNull();
  });
});
