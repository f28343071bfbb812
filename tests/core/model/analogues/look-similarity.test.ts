import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import type { Looks } from '#core/launch/looks.ts';
import { lookSimilarity, withLook } from '#core/model/analogues/look-similarity.ts';
import { sampleLook } from '../../../support/looks.ts';

const SIZE = 16;

function drawn(seed: number, count: number): Looks {
  const random = seededRandom(seed);
  const vector = () => Float32Array.from({ length: SIZE }, () => 1 + random());
  return new Map(Array.from({ length: count }, (_, i) => [`p${i}`, sampleLook(vector())]));
}

/** The definition, written out over all pairs. */
function expected(looks: Looks, one: string, other: string): number {
  const vectors = [...looks.values()].map(({ embedding }) => [...embedding!]);
  const mean = vectors[0]!.map(
    (_, i) => vectors.reduce((sum, own) => sum + own[i]!, 0) / vectors.length,
  );
  const cosine = (a: readonly number[], b: readonly number[]) => {
    const [own, its] = [a, b].map((vector) => vector.map((value, i) => value - mean[i]!));
    const dot = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
    return dot(own!, its!) / Math.sqrt(dot(own!, own!) * dot(its!, its!));
  };
  const all = vectors
    .flatMap((own, i) => vectors.slice(0, i).map((its) => cosine(own, its)))
    .sort((a, b) => a - b);
  const usual =
    (all[Math.floor((all.length - 1) / 2)]! + all[Math.ceil((all.length - 1) / 2)]!) / 2;
  const of = (owner: string) => [...looks.get(owner)!.embedding!];
  return Math.min(1, Math.max(0, (cosine(of(one), of(other)) - usual) / (1 - usual)));
}

describe('how alike two products look', () => {
  it('is the cosine of centred embeddings beyond the usual one of the shop', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 8, max: 30 }),
        (seed, count) => {
          const looks = drawn(seed, count);
          const similarity = lookSimilarity(looks);
          for (const other of looks.keys()) {
            const found = similarity('p1', other);
            expect(found).toBeCloseTo(expected(looks, 'p1', other), 5);
            expect(similarity(other, 'p1')).toBe(found);
          }
          expect(similarity('p1', 'p1')).toBeCloseTo(1, 5);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is about nothing for half of all pairs, also where they are drawn', () => {
    const looks = drawn(5, 120);
    const similarity = lookSimilarity(looks);
    const owners = [...looks.keys()];
    const pairs = owners.flatMap((one, i) =>
      owners.slice(0, i).map((other) => similarity(one, other)),
    );
    const none = pairs.filter((each) => each === 0).length / pairs.length;
    expect(none).toBeGreaterThan(0.45);
    expect(none).toBeLessThan(0.55);
  });

  it('is not known of other owners, unread pictures, few pictures or none', () => {
    const looks = new Map([...drawn(2, 9), ['unread', sampleLook()]]);
    const similarity = lookSimilarity(looks);
    expect(similarity('p1', 'p2')).not.toBeNaN();
    expect(similarity('p1', 'else')).toBeNaN();
    expect(similarity('unread', 'p1')).toBeNaN();
    expect(lookSimilarity(drawn(2, 7))('p1', 'p2')).toBeNaN();
    expect(lookSimilarity(undefined)('p1', 'p2')).toBeNaN();
  });

  it('is a number where all pictures are one', () => {
    const same = sampleLook(Float32Array.of(0.6, 0.8));
    const looks = new Map(Array.from({ length: 9 }, (_, i) => [`p${i}`, same]));
    expect(lookSimilarity(looks)('p1', 'p2')).not.toBeNaN();
    const other = sampleLook(Float32Array.of(0.8, -0.6));
    const found = lookSimilarity(new Map([...looks, ['other', other]]));
    expect(found('p1', 'p2')).toBeGreaterThan(0.9);
    expect(found('p1', 'other')).toBe(0);
  });
});

it('joins words and looks by the share, unknown looks as no more alike than usual', () => {
  expect(withLook(0.6, 0.2, 0)).toBe(0.6);
  expect(withLook(0.6, 0.2, 1)).toBe(0.2);
  expect(withLook(0.6, 0.2, 0.5)).toBeCloseTo(0.4);
  expect(withLook(0.6, NaN, 0.5)).toBeCloseTo(0.3);
});
