import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '#core/base/statistics/statistics.ts';
import { splitPacks } from '#core/planning/variants/assortment-split.ts';
import { demandTails } from '#core/planning/variants/variant-demand.ts';
import { expectedSold, splitStock, type Tails } from '#core/planning/variants/variant-split.ts';

const tailsOf = (weights: readonly number[], stock: number): Tails =>
  weights.map((weight) =>
    demandTails([6, 11, 20], { mean: weight / sum(weights), concentration: 15 }, stock),
  );
const any = { packSize: 1, minimumPerVariant: 0 };
const weights = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 5 });

/** Every split of so many packs among variants. */
function* everySplit(variants: number, packs: number): Generator<number[]> {
  if (variants === 1) {
    yield [packs];
    return;
  }
  for (let first = 0; first <= packs; first++)
    for (const rest of everySplit(variants - 1, packs - first)) yield [first, ...rest];
}

describe('splitStock', () => {
  it('sells the most of all splits (brute force)', () => {
    for (const packSize of [1, 3]) {
      const tails = tailsOf([1, 4, 2, 0.2], 15);
      const found = splitStock(tails, { stock: 15, packSize, minimumPerVariant: 0 });
      const best = Math.max(
        ...[...everySplit(4, 15 / packSize)].map((packs) =>
          expectedSold(
            tails,
            packs.map((each) => each * packSize),
          ),
        ),
      );
      expect(expectedSold(tails, found)).toBeCloseTo(best, 12);
    }
  });

  it('is within 1% of the best of all splits with a minimum (brute force)', () => {
    for (const minimumPerVariant of [3, 5, 8]) {
      const tails = tailsOf([1, 4, 2, 0.7], 16);
      const isAllowed = (units: readonly number[]) =>
        units.every((each) => each === 0 || each >= minimumPerVariant);
      const best = Math.max(
        ...[...everySplit(4, 16)].filter(isAllowed).map((units) => expectedSold(tails, units)),
      );
      const found = splitStock(tails, { stock: 16, packSize: 1, minimumPerVariant });
      expect(isAllowed(found)).toBe(true);
      expect(expectedSold(tails, found)).toBeGreaterThan(0.99 * best);
    }
  });

  it('adds up to the stock, in packs and from the minimum', () => {
    fc.assert(
      fc.property(
        weights,
        fc.nat(60),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(12),
        (each, stock, packSize, least) => {
          const found = splitStock(tailsOf(each, stock), {
            stock,
            packSize,
            minimumPerVariant: least,
          });
          const whole = Math.floor(stock / packSize) * packSize;
          const isReachable = whole >= Math.ceil(least / packSize) * packSize;
          expect(sum(found)).toBe(isReachable ? whole : 0);
          for (const units of found) {
            expect(units % packSize).toBe(0);
            expect(units === 0 || units >= least).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('permutes with its variants', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 5 }),
        fc.nat(60),
        (each, stock) => {
          const forth = splitStock(tailsOf(each, stock), { stock, ...any });
          const back = splitStock(tailsOf(each.toReversed(), stock), { stock, ...any });
          expect(back.toReversed()).toEqual(forth);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('splits equal shares evenly', () => {
    expect(splitStock(tailsOf([1, 1, 1], 12), { stock: 12, ...any })).toEqual([4, 4, 4]);
  });
});

describe('splitPacks', () => {
  it('sells the most of all packs of two options (brute force)', () => {
    const tails = tailsOf([1, 3, 2, 2, 5, 3], 24);
    const options = [
      [0, 1, 2],
      [3, 4, 5],
    ];
    const pack = [1, 2, 1];
    const unitsOf = (packs: readonly number[]) =>
      options.flatMap((group, option) => group.map((_, i) => packs[option]! * pack[i]!));
    const found = splitPacks(tails, { stock: 26, options, pack });
    expect(sum(found)).toBe(6);
    const best = Math.max(
      ...[...everySplit(2, 6)].map((packs) => expectedSold(tails, unitsOf(packs))),
    );
    expect(expectedSold(tails, unitsOf(found))).toBeCloseTo(best, 12);
  });

  it('orders nothing where the stock is less than a pack, or a pack is empty', () => {
    const terms = { stock: 3, options: [[0, 1]], pack: [2, 2] };
    expect(splitPacks(tailsOf([1, 1], 3), terms)).toEqual([0]);
    expect(splitPacks(tailsOf([1, 1], 3), { ...terms, pack: [0, 0] })).toEqual([0]);
  });
});
