import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { similarPairs, type SimilarityFrom } from '#core/season/similarity/similar-pairs.ts';
import type { SimilarPair } from '#core/season/offers/season-offers.ts';

function pairsOf(count: number, similarity: SimilarityFrom): SimilarPair[] {
  const work = similarPairs(count, similarity);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Of all pairs, the most alike that both have room for. */
function pairsOfAll(count: number, similarity: SimilarityFrom): SimilarPair[] {
  const all = Array.from({ length: count }, (_, first) =>
    Array.from({ length: count - first - 1 }, (_each, i) => {
      const second = first + 1 + i;
      return { first, second, likeness: similarity(first, second, 0) };
    }),
  ).flat();
  const taken = new Array<number>(count).fill(0);
  return all
    .filter((pair) => pair.likeness >= 0.1)
    .sort((a, b) => b.likeness - a.likeness)
    .filter(({ first, second }) => {
      const hasRoom = taken[first]! < 5 && taken[second]! < 5;
      if (hasRoom) for (const product of [first, second]) taken[product]! += 1;
      return hasRoom;
    });
}

/** Points on a line of so many kinds: near ones of a kind are alike. */
function onALine(count: number, { kinds, seed }: { kinds: number; seed: number }): SimilarityFrom {
  const random = seededRandom(seed);
  const points = Array.from({ length: count }, (_, i) => ({ at: random(), kind: i % kinds }));
  return (a, b) => {
    const apart = Math.abs(points[a]!.at - points[b]!.at);
    return Math.exp(-20 * apart) * (points[a]!.kind === points[b]!.kind ? 1 : 0.5);
  };
}

describe('pairs of products that are alike', () => {
  it('are at most five a product, each once, the most alike first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), fc.integer(), (count, seed) => {
        const random = seededRandom(seed);
        const table = Array.from({ length: count }, () => Array.from({ length: count }, random));
        const pairs = pairsOf(count, (a, b) => table[a]![b]!);
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
    expect(pairsOf(3, (a, b) => (a + b === 1 ? 0.9 : 0.05))).toEqual([
      { first: 0, second: 1, likeness: 0.9 },
    ]);
  });

  it('are those of all pairs where every product can stand for election by every other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 21 }), fc.integer(), (count, seed) => {
        const similarity = onALine(count, { kinds: 3, seed });
        expect(pairsOf(count, similarity)).toEqual(pairsOfAll(count, similarity));
      }),
    );
  });

  it('of hundreds are nearly those of all pairs, and what cannot be reached may be left unsaid', () => {
    const similarity = onALine(400, { kinds: 4, seed: 7 });
    const pairs = pairsOf(400, similarity);
    const key = ({ first, second }: SimilarPair) => `${first} ${second}`;
    const ofAll = new Set(pairsOfAll(400, similarity).map(key));
    const same = pairs.filter((pair) => ofAll.has(key(pair)));
    expect(same.length / ofAll.size).toBeGreaterThan(0.97);
    const least: SimilarityFrom = (a, b, floor) => {
      const exact = similarity(a, b, 0);
      return exact < floor ? 0 : exact;
    };
    expect(pairsOf(400, least)).toEqual(pairs);
  });
});
