import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { quantile } from '#core/base/statistics/statistics.ts';
import { fitRangeWidth, logWidthAt, widthAt } from '#core/model/blend/range-width.ts';

/** Launches whose errors are uniform, up to e^(slope · (log − 4)) / 2 either way. */
function launchesWith(slope: number, count: number, seed = 1) {
  const random = seededRandom(seed);
  const logs = Array.from({ length: count }, () => 2 + 4 * random());
  const errors = logs.map((log) => {
    return Math.exp(slope * (log - 4)) * (random() - 0.5);
  });
  return { logs, errors };
}

describe('the width of ranges', () => {
  it.each([-0.3, -0.2, -0.1])('is found in launches that have it: slope %s', (slope) => {
    const { logs, errors } = launchesWith(slope, 20_000);
    const width = fitRangeWidth(logs, errors)!;
    expect(Math.abs(width.slope - slope)).toBeLessThan(0.02);
    expect(widthAt(width, width.middle)).toBe(1);
  });

  it('has the slope of the least loss by brute force, less what chance explains', () => {
    const { logs, errors } = launchesWith(-0.25, 90);
    const { middle, slope } = fitRangeWidth(logs, errors)!;
    const deviation = Math.sqrt(
      logs.reduce((all, log) => all + (log - middle) ** 2, 0) / logs.length,
    );
    const lossOf = (tried: number) => {
      // The best scale of a given slope is the mean size over the widths.
      const over = logs.map((log, i) => Math.abs(errors[i]!) * Math.exp(-tried * (log - middle)));
      const scale = over.reduce((all, size) => all + size, 0) / over.length;
      const fit = logs.reduce(
        (all, log, i) => all + Math.log(scale) + tried * (log - middle) + over[i]! / scale,
        0,
      );
      return fit;
    };
    const tried = Array.from({ length: 20_001 }, (_, i) => -1 + i / 10_000);
    const best = tried.reduce((least, each) => (lossOf(each) < lossOf(least) ? each : least));
    const chance = 1 / (logs.length * (best * deviation) ** 2);
    expect(slope).toBeCloseTo(best * (1 - 2 * chance), 3);
  });

  it('is the same for all where larger launches are not forecast more closely', () => {
    expect(fitRangeWidth(...lists(launchesWith(0.2, 2000)))).toBeUndefined();
  });

  it('is seldom told from few launches by chance', () => {
    const told = Array.from({ length: 200 }, (_, seed) =>
      fitRangeWidth(...lists(launchesWith(0, 60, seed + 1))),
    ).filter((width) => width !== undefined);
    expect(told.length).toBeLessThan(30);
  });

  it('is at most two, at least a half, and one where nothing is known', () => {
    expect(widthAt(undefined, 5)).toBe(1);
    const width = { middle: 3, slope: -0.5, largest: 90 };
    expect(widthAt(width, -90)).toBeCloseTo(2, 12);
    expect(widthAt(width, 90)).toBeCloseTo(0.5, 12);
    expect(logWidthAt(width, 4)).toBeCloseTo(-0.5, 12);
  });

  it('does not narrow beyond the largest forecast whose error is known', () => {
    const { logs, errors } = launchesWith(-0.2, 2000);
    const width = fitRangeWidth(logs, errors)!;
    expect(width.largest).toBe(Math.max(...logs));
    expect(widthAt(width, width.largest - 1)).toBeGreaterThan(widthAt(width, width.largest));
    expect(widthAt(width, width.largest + 3)).toBe(widthAt(width, width.largest));
  });

  it('cannot be told from launches that are all forecast alike, or without errors', () => {
    expect(fitRangeWidth([3, 3, 3], [1, -1, 2])).toBeUndefined();
    expect(fitRangeWidth([1, 2, 3], [0, 0, 0])).toBeUndefined();
    expect(fitRangeWidth([], [])).toBeUndefined();
    expect(fitRangeWidth([2], [1])).toBeUndefined();
  });

  const value = fc.double({ min: -6, max: 6, noNaN: true });
  const launches = fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 60 });

  it('lets no end of a range fall as the forecast rises', () => {
    fc.assert(
      fc.property(launches, value, fc.double({ min: 0, max: 3, noNaN: true }), (all, log, more) => {
        const errors = all.map(([, error]) => error);
        const width = fitRangeWidth(
          all.map(([at]) => at),
          errors,
        );
        for (const share of [0.05, 0.5, 0.95, 0.995]) {
          const end = quantile(errors, share);
          const at = (forecast: number) => forecast + end * widthAt(width, forecast);
          expect(at(log + more)).toBeGreaterThanOrEqual(at(log) - 1e-9);
        }
      }),
    );
  });

  function lists({ logs, errors }: { logs: number[]; errors: number[] }): [number[], number[]] {
    return [logs, errors];
  }
});
