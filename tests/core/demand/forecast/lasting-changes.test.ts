import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { lastingChanges } from '#core/demand/forecast/lasting-changes.ts';
import { sameTimeOfYear } from '#core/demand/series/same-week.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';

const season = (week: number) => 0.8 * Math.cos((2 * Math.PI * (week - 40)) / 52.18);

/** A season, noise, and a level from each of these weeks on. */
function series(
  weeks: number,
  seed: number,
  levels: readonly (readonly [week: number, level: number])[],
) {
  const random = seededRandom(seed);
  return Float64Array.from({ length: weeks }, (_, week) => {
    const level = levels.findLast(([from]) => from <= week)?.[1] ?? 4;
    return level + season(week) + 0.15 * drawNormal(random);
  });
}

const weeksOf = (logs: Float64Array) =>
  lastingChanges(logs, sameTimeOfYear).map(({ week }) => week);

describe('lastingChanges', () => {
  it('finds a change through the season, once, and how large it is', () => {
    const logs = series(190, 1, [
      [0, 4],
      [110, 4.7],
    ]);
    expect(weeksOf(logs)).toHaveLength(1);
    expect(Math.abs(weeksOf(logs)[0]! - 110)).toBeLessThanOrEqual(2);
    expect(lastingChanges(logs, sameTimeOfYear)[0]!.factor).toBeCloseTo(Math.exp(0.7), 0);
  });

  it('takes no echo of a small change for another one', () => {
    const counts = Array.from(
      { length: 40 },
      (_, seed) =>
        weeksOf(
          series(270, seed, [
            [0, 4],
            [150, 4.27],
          ]),
        ).length,
    );
    expect(counts.filter((count) => count > 1).length).toBeLessThanOrEqual(4);
  });

  it('finds two changes that are no echo of each other', () => {
    const found = weeksOf(
      series(230, 2, [
        [0, 4],
        [80, 4.8],
        [170, 4.2],
      ]),
    );
    expect(found).toHaveLength(2);
  });

  it('takes a season alone for no change', () => {
    const found = Array.from({ length: 60 }, (_, seed) => weeksOf(series(156, seed, [])).length);
    expect(found.filter((count) => count > 0).length).toBeLessThanOrEqual(2);
  });

  it('says nothing of the first year', () => {
    expect(
      weeksOf(
        series(50, 3, [
          [0, 4],
          [25, 6],
        ]),
      ),
    ).toEqual([]);
  });
});
