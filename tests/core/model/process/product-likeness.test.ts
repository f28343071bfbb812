import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productLikeness } from '#core/model/process/product-likeness.ts';
import type { ProductRespect } from '#core/model/process/respects.ts';

const MARKS: ProductRespect = {
  ...{ kind: 'marks', from: 0, count: 3, rarity: Float32Array.of(1, 2, 2) },
  isPaired: true,
};
const LINE: ProductRespect = {
  ...{ kind: 'line', from: 3, count: 1, middle: Float32Array.of(2) },
  isPaired: false,
};
const BELL: ProductRespect = { kind: 'bell', from: 3, spread: 2, isPaired: false };
const RESPECTS = [MARKS, LINE, BELL];
/** Marks, then a number. */
const PAST = Float32Array.of(1, 1, 0, 4, 0, 1, 1, 0, 0, 0, 0, 2);

describe('likeness of products', () => {
  it('is a cosine of marks by rarity, a product around the middle, and a bell', () => {
    const [marks, line, bell] = productLikeness(RESPECTS, PAST, 3)(Float32Array.of(0, 1, 0, 6), 3);
    expect([...marks!]).toEqual([
      expect.closeTo(2 / Math.sqrt(5), 12),
      expect.closeTo(Math.SQRT1_2, 12),
      0,
    ]);
    expect([...line!]).toEqual([8, -8, 0]);
    [0.5, 4.5, 2].forEach((half, i) => expect(bell![i]).toBeCloseTo(Math.exp(-half), 12));
  });

  it('is near where it is alike in every respect but lines', () => {
    const [, , , many, few] = productLikeness(RESPECTS, PAST, 3)(Float32Array.of(1, 1, 0, 4), 3);
    expect(many![0]).toBeCloseTo(1, 12);
    expect(few![0]).toBeCloseTo(1, 12);
    // Marks (2·2)/(√5·√8), bell exp(−2): the mean distance is half of what is missing of both.
    const apart = (1 - 4 / Math.sqrt(40) + 1 - Math.exp(-2)) / 2;
    expect(many![1]).toBeCloseTo(Math.exp(-2.5 * apart), 12);
    expect(few![1]).toBeCloseTo(Math.exp(-6 * apart), 12);
  });

  it('is that of the first launches where only these are asked', () => {
    const compare = productLikeness(RESPECTS, PAST, 3);
    const own = Float32Array.of(0, 1, 0, 6);
    const all = compare(own, 3);
    compare(own, 2).forEach((some, k) => expect(some).toEqual(all[k]!.slice(0, 2)));
  });

  it('is symmetric', () => {
    const product = fc.tuple(fc.nat(1), fc.nat(1), fc.nat(1), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(product, product, (one, other) => {
        const there = productLikeness(RESPECTS, Float32Array.from(one), 1);
        const back = productLikeness(RESPECTS, Float32Array.from(other), 1);
        const forth = there(Float32Array.from(other), 1).map(([value]) => value!);
        back(Float32Array.from(one), 1).forEach(([value], k) =>
          expect(value).toBeCloseTo(forth[k]!, 12),
        );
      }),
    );
  });
});
