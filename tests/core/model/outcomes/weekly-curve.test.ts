import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  curveOf,
  fitWeeklyCurves,
  knownWeeks,
  shareSoldBy,
} from '#core/model/outcomes/weekly-curve.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { weeklyLaunches } from '../../../support/weekly-launches.ts';

const twelve = (of: (week: number) => number) => Array.from({ length: 12 }, (_, week) => of(week));
const repeat = <T>(count: number, of: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => of(i));
const falling = twelve((week) => 1 / (week + 1));
const total = sum(falling);

describe('fitWeeklyCurves', () => {
  it('finds the curve that all launches follow, however large they are', () => {
    const table = weeklyLaunches(
      repeat(25, (i) => ({ weeks: falling.map((part) => part * 3 ** (i % 6)) })),
    );
    const { overall } = fitWeeklyCurves(table)!;
    overall.shares.forEach((share, week) => expect(share).toBeCloseTo(falling[week]! / total, 12));
    expect(overall.launchCount).toBe(25);
  });

  it('does not take weeks that are not over for weeks without a sale', () => {
    const whole = repeat(6, () => ({ weeks: falling }));
    const begun = repeat(20, (i) => ({ weeks: falling.slice(0, 8 + (i % 4)) }));
    const { overall } = fitWeeklyCurves(weeklyLaunches([...whole, ...begun]))!;
    overall.shares.forEach((share, week) => expect(share).toBeCloseTo(falling[week]! / total, 12));
  });

  it('leaves out launches that sold out: what they would have sold later nobody knows', () => {
    const whole = repeat(22, () => ({ weeks: falling }));
    const early = twelve((week) => (week === 0 ? 9 : 0));
    const soldOut = repeat(8, () => ({ weeks: early, units: 9, firstStock: 9 }));
    const known = fitWeeklyCurves(weeklyLaunches(whole));
    expect(fitWeeklyCurves(weeklyLaunches([...whole, ...soldOut]))).toEqual(known);
  });

  it('is the mean share by the root of units, where all weeks of all launches are known', () => {
    const launches = fc.array(
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 12, maxLength: 12 }),
      { minLength: 20, maxLength: 30 },
    );
    fc.assert(
      fc.property(launches, (all) => {
        const { shares } = fitWeeklyCurves(
          weeklyLaunches(all.map((weeks) => ({ weeks }))),
        )!.overall;
        const roots = all.map((weeks) => Math.sqrt(sum(weeks)));
        const expected = twelve(
          (week) =>
            sum(all.map((weeks, i) => roots[i]! * (weeks[week]! / roots[i]! ** 2))) / sum(roots),
        );
        expected.forEach((share, week) => expect(shares[week]).toBeCloseTo(share, 10));
        expect(sum(shares)).toBeCloseTo(1, 10);
      }),
    );
  });

  it('draws a category towards all launches: half-way from 20 launches, none for one without', () => {
    const even = twelve(() => 1);
    const early = twelve((week) => (week === 0 ? 12 : 0));
    const table = weeklyLaunches([
      ...repeat(20, () => ({ category: 'Mugs', weeks: early })),
      ...repeat(20, () => ({ category: 'Pots', weeks: even })),
      ...repeat(5, () => ({ category: 'Tea', weeks: even })),
    ]);
    const curves = fitWeeklyCurves(table)!;
    const [all] = curves.overall.shares as [number];
    expect(all).toBeCloseTo((20 * 12 + 25) / (45 * 12), 12);
    expect(curveOf(curves, 'Mugs').shares[0]).toBeCloseTo((1 + all) / 2, 12);
    expect(curveOf(curves, 'Tea').shares[0]).toBeCloseTo(0.2 / 12 + 0.8 * all, 12);
    expect(curveOf(curves, 'Tea').launchCount).toBe(5);
    expect(curveOf(curves, 'constructor')).toBe(curves.overall);
  });

  it('says nothing with too few launches, too few weeks or none', () => {
    expect(fitWeeklyCurves(launchTable(repeat(40, () => ({}))))).toBeNull();
    expect(fitWeeklyCurves(weeklyLaunches(repeat(19, () => ({ weeks: falling }))))).toBeNull();
    expect(
      fitWeeklyCurves(weeklyLaunches(repeat(30, () => ({ weeks: falling.slice(0, 7) })))),
    ).toBeNull();
    expect(
      fitWeeklyCurves(weeklyLaunches(repeat(30, () => ({ weeks: falling.slice(0, 11) })))),
    ).toBeNull();
    expect(
      fitWeeklyCurves(weeklyLaunches(repeat(30, () => ({ weeks: twelve(() => 0) })))),
    ).toBeNull();
  });
});

describe('shareSoldBy', () => {
  const curve = { shares: falling.map((part) => part / total), launchCount: 20 };

  it('adds whole weeks and parts of them', () => {
    expect(shareSoldBy(curve, 0)).toBe(0);
    expect(shareSoldBy(curve, 2)).toBeCloseTo(1.5 / total, 12);
    expect(shareSoldBy(curve, 1.5)).toBeCloseTo(1.25 / total, 12);
    expect(shareSoldBy(curve, 12)).toBeCloseTo(1, 12);
    expect(shareSoldBy(curve, 40)).toBeCloseTo(1, 12);
  });
});

it('knownWeeks counts weeks up to the first that is not known', () => {
  const table = weeklyLaunches([{ weeks: falling }, { weeks: [1, 2, NaN, 4] }, { weeks: [] }]);
  expect([0, 1, 2].map((row) => knownWeeks(table, row))).toEqual([12, 2, 0]);
  expect(knownWeeks(launchTable([{}]), 0)).toBe(0);
});
