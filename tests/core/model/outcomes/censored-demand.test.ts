import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asCensored,
  soldOutFlags,
  withImputedDemand,
} from '#core/model/outcomes/censored-demand.ts';
import { allRows, launchTable, type LaunchRow } from '../../../support/launch-table.ts';

describe('a sold-out launch', () => {
  it('sold exactly its first stock: less is left over, more was restocked', () => {
    const table = launchTable([
      { units: 12, firstStock: 12 },
      { units: 11, firstStock: 12 },
      { units: 13, firstStock: 12 },
      { units: 12 },
    ]);
    expect(soldOutFlags(table, allRows(table))).toEqual([true, false, false, false]);
  });

  it('tells nothing against a prediction of more', () => {
    expect([...asCensored([20, 20, 5], [12, 12, 12], [true, false, true])]).toEqual([12, 20, 5]);
  });
});

describe('the demand of sold-out launches', () => {
  /** Launches that missed their prediction of 50 by −0.3, 0 and 0.3, and one that sold out. */
  const open = [-0.3, 0, 0.3].map((missed) => ({ units: Math.expm1(Math.log1p(50) + missed) }));
  const logs = (rows: number) => new Array<number>(rows).fill(Math.log1p(50));
  const demandOf = (soldOut: LaunchRow) => {
    const table = launchTable([...open, soldOut]);
    return withImputedDemand(table, allRows(table), logs(4));
  };

  it('is the mean of what normal errors leave above their sales, where few are known', () => {
    const spread = 1.4826 * 0.3;
    for (const sold of [5, 30, 50, 80, 200]) {
      // By the trapezoidal rule.
      const bound = (Math.log1p(sold) - Math.log1p(50)) / spread;
      let [mass, moment] = [0, 0];
      for (let z = bound; z < bound + 12; z += 1e-4) {
        const density = Math.exp(-0.5 * z * z);
        mass += density;
        moment += z * density;
      }
      const expected = Math.expm1(Math.log1p(50) + (spread * moment) / mass);
      const { units } = demandOf({ units: sold, firstStock: sold });
      expect(units[3]! / expected).toBeCloseTo(1, 3);
    }
  });

  it('is the mean of what the likeliest normal errors leave above their sales', () => {
    const missed = Array.from({ length: 12 }, (_, i) => -0.33 + 0.06 * i);
    const squares = missed.reduce((all, each) => all + each ** 2, 0);
    const known = missed.map((each) => ({ units: Math.expm1(Math.log1p(50) + each) }));
    for (const sold of [5, 30, 50, 80]) {
      const bound = Math.log1p(sold) - Math.log1p(50);
      // Mass and moment of the errors above the bound, by the trapezoidal rule.
      const above = (spread: number) => {
        let [mass, moment] = [0, 0];
        for (let z = bound / spread; z < 12; z += 1e-3) {
          const density = (1e-3 * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
          mass += density;
          moment += z * density;
        }
        return { mass, mean: (spread * moment) / mass };
      };
      const likelihood = (spread: number) =>
        -12 * Math.log(spread) - squares / (2 * spread ** 2) + Math.log(above(spread).mass);
      const spreads = Array.from({ length: 400 }, (_, i) => 0.15 + i / 2000);
      const likeliest = spreads.reduce((a, b) => (likelihood(b) > likelihood(a) ? b : a));
      const expected = Math.expm1(Math.log1p(50) + above(likeliest).mean);
      const table = launchTable([...known, { units: sold, firstStock: sold }]);
      const { units } = withImputedDemand(table, allRows(table), logs(13));
      expect(Math.abs(units[12]! / expected - 1)).toBeLessThan(0.01);
    }
  });

  it('is never below what was sold, moves orders and returns in proportion and leaves all others alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (sold) => {
        const orders = Math.round(sold / 2);
        const soldOut = { units: sold, firstStock: sold, orders, clicks: 1e6, returns: sold / 4 };
        const given = launchTable([...open, soldOut]);
        const table = withImputedDemand(given, allRows(given), logs(4));
        expect(table.units[3]!).toBeGreaterThanOrEqual(sold);
        expect([...table.units.slice(0, 3)]).toEqual([...given.units.slice(0, 3)]);
        if (sold > 0) expect(table.returns[3]! / table.units[3]!).toBeCloseTo(0.25, 9);
        if (orders > 0) expect(table.orders[3]! / orders).toBeCloseTo(table.units[3]! / sold, 6);
      }),
    );
    const few = { units: 20, firstStock: 20, orders: 20, clicks: 24 };
    expect(demandOf(few).orders[3]).toBe(24);
  });

  it('leaves a table as it is where nothing sold out, or everything', () => {
    const none = launchTable(open);
    expect(withImputedDemand(none, allRows(none), logs(3))).toBe(none);
    const all = launchTable([{ units: 3, firstStock: 3 }]);
    expect(withImputedDemand(all, allRows(all), logs(1))).toBe(all);
  });
});
