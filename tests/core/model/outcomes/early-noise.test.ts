import { expect, it } from 'vitest';
import { earlyNoise } from '#core/model/outcomes/early-noise.ts';
import { fitWeeklyCurves } from '#core/model/outcomes/weekly-curve.ts';
import { seededRandom } from '#core/base/random.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { weeklyLaunches, type WeeklyLaunch } from '../../../support/weekly-launches.ts';

const window = { after: 2, until: 4 };

/** Launches of 4,000 units in four weeks, half of them early on the median, with this deviation on the log scale. */
function launchesWith(noise: number, count: number, change: Partial<WeeklyLaunch> = {}) {
  const random = seededRandom(5);
  return Array.from({ length: count }, (): WeeklyLaunch => {
    const early = Math.min(3900, 2000 * Math.exp(noise * normalQuantile(random())));
    const late = (4000 - early) / 2;
    const weeks = [early / 2, early / 2, late, late, ...Array.from({ length: 8 }, () => 100)];
    return { category: 'Mugs', units: 4000, weeks, ...change };
  });
}

function noiseOf(launches: readonly WeeklyLaunch[]) {
  const table = weeklyLaunches(launches);
  return earlyNoise(table, fitWeeklyCurves(table)!, window);
}

it('is the deviation of the first weeks from the curve', () => {
  // Of 400 launches the robust deviation has a standard error of 0.06 of itself.
  for (const noise of [0.1, 0.25])
    expect(noiseOf(launchesWith(noise, 400))! / noise).toBeCloseTo(1, 0.8);
  expect(noiseOf(launchesWith(0, 40))).toBeCloseTo(0, 9);
});

it('leaves out launches that sold out, whose later weeks show the stock', () => {
  const open = launchesWith(0.1, 60);
  const soldOut = launchesWith(0.1, 60, { firstStock: 4000 }).map((launch) => ({
    ...launch,
    weeks: [4000, ...Array.from({ length: 11 }, () => 0)],
  }));
  expect(noiseOf([...open, ...soldOut])).toBeCloseTo(noiseOf(open)!, 12);
});

it('is not known of fewer than twenty launches', () => {
  const known = launchesWith(0.1, 40);
  const table = weeklyLaunches(known.slice(0, 19));
  const curves = fitWeeklyCurves(weeklyLaunches(known))!;
  expect(earlyNoise(table, curves, window)).toBeNull();
  expect(earlyNoise(weeklyLaunches(known.slice(0, 20)), curves, window)).not.toBeNull();
});
