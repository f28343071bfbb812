import { describe, expect, it } from 'vitest';
import { drawWapes } from '#core/base/statistics/paired-bootstrap.ts';
import { seededRandom } from '#core/base/random.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';

describe('a paired bootstrap', () => {
  const actual = Array.from({ length: 50 }, () => 10);
  const misses = actual.map((_, i) => (i % 2 ? 6 : 2));

  it('spreads like the mean of so many launches', () => {
    const [drawn] = drawWapes(actual, [misses], seededRandom(3)).byMethod;
    expect(drawn).toHaveLength(2_000);
    expect(mean(drawn!)).toBeCloseTo(0.4, 2);
    expect(standardDeviation(drawn!)).toBeCloseTo(0.2 / Math.sqrt(50), 2);
  });

  it('judges methods on the same draws', () => {
    const worse = misses.map((miss) => miss + 1);
    const { byMethod } = drawWapes(actual, [misses, worse], seededRandom(3));
    for (const [draw, own] of byMethod[0]!.entries())
      expect(byMethod[1]![draw]! - own).toBeCloseTo(0.1, 12);
  });

  it('leaves out draws that sold nothing, and gives the same for the same seed', () => {
    const few = drawWapes([0, 0, 5], [[1, 1, 1]], seededRandom(9)).byMethod[0]!;
    expect(few.length).toBeLessThan(2_000);
    expect(few.every(Number.isFinite)).toBe(true);
    expect(drawWapes([0, 0, 5], [[1, 1, 1]], seededRandom(9)).byMethod[0]).toEqual(few);
  });
});
