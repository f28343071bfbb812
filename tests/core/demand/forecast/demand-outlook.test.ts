import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '#core/base/statistics/statistics.ts';
import { seededRandom } from '#core/base/random.ts';
import { demandOutlooks, type OutlookWeek } from '#core/demand/forecast/demand-outlook.ts';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import { sameTimeOfYear } from '#core/demand/series/same-week.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';

const sameWeek = sameTimeOfYear;

function panelOf(...series: (readonly number[])[]): DemandPanel {
  const named = series.map((units, i) => ({ name: `${i}`, units: Float64Array.from(units) }));
  return { firstDay: 4, weekCount: series[0]!.length, series: named };
}

/** A season of the year: 1 at its peak, in week 45, −1 half a year later. */
const season = (week: number) => Math.cos((2 * Math.PI * (week - 45)) / 52.18);

/** Weekly units of a shop with a season of this size. */
function shop(
  weeks: number,
  { size, count, seed = 1 }: { size: number; count: number; seed?: number },
) {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: weeks }, (_week, week) =>
      Math.round(Math.exp(4 + i / 4 + size * season(week) + 0.15 * drawNormal(random))),
    ),
  );
}

describe('demandOutlooks', () => {
  it('goes on as it was where nothing changes', () => {
    const { outlooks } = demandOutlooks(panelOf(new Array<number>(40).fill(20)), { sameWeek })!;
    expect(outlooks[0]!.weeks).toHaveLength(52);
    for (const week of outlooks[0]!.weeks) expect(week.units).toBeCloseTo(20, 6);
  });

  it('follows the season of the year before', () => {
    const { outlooks, fit } = demandOutlooks(panelOf(...shop(100, { size: 0.8, count: 6 })), {
      sameWeek,
    })!;
    const peak = outlooks[0]!.weeks[149 - 100]!.units;
    const dip = outlooks[0]!.weeks[123 - 100]!.units;
    expect(peak / dip).toBeGreaterThan(2.5);
    expect(fit.weights[0]).toBeGreaterThan(0.6);
  });

  it('lends a young shop the season of its market, and none of a market unlike it', () => {
    const own = shop(38, { size: 0.8, count: 6 });
    const padded = own.map((units) => [...new Array<number>(156).fill(NaN), ...units]);
    const weeks = Array.from({ length: 194 }, (_, i) => i - 156);
    const market = Float64Array.from(weeks, (week) => 3 + 0.5 * season(week));
    const weightOf = (values: Float64Array) =>
      demandOutlooks(panelOf(...padded), { sameWeek, market: own.map(() => values) })!.fit
        .weights[2]!;
    expect(weightOf(market)).toBeGreaterThan(0.5);
    const strange = Array.from({ length: 8 }, (_, seed) => {
      const random = seededRandom(seed);
      return weightOf(Float64Array.from(weeks, () => 3 + drawNormal(random)));
    });
    expect(Math.abs(mean(strange))).toBeLessThan(0.15);
  });

  it(
    'holds what its ranges promise, in shops that it was not fitted to',
    { tags: ['whole'] },
    () => {
      const held: boolean[][] = [[], [], []];
      for (let seed = 0; seed < 12; seed++) {
        const all = shop(104, { size: 0.5, count: 5, seed });
        const known = all.map((units) => units.slice(0, 91));
        const { outlooks } = demandOutlooks(panelOf(...known), { sameWeek }, 13)!;
        const foreseen = outlooks.flatMap(({ weeks }, i) =>
          weeks.map((week, ahead) => ({ ranges: rangesOf(week), came: all[i]![91 + ahead]! })),
        );
        for (const [k, own] of held.entries())
          own.push(...foreseen.map(({ ranges, came }) => isWithin(came, ranges[k]!)));
      }
      const shares = held.map((own) => own.filter(Boolean).length / own.length);
      for (const [k, promised] of [0.5, 0.8, 0.9].entries())
        expect(Math.abs(shares[k]! - promised)).toBeLessThan(0.1);
    },
  );

  it('has ranges in order, and never a number below 0 or NaN', () => {
    const unit = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 5000 }), fc.constant(NaN));
    fc.assert(
      fc.property(
        fc.array(fc.array(unit, { minLength: 80, maxLength: 80 }), { minLength: 1, maxLength: 3 }),
        (series) => {
          const found = demandOutlooks(panelOf(...series), { sameWeek }, 6);
          for (const { weeks } of found?.outlooks ?? [])
            for (const week of weeks) {
              const [inner, middle, outer] = rangesOf(week);
              const bounds = [outer![0], middle![0], inner![0], inner![1], middle![1], outer![1]];
              expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
              for (const bound of [...bounds, week.units]) expect(bound).toBeGreaterThanOrEqual(0);
            }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('says nothing of less than ten weeks', () => {
    expect(demandOutlooks(panelOf([1, 2, 3, 4, 5, 6, 7, 8, 9]), { sameWeek })).toBeNull();
    expect(demandOutlooks(panelOf([]), { sameWeek })).toBeNull();
    expect(demandOutlooks({ firstDay: 4, weekCount: 0, series: [] }, { sameWeek })).toBeNull();
  });
});

function isWithin(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}

function rangesOf({ range50, range80, range90 }: OutlookWeek) {
  return [range50, range80, range90];
}
