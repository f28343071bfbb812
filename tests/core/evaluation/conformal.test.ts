import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coverage,
  fitResiduals,
  levelShift,
  residualAt,
  unitsRange,
} from '#core/evaluation/conformal.ts';
import { seededRandom } from '#core/random.ts';

describe('conformal ranges', () => {
  it('reach what they promise on fresh outcomes of the same kind', () => {
    const random = seededRandom(5);
    const noise = () => Math.log(1 / (random() + 1e-9) - 1); // logistic: heavy tails
    const launches = Array.from({ length: 4000 }, () => ({ log: 3 + random(), noise: noise() }));
    const actual = launches.map(({ log, noise }) => Math.max(0, Math.expm1(log + noise)));
    const logs = launches.map(({ log }) => log);
    const residuals = fitResiduals(actual.slice(0, 2000), logs.slice(0, 2000));
    for (const promisedFraction of [0.5, 0.8, 0.9]) {
      const reached = coverage(actual.slice(2000), logs.slice(2000), {
        residuals,
        promisedFraction,
      });
      expect(Math.abs(reached - promisedFraction)).toBeLessThan(0.03);
    }
  });

  it('take the (n + 1)-corrected order statistic', () => {
    const residuals = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(residualAt(residuals, 0.5)).toBe(5);
    expect(residualAt(residuals, 0.1)).toBe(1);
    expect(residualAt(residuals, 0.9)).toBe(9);
    expect(residualAt(residuals, 0.01)).toBe(1);
  });

  it('are wider for fewer residuals of the same spread', () => {
    const width = (n: number) => {
      const residuals = Float64Array.from({ length: n }, (_, i) => (i + 0.5) / n);
      return residualAt(residuals, 0.9) - residualAt(residuals, 0.1);
    };
    expect(width(10)).toBeGreaterThan(width(1000));
  });

  it('nest, hold the forecast and never go below zero', () => {
    const residual = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 9, noNaN: true }),
        fc.array(residual, { minLength: 1, maxLength: 50 }),
        (log, list) => {
          const range = unitsRange(log, Float64Array.from(list).sort());
          const edges = [range.low80, range.low50, range.expected, range.high50, range.high80];
          expect(edges).toEqual([...edges].sort((a, b) => a - b));
          expect(range.low80).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('the level of recent launches', () => {
  const around = (middle: number, n: number) => {
    const random = seededRandom(2);
    return Float64Array.from({ length: n }, () => middle + 2 * (random() - 0.5)).sort();
  };

  it('moves predictions half-way where nearly all launches did better, or worse', () => {
    expect(levelShift(around(0.8, 300))).toBeCloseTo(0.4, 1);
    expect(levelShift(around(-0.8, 300))).toBeCloseTo(-0.4, 1);
  });

  it('moves nothing that chance explains', () => {
    for (const n of [1, 2, 5, 20, 300]) expect(levelShift(around(0, n))).toBe(0);
    expect(levelShift(around(0.8, 5))).toBe(0);
  });
});
