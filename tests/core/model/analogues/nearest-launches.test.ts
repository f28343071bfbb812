import { describe, expect, it } from 'vitest';
import type { Analogues } from '#core/model/analogues/analogues.ts';
import {
  nearestFinder,
  pairSimilarity,
  wordSimilarity,
} from '#core/model/analogues/nearest-launches.ts';
import { seededRandom } from '#core/base/random.ts';
import { randomAnalogues, randomProduct, type Drawn } from './support.ts';

/** Every launch compared by the formula, written out. */
function compareAll(
  { analogues, products }: Drawn,
  x: Float32Array,
  meaning?: Float64Array,
  looks: { look: Float64Array; share: number } = { look: new Float64Array(), share: 0 },
) {
  const { rarity, priceInput } = analogues;
  const vector = (own: Float32Array) => [...rarity].map((value, mark) => own[mark]! * value);
  const dot = (a: number[], b: number[]) => a.reduce((all, value, i) => all + value * b[i]!, 0);
  const own = vector(x);
  return products
    .map((product, launch) => {
      const other = vector(product);
      const length = Math.sqrt(dot(own, own) * dot(other, other));
      const words = length === 0 ? 0 : dot(own, other) / length;
      const meant = meaning?.[launch] ?? NaN;
      const named = Number.isNaN(meant) ? words : (words + meant) / 2;
      const look = looks.look[launch] ?? NaN;
      const cosine = (1 - looks.share) * named + looks.share * (Number.isNaN(look) ? 0 : look);
      const apart = x[priceInput]! - product[priceInput]!;
      return { launch, similarity: (cosine * Math.exp(-2 * apart ** 2)) ** 3 };
    })
    .filter(({ similarity }) => similarity > 0)
    .sort((a, b) => b.similarity - a.similarity || a.launch - b.launch)
    .slice(0, 32);
}

const wordsOnly = (meaning: number) => ({ meaning, look: NaN, looksShare: 0 });

describe('the nearest launches', () => {
  it.each([1, 2, 3, 4])('are those of a comparison with all of them (%i)', (seed) => {
    const drawn = randomAnalogues(seed, 150);
    const nearest = nearestFinder(drawn.analogues);
    for (let i = 0; i < 20; i++) {
      const x = randomProduct(1000 * seed + i);
      const { launches, similarity } = nearest(x);
      const exact = compareAll(drawn, x);
      expect(launches.length).toBe(exact.length);
      exact.forEach((each, at) => expect(similarity[at]).toBeCloseTo(each.similarity, 10));
      const known = new Set(exact.map(({ launch }) => launch));
      // Of equals at the end, rounding may take another.
      expect([...launches].filter((launch) => !known.has(launch)).length).toBeLessThanOrEqual(1);
    }
  });

  it.each([1, 2])('are those of such a comparison by words and meaning (%i)', (seed) => {
    const drawn = randomAnalogues(seed, 150);
    const nearest = nearestFinder(drawn.analogues);
    const random = seededRandom(seed);
    for (let i = 0; i < 20; i++) {
      const x = i === 0 ? new Float32Array(12) : randomProduct(1000 * seed + i);
      // Of a third it is not known, of another there is none.
      const meaning = Float64Array.from({ length: 150 }, (_, launch) =>
        launch % 3 === 0 ? NaN : launch % 3 === 1 ? 0 : random(),
      );
      const { launches, similarity } = nearest(x, (launch) => meaning[launch]!);
      const exact = compareAll(drawn, x, meaning);
      expect([...launches]).toEqual(exact.map(({ launch }) => launch));
      exact.forEach((each, at) => expect(similarity[at]).toBeCloseTo(each.similarity, 10));
    }
  });

  it.each([0.3, 0.5, 1])('are those of such a comparison with looks, share %d', (share) => {
    const drawn = randomAnalogues(9, 150);
    const nearest = nearestFinder(drawn.analogues);
    const random = seededRandom(9);
    for (let i = 0; i < 20; i++) {
      const x = randomProduct(9000 + i);
      const look = Float64Array.from({ length: 150 }, (_, launch) =>
        launch % 3 === 0 ? NaN : random(),
      );
      const meaning = i % 2 ? Float64Array.from(look, () => random()) : undefined;
      const { launches, similarity } = nearest(x, meaning && ((launch) => meaning[launch]!), {
        ...{ lookOf: (launch) => look[launch]!, share },
      });
      const exact = compareAll(drawn, x, meaning, { look, share });
      expect([...launches]).toEqual(exact.map(({ launch }) => launch));
      exact.forEach((each, at) => expect(similarity[at]).toBeCloseTo(each.similarity, 10));
    }
  });

  it('tell the similarity by words and meaning alone', () => {
    const { analogues, products } = randomAnalogues(5, 10);
    const near = { launch: 4, meaning: NaN };
    expect(wordSimilarity(analogues, products[4]!, near)).toBeCloseTo(1, 12);
    expect(wordSimilarity(analogues, products[4]!, { ...near, meaning: 0.5 })).toBeCloseTo(0.75);
    expect(wordSimilarity(analogues, new Float32Array(12), near)).toBe(0);
  });

  it('are alike by 1 where the product is the same', () => {
    const { analogues, products } = randomAnalogues(5, 10);
    const { similarity } = nearestFinder(analogues)(products[4]!);
    expect(similarity[0]).toBeCloseTo(1, 12);
  });

  it('are as alike as a pair of launches that are the same', () => {
    const { analogues, products } = randomAnalogues(8, 40);
    const meaning = (launch: number) => (launch % 2 === 0 ? NaN : (launch % 7) / 7);
    products.forEach((x, one) => {
      const { launches, similarity } = nearestFinder(analogues, 40)(x, meaning);
      launches.forEach((other, i) =>
        expect(pairSimilarity(analogues, [one, other], wordsOnly(meaning(other)))).toBeCloseTo(
          similarity[i]!,
          9,
        ),
      );
    });
    expect(pairSimilarity(randomAnalogues(6, 30).analogues, [3, 3], wordsOnly(0))).toBeCloseTo(
      1 / 8,
      9,
    );
  });

  it('are none where nothing is shared', () => {
    const { analogues } = randomAnalogues(6, 30);
    const { launches, similarity } = nearestFinder(analogues)(new Float32Array(12));
    expect([launches.length, similarity.length]).toEqual([0, 0]);
  });

  it('come earliest first where all are the same', () => {
    const { analogues } = randomAnalogues(7, 1);
    const twins: Analogues = {
      ...analogues,
      starts: Uint32Array.from({ length: 51 }, (_, launch) => launch),
      marks: new Uint16Array(50).fill(3),
      price: new Float32Array(50),
    };
    const x = new Float32Array(12);
    x[3] = 1;
    expect([...nearestFinder(twins)(x).launches]).toEqual(Array.from({ length: 32 }, (_, i) => i));
  });
});
