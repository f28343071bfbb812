import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { leftOutLevels, type KnownLaunches } from '#core/model/never-sold/left-out-levels.ts';

/** Launches with units of 3 − 0.5 × log price + 0.4 × action, and 0.7 more for rugs. */
function someLaunches(noise = 0): KnownLaunches {
  const random = seededRandom(3);
  const category = Array.from({ length: 400 }, (_, i) => ['Lamps', 'Rugs', 'Vases', ''][i % 4]!);
  const actions = Float32Array.from(category, () => Number(random() < 0.5));
  const logPrice = Float64Array.from(category, () => 2 + random());
  const logUnits = Float64Array.from(category, (name, i) => {
    const own = name === 'Rugs' ? 0.7 : 0;
    return 3 - 0.5 * logPrice[i]! + 0.4 * actions[i]! + own + noise * (random() - 0.5);
  });
  return { category, actions, logPrice, logUnits };
}

/** Gaussian elimination with the ridge penalties written out. */
function reference(
  { category, actions, logPrice, logUnits }: KnownLaunches,
  left: string,
): number[] {
  const rows = [...category.keys()].filter((row) => category[row] !== left);
  const middle = mean(logPrice);
  const x = rows.map((row) => [1, actions[row]!, logPrice[row]! - middle]);
  const penalty = [0, 1, 2].map((i) => (i === 0 ? 0 : 5 * mean(x.map((each) => each[i]! ** 2))));
  const a = [0, 1, 2].map((i) => [
    ...[0, 1, 2].map(
      (j) => x.reduce((all, each) => all + each[i]! * each[j]!, 0) + (i === j ? penalty[i]! : 0),
    ),
    x.reduce((all, each, k) => all + each[i]! * logUnits[rows[k]!]!, 0),
  ]);
  for (let i = 0; i < 3; i++)
    for (let k = 0; k < 3; k++) {
      if (k === i) continue;
      const by = a[k]![i]! / a[i]![i]!;
      a[k] = a[k]!.map((value, j) => value - by * a[i]![j]!);
    }
  return a.map((row, i) => row[3]! / row[i]!);
}

describe('levels of categories that are left out', () => {
  it('are those of a fit to the other launches', () => {
    const launches = someLaunches(1);
    const [lamps] = leftOutLevels(launches, ['Lamps']);
    const [level, ofAction, ofPrice] = reference(launches, 'Lamps');
    const own = [...launches.category.keys()].filter((row) => launches.category[row] === 'Lamps');
    const middle = mean(launches.logPrice);
    const told = own.map(
      (row) =>
        level! + ofAction! * launches.actions[row]! + ofPrice! * (launches.logPrice[row]! - middle),
    );
    const misses = own.map((row, i) => launches.logUnits[row]! - told[i]!);
    expect(lamps!.toldByOthers).toBeCloseTo(mean(told), 6);
    expect(lamps!.priceSlope).toBeCloseTo(ofPrice!, 6);
    expect(lamps!.logPrice).toBeCloseTo(mean(own.map((row) => launches.logPrice[row]!)), 9);
    expect(lamps!.logUnits).toBeCloseTo(mean(own.map((row) => launches.logUnits[row]!)), 9);
    expect(lamps!.within).toBeCloseTo(mean(misses.map((miss) => (miss - mean(misses)) ** 2)), 6);
    expect(lamps!.launches).toBe(100);
  });

  it('tell by how much a category sells more than its price and actions explain', () => {
    const [rugs, vases] = leftOutLevels(someLaunches(), ['Rugs', 'Vases']);
    expect(rugs!.logUnits - rugs!.toldByOthers).toBeCloseTo(0.7, 1);
    expect(vases!.logUnits - vases!.toldByOthers).toBeLessThan(0);
  });

  it('are of usual launches for a category without any', () => {
    const launches = someLaunches(1);
    const [none] = leftOutLevels(launches, [null]);
    expect(none).toMatchObject({ launches: 0, logUnits: NaN, within: NaN });
    expect(none!.toldByOthers).toBeCloseTo(mean(launches.logUnits), 6);
    expect(none!.logPrice).toBeCloseTo(mean(launches.logPrice), 9);
  });

  it('do without prices', () => {
    const launches = someLaunches(1);
    const logPrice = launches.logPrice.map(() => NaN);
    const [lamps] = leftOutLevels({ ...launches, logPrice }, ['Lamps']);
    expect(lamps!.priceSlope).toBeCloseTo(0, 9);
    expect(lamps!.logPrice).toBeNaN();
    expect(Number.isFinite(lamps!.toldByOthers)).toBe(true);
  });
});
