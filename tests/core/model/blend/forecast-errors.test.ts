import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorAt, residualsOf, residualAt } from '#core/model/blend/conformal-ranges.ts';
import { coveredBy, forecastErrors } from '#core/model/blend/forecast-errors.ts';
import { seededRandom, type Random } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';

/** Launches after one origin whose errors are normal around a level. */
function origin(random: Random, count: number, { level = 0, spread = 1 } = {}) {
  const actual = Array.from({ length: count }, () =>
    Math.expm1(20 + level + spread * drawNormal(random)),
  );
  return residualsOf(actual, new Float64Array(count).fill(20));
}

describe('forecast errors', () => {
  it('believe half of a level that every origin shows, and none that chance explains', () => {
    const random = seededRandom(2);
    const shown = Array.from({ length: 50 }, () =>
      forecastErrors({
        origins: [0.8, 0.8, 0.8, 0.8].map((level) => origin(random, 100, { level })),
      }),
    );
    expect(mean(shown.map(({ level }) => level))).toBeCloseTo(0.38, 2);
    const levels = Array.from({ length: 200 }, () => {
      const chance = Array.from({ length: 4 }, () => origin(random, 100));
      return forecastErrors({ origins: chance }).level;
    });
    expect(levels.filter((level) => level === 0).length).toBeGreaterThan(150);
    expect(Math.max(...levels.map(Math.abs))).toBeLessThan(0.25);
  });

  it('follow a level that falls from origin to origin', () => {
    const random = seededRandom(3);
    const falling = [-0.25, -0.6, -1, -2.4].map((level) => origin(random, 130, { level }));
    const { level } = forecastErrors({ origins: falling });
    expect(level).toBeLessThan(-1.2 / 2);
    expect(level).toBeGreaterThan(-2.4 / 2);
  });

  it('doubt a level that comes and goes', () => {
    const random = seededRandom(4);
    const meanLevel = (levels: readonly number[]) =>
      mean(
        Array.from({ length: 50 }, () => {
          const origins = levels.map((level) => origin(random, 100, { level }));
          return forecastErrors({ origins }).level;
        }),
      );
    expect(meanLevel([0.4, 0.4, 0.4, 0.4])).toBeGreaterThan(0.3 / 2);
    expect(meanLevel([0.8, -0.6, 0.9, 0.5])).toBeLessThan(0.15 / 2);
  });

  it('cover launches of a next period, whose level nobody knows, as often as they state', () => {
    const random = seededRandom(5);
    const reached = Array.from({ length: 120 }, () => {
      const period = () => ({ level: 0.5 * drawNormal(random), spread: 1 });
      const origins = [0, 1, 2, 3].map(() => origin(random, 100, period()));
      const errors = forecastErrors({ origins });
      return coveredBy(errors, origin(random, 200, period()), 0.8);
    });
    expect(mean(reached)).toBeGreaterThan(0.76);
    expect(mean(reached)).toBeLessThan(0.86);
  });

  it('widen where later launches fell outside the ranges of earlier ones', () => {
    const random = seededRandom(6);
    const spreads = [0.7, 1, 1.4, 1.9];
    const meanCovered = (ofOrigins: readonly number[], next: number) =>
      mean(
        Array.from({ length: 30 }, () => {
          const origins = ofOrigins.map((spread) => origin(random, 100, { spread }));
          const errors = forecastErrors({ origins });
          return coveredBy(errors, origin(random, 1000, { spread: next }), 0.8);
        }),
      );
    expect(meanCovered(spreads, 1.9)).toBeGreaterThan(0.76);
    expect(Math.abs(meanCovered([1, 1, 1, 1], 1) - 0.81)).toBeLessThan(0.02);
  });

  it('are made of a part of the launches as of all of them', () => {
    const random = seededRandom(7);
    const origins = [0.4, 2].map((spread) => origin(random, 100, { spread }));
    const width = (unseenCount?: number) => {
      const { residuals } = forecastErrors({ origins, unseenCount });
      return residualAt(residuals, 0.9) - residualAt(residuals, 0.1);
    };
    expect(width(400)).toBeGreaterThan(1.2 * width());
  });

  it('believe one launch once, though it is among several unseen ones', () => {
    const random = seededRandom(8);
    const own = origin(random, 60, { level: 0.35 });
    const once = forecastErrors({ origins: [own] });
    const twice = forecastErrors({ origins: [own], others: [own] });
    expect(twice.level).toBeCloseTo(once.level, 6);
  });

  const logs = fc.double({ min: -3, max: 3, noNaN: true });
  const part = fc.array(fc.record({ log: logs, error: logs }), { minLength: 1, maxLength: 120 });
  const missed = (launches: readonly { readonly log: number; readonly error: number }[]) => ({
    predictedLog: Float64Array.from(launches, ({ log }) => log),
    residuals: Float64Array.from(launches, ({ error }) => error),
  });

  it('are as many as the launches, ascend, and stay near them', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.array(part), (own, beside) => {
        const { level, residuals } = forecastErrors({
          origins: own.map(missed),
          others: beside.map(missed),
        });
        const all = [...own, ...beside].flat().map(({ error }) => error);
        const count = own.flat().length >= 300 ? own.flat().length : all.length;
        expect(residuals).toHaveLength(count);
        expect(residuals).toEqual(residuals.toSorted());
        // Ranges may widen by 1.3, and residuals are errors over widths of a half or more.
        const widest = 2 * 1.3 * (Math.max(...all) - Math.min(...all)) + 1e-9;
        expect(residuals.at(-1)! - residuals[0]!).toBeLessThanOrEqual(widest);
        expect(Math.abs(level)).toBeLessThanOrEqual(Math.max(...all.map(Math.abs)));
      }),
    );
  });

  it('cover the launches between their quantiles, and no others', () => {
    const origins = [
      missed(Array.from({ length: 99 }, (_, i) => ({ log: 3, error: (i + 1) / 100 }))),
    ];
    const errors = forecastErrors({ origins });
    const later = missed([0.09, 0.11, 0.5, 0.89, 0.91].map((error) => ({ log: 3, error })));
    expect(coveredBy(errors, later, 0.8)).toBeCloseTo(3 / 5, 12);
  });

  it('are the errors, less the half of a level that passes, where a few launches are of one size', () => {
    fc.assert(
      fc.property(part, logs, (launches, log) => {
        const origins = [missed(launches.map(({ error }) => ({ log, error })))];
        const { level, residuals } = forecastErrors({ origins });
        const errors = launches.map(({ error }) => error).sort((a, b) => a - b);
        errors.forEach((error, i) => expect(2 * level + residuals[i]!).toBeCloseTo(error, 8));
      }),
    );
  });

  it('of a few launches hold stocks that would have cost no more than the best shift of all', () => {
    const random = seededRandom(3);
    const some = Array.from({ length: 280 }, (_, i) => {
      const [log, spread] = i < 180 ? [2, 1.5] : [5, 0.5]; // large launches are surer
      return { log, units: Math.expm1(log + spread * (random() + random() - 1)) };
    });
    const units = some.map((launch) => launch.units);
    const logs = some.map(({ log }) => log);
    const errors = forecastErrors({ origins: [residualsOf(units, logs)] });
    const cost = (shiftAt: (log: number) => number, share: number) =>
      some.reduce((all, { log, units }) => {
        const missing = units - Math.expm1(log + shiftAt(log));
        return all + Math.max(share * missing, (share - 1) * missing);
      }, 0);
    for (const share of [0.25, 0.5, 0.75, 0.9]) {
      const tried = Array.from({ length: 600 }, (_, i) => cost(() => -1.5 + i / 200, share));
      const own = (log: number) => errors.level + errorAt(errors, log + errors.level, share);
      expect(cost(own, share)).toBeLessThan(1.01 * Math.min(...tried));
    }
  });
});
