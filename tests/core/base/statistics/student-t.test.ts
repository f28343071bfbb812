import { describe, expect, it } from 'vitest';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { studentQuantile } from '#core/base/statistics/student-t.ts';

describe("quantiles of Student's t distribution", () => {
  it('are those of closed forms with one and two degrees of freedom', () => {
    for (const share of [0.01, 0.2, 0.5, 0.9, 0.995]) {
      const two = (2 * share - 1) / Math.sqrt(2 * share * (1 - share));
      expect(studentQuantile(share, 1)).toBeCloseTo(Math.tan(Math.PI * (share - 0.5)), 6);
      expect(studentQuantile(share, 2)).toBeCloseTo(two, 6);
    }
  });

  it('are those of printed tables', () => {
    expect(studentQuantile(0.95, 5)).toBeCloseTo(2.015048, 5);
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228139, 5);
    expect(studentQuantile(0.05, 5)).toBeCloseTo(-2.015048, 5);
  });

  it('come close to those of the normal distribution with many', () => {
    expect(studentQuantile(0.9, 1e6)).toBeCloseTo(normalQuantile(0.9), 4);
  });
});
