import { describe, expect, it } from 'vitest';
import { coverage, fitResiduals, residualAt } from '#core/model/blend/conformal-ranges.ts';
import { seededRandom } from '#core/base/random.ts';

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

  it('of launches that sold out lie where Kaplan and Meier put them', () => {
    const random = seededRandom(8);
    const values = Array.from({ length: 400 }, () => random());
    const soldOut = values.map(() => random() < 0.3);
    const residuals = fitResiduals(values.map(Math.expm1), new Float64Array(400), soldOut);
    expect(residuals).toHaveLength(400);
    // The product-limit estimate of the share above each value.
    const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
    let share = 1;
    order.forEach((i, rank) => {
      if (!soldOut[i]) share *= 1 - 1 / (order.length - rank);
      const ours = residuals.filter((value) => value > values[i]! + 1e-9).length / 400;
      if (share > 0.03) expect(Math.abs(ours - share)).toBeLessThan(0.03);
    });
  });

  it('keep the largest residual where it is, sold out or not', () => {
    expect([...fitResiduals([0, 1, 3], [0, 0, 0], [true, false, true])].map(Math.expm1)).toEqual([
      1, 1, 3,
    ]);
  });

  it('hold for a sold-out launch as far as anybody knows', () => {
    const options = { residuals: Float64Array.from([-1, -0.5, 0, 0.5, 1]), promisedFraction: 0.5 };
    const held = (soldOut: boolean[]) => coverage([1, 50, 400], [4, 4, 4], { ...options, soldOut });
    expect(held([false, false, false])).toBeCloseTo(1 / 3, 12);
    expect(held([true, true, true])).toBeCloseTo(2 / 3, 12);
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
});
