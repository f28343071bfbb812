import { expect, it } from 'vitest';
import { quantileOfSorted } from '#core/base/statistics/statistics.ts';
import { demandOfRange } from '#core/planning/variants/range-demand.ts';

const range = { low80: 40, low50: 70, expected: 100, high50: 140, high80: 220 };

it('has the quantiles of the range', () => {
  const points = demandOfRange(range, 1);
  const found = [0.1, 0.25, 0.5, 0.75, 0.9].map((each) => quantileOfSorted(points, each));
  [40, 70, 100, 140, 220].forEach((units, i) =>
    expect(Math.abs(found[i]! / units - 1)).toBeLessThan(0.08),
  );
  expect([...points].sort((a, b) => a - b)).toEqual(points);
});

it('is never below zero, and counts later demand', () => {
  const none = { low80: 0, low50: 0, expected: 0, high50: 1, high80: 3 };
  expect(demandOfRange(none, 1).every((units) => units >= 0)).toBe(true);
  demandOfRange(range, 1.5).forEach((units, i) =>
    expect(units).toBeCloseTo(1.5 * demandOfRange(range, 1)[i]!, 9),
  );
});
