import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sum } from '#core/base/statistics/statistics.ts';
import { splitReorder, updatedShares } from '#core/planning/variants/reorder-split.ts';

const shares = [0.3, 0.4, 0.3].map((mean) => ({ mean, concentration: 20 }));
const demand = [60, 90, 140];
const usual = { shares, demand, packSize: 1, minimum: 0 };

it('updates shares by the units sold, as the Dirichlet-multinomial does', () => {
  const found = updatedShares({ shares, first: [20, 20, 20], sold: [2, 10, 8] });
  found.forEach(({ mean, concentration }, i) => {
    expect(mean).toBeCloseTo([8, 18, 14][i]! / 40, 12);
    expect(concentration).toBeCloseTo(40, 12);
  });
});

it('orders more of what sold faster, and counts what is left', () => {
  const even = { first: [20, 20, 20], again: 45 };
  const [small, middle, large] = splitReorder({ ...usual, ...even, sold: [3, 12, 19] });
  expect(large!).toBeGreaterThan(middle!);
  expect(middle!).toBeGreaterThan(small!);
});

it('takes a sold-out variant for at least what it sold', () => {
  const sold = [6, 8, 6];
  const [, , cut] = updatedShares({ shares, first: [20, 20, 6], sold });
  const [, , open] = updatedShares({ shares, first: [20, 20, 20], sold });
  expect(cut!.mean).toBeGreaterThan(open!.mean);
});

it('adds up to the reorder, in packs', () => {
  const units = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));
  fc.assert(
    fc.property(units, fc.nat(20), fc.integer({ min: 1, max: 4 }), (sold, packs, packSize) => {
      const again = packs * packSize;
      const found = splitReorder({ ...usual, first: [20, 20, 20], sold, again, packSize });
      expect(sum(found)).toBe(again);
      expect(found.every((each) => each >= 0 && each % packSize === 0)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
