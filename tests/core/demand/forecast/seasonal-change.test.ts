import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seasonalChange, smoothedSeries } from '#core/demand/forecast/seasonal-change.ts';
import { smoothedLevels } from '#core/demand/forecast/smoothed-level.ts';
import { sameTimeOfYear } from '#core/demand/series/same-week.ts';

const seriesOf = (values: Float64Array) => smoothedSeries(values, smoothedLevels(values, 0.3));

describe('seasonalChange', () => {
  it('is what a year ago stood above its level then', () => {
    const values = new Float64Array(70).fill(2);
    values.fill(3, 30, 37);
    // Week 85 is week 33 of the year before; the level before week 18 was 2.
    expect(
      seasonalChange(seriesOf(values), { origin: 70, target: 85 }, sameTimeOfYear),
    ).toBeCloseTo(1, 12);
    expect(
      seasonalChange(seriesOf(values), { origin: 70, target: 72 }, sameTimeOfYear),
    ).toBeCloseTo(0, 12);
  });

  it('is the mean of the years', () => {
    const values = new Float64Array(130).fill(2);
    values.fill(3, 30, 37);
    values.fill(5, 82, 89);
    const then = { origin: 122, target: 137 };
    expect(seasonalChange(seriesOf(values), then, sameTimeOfYear)).toBeCloseTo(2, 4);
  });

  it('is not known within the first year', () => {
    const young = seriesOf(new Float64Array(50).fill(2));
    expect(seasonalChange(young, { origin: 50, target: 55 }, sameTimeOfYear)).toBeNaN();
  });

  it('uses nothing from the origin on', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 60, max: 119 }),
        fc.integer({ min: 0, max: 51 }),
        (seed, origin, ahead) => {
          const values = Float64Array.from({ length: 120 }, (_, i) => Math.sin(seed + i));
          const changed = values.map((value, week) => (week < origin ? value : 1e6));
          const when = { origin, target: origin + ahead };
          expect(seasonalChange(seriesOf(changed), when, sameTimeOfYear)).toBe(
            seasonalChange(seriesOf(values), when, sameTimeOfYear),
          );
        },
      ),
    );
  });
});
