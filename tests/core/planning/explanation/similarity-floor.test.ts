import { describe, expect, it } from 'vitest';
import { comparedProducts } from '#core/model/analogues/analogues.ts';
import { pairSimilarity } from '#core/model/analogues/nearest-launches.ts';
import { similarityFloor } from '#core/planning/explanation/similarity-floor.ts';
import { seededRandom } from '#core/base/random.ts';
import { quantile } from '#core/base/statistics/statistics.ts';

const MARKS = 40;

/** Products of random marks, at one price. */
function products(count: number, marksEach: number) {
  const random = seededRandom(3);
  const marks = Array.from({ length: count }, () =>
    [...new Set(Array.from({ length: marksEach }, () => Math.floor(random() ** 2 * MARKS)))].sort(
      (a, b) => a - b,
    ),
  );
  return comparedProducts(marks, {
    ...{ markCount: MARKS, priceInput: MARKS, price: new Float32Array(count) },
  });
}

const unread = () => NaN;
const never = () => false;

const floorOf = (count: number, isSame: (one: number, other: number) => boolean) =>
  similarityFloor({ products: products(count, 30), isSame, meaningOf: unread });

describe('the similarity below which launches are not called similar', () => {
  it('is that of one pair of launches in a hundred, with every pair compared', () => {
    const some = products(60, 2);
    const all: number[] = [];
    for (let one = 0; one < 60; one++)
      for (let other = 0; other < one; other++)
        all.push(
          pairSimilarity(some, [one, other], {
            ...{ meaning: 0.1 ** (one + other), look: NaN, looksShare: 0 },
          }),
        );
    const meaningOf = (one: number, other: number) => 0.1 ** (one + other);
    const floor = similarityFloor({ products: some, isSame: never, meaningOf });
    expect(floor).toBeCloseTo(Math.min(0.05, quantile(all, 0.99)), 12);
  });

  it('is estimated from a sample where there are many', () => {
    // Few pairs share a mark; the others are alike in meaning by up to a half, and half of that counts, cubed.
    const marks = Array.from({ length: 400 }, (_, launch) => [Math.floor(launch / 2)]);
    const many = comparedProducts(marks, {
      ...{ markCount: 200, priceInput: 200, price: new Float32Array(400) },
    });
    const faint = (one: number, other: number) => ((one + other) % 100) / 200;
    const floor = similarityFloor({ products: many, isSame: never, meaningOf: faint });
    expect(floor).toBeGreaterThan((0.96 / 4) ** 3);
    expect(floor).toBeLessThan(0.25 ** 3);
  });

  it('leaves launches similar that are alike in a shop where most are', () => {
    expect(floorOf(50, never)).toBe(0.05);
  });

  it('is 0 where there are too few pairs of different products', () => {
    expect(floorOf(1, never)).toBe(0);
    expect(floorOf(14, never)).toBe(0); // 91 pairs
    expect(floorOf(15, never)).toBe(0.05); // 105 pairs
    expect(floorOf(15, (one, other) => one + other < 6)).toBe(0);
  });
});
