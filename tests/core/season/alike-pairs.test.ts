import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/random.ts';
import { alikePairs } from '#core/season/alike-pairs.ts';

describe('pairs of products that are alike', () => {
  it('are at most five a product, each once, the most alike first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), fc.integer(), (count, seed) => {
        const random = seededRandom(seed);
        const table = Array.from({ length: count }, () => Array.from({ length: count }, random));
        const pairs = alikePairs(count, (a, b) => table[a]![b]!);
        const names = pairs.map(({ first, second }) => `${first} ${second}`);
        expect(new Set(names).size).toBe(pairs.length);
        const likeness = pairs.map((pair) => pair.likeness);
        expect(likeness).toEqual([...likeness].sort((a, b) => b - a));
        for (let product = 0; product < count; product++) {
          const own = pairs.filter(({ first, second }) => first === product || second === product);
          expect(own.length).toBeLessThanOrEqual(5);
        }
        expect(pairs.every(({ first, second }) => first < second)).toBe(true);
      }),
    );
  });

  it('leave out those that have next to nothing in common', () => {
    expect(alikePairs(3, (a, b) => (a + b === 1 ? 0.9 : 0.05))).toEqual([
      { first: 0, second: 1, likeness: 0.9 },
    ]);
  });
});
