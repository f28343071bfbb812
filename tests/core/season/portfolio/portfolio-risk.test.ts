import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deviationTangent, monthDeviation } from '#core/season/portfolio/portfolio-risk.ts';

const independent = { month: 0, category: 0 };
const launch = (spread: number, category = 'mugs') => ({ category, spread });

it('adds variances of independent launches', () => {
  expect(monthDeviation([launch(3), launch(4)], independent)).toBeCloseTo(5, 12);
});

it('adds deviations of launches that miss together', () => {
  expect(monthDeviation([launch(3), launch(4)], { month: 1, category: 0 })).toBeCloseTo(7, 12);
});

it('is larger for launches of one category', () => {
  const together = { month: 0.1, category: 0.3 };
  const apart = monthDeviation([launch(3), launch(4, 'scarves')], together);
  const alike = monthDeviation([launch(3), launch(4)], together);
  // 25 + 2 × 12 × correlation
  expect(apart ** 2).toBeCloseTo(25 + 24 * 0.1, 12);
  expect(alike ** 2).toBeCloseTo(25 + 24 * 0.4, 12);
});

const launches = fc.array(
  fc.record({
    category: fc.constantFrom('mugs', 'scarves'),
    spread: fc.double({ min: 1, max: 9, noNaN: true }),
  }),
  { minLength: 1, maxLength: 6 },
);

it('has tangents that touch it where they lie and never exceed it elsewhere', () => {
  fc.assert(
    fc.property(
      launches,
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      (all, flags) => {
        const correlation = { month: 0.2, category: 0.15 };
        const taken = all.filter((_, i) => flags[i]);
        const others = all.filter((_, i) => flags[i + 6]);
        const tangent = deviationTangent(taken, correlation);
        const along = (some: typeof all) =>
          some.reduce((sum, each) => sum + tangent(each, taken.includes(each)), 0);
        expect(along(taken)).toBeCloseTo(monthDeviation(taken, correlation), 9);
        expect(along(others)).toBeLessThanOrEqual(monthDeviation(others, correlation) + 1e-9);
      },
    ),
  );
});
