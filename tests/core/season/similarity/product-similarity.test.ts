import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeProducts, fitProductEncoder } from '#core/model/features/product-encoder.ts';
import { productSimilarity, raritiesOf } from '#core/season/similarity/product-similarity.ts';
import { seededRandom } from '#core/base/random.ts';
import { similarPairs } from '#core/season/similarity/similar-pairs.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { sampleLook } from '../../../support/looks.ts';

const WORDS = ['Blue', 'Mug', 'Linen', 'Apron', 'Oak', 'Tray'];

const table = launchTable(
  Array.from({ length: 40 }, (_, i) => ({
    title: `${WORDS[i % 6]!} ${WORDS[(3 * i + 1) % 6]!}`,
    category: ['Kitchen', 'Garden', ''][i % 3]!,
    listPrice: 10 + (i % 5) * 4,
    day: 20_000 + i,
    units: 10 + i,
  })),
);
const rows = Uint32Array.from(table.launchDay.keys());
const encoder = fitProductEncoder(table, rows);
const x = encodeProducts(encoder, table, rows);
const rarities = raritiesOf(encoder, x, rows.length);
const similarityWith = (embeddings?: ReadonlyMap<string, Float32Array>) =>
  productSimilarity({ columns: { ...table, embeddings }, encoder, x, rows, rarities });
const place = fc.integer({ min: 0, max: 39 });

describe('how alike two products are', () => {
  const similarity = similarityWith();

  it('is a share, the same both ways round, and all of it with itself', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
        expect(similarity(a, b)).toBeCloseTo(similarity(b, a), 12);
        // Without a category half of it is not known to be the same.
        expect(similarity(a, a)).toBeCloseTo(table.category[a] === '' ? 0.5 : 1, 12);
      }),
    );
  });

  it('may be 0 where it does not reach what is asked for, and is the same where it does', () => {
    const anyWords = new Map(
      [...new Set(table.title)].map((title, i) => [
        title,
        Float32Array.of(Math.cos(i), Math.sin(i), 0, 0),
      ]),
    );
    const least = fc.double({ min: 0, max: 1, noNaN: true });
    for (const own of [similarity, similarityWith(anyWords)])
      fc.assert(
        fc.property(place, place, least, (a, b, floor) => {
          const whole = own(a, b);
          const asked = own(a, b, floor);
          if (whole >= floor) expect(asked).toBe(whole);
          else expect([0, whole]).toContain(asked);
        }),
      );
  });

  it('falls with every difference: of kind, of name, of price', () => {
    const at = (wanted: Partial<Record<'title' | 'category', string>> & { price?: number }) =>
      rows.find(
        (row) =>
          (wanted.title === undefined || table.title[row] === wanted.title) &&
          (wanted.category === undefined || table.category[row] === wanted.category) &&
          (wanted.price === undefined || table.listPrice[row] === wanted.price),
      )!;
    const base = at({ category: 'Kitchen' });
    const title = table.title[base]!;
    const own = { title, category: 'Kitchen' };
    const otherPrice = rows.find(
      (row) => table.title[row] === title && table.listPrice[row] !== table.listPrice[base],
    )!;
    const apart = Math.log(table.listPrice[base]! / table.listPrice[otherPrice]!);
    const isSameKind = table.category[otherPrice] === own.category;
    expect(isSameKind).toBe(true);
    expect(similarity(base, otherPrice)).toBeCloseTo(Math.exp(-2 * apart * apart), 6);
  });

  it('is more where names mean the same in other words', () => {
    const embeddings = new Map(table.title.map((title) => [title, Float32Array.from([1, 0])]));
    const withMeaning = similarityWith(embeddings);
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(withMeaning(a, b)).toBeGreaterThanOrEqual(similarity(a, b) - 1e-12);
      }),
    );
  });
});

describe('how alike two products with pictures are', () => {
  const random = seededRandom(8);
  const COUNT = 60;
  const styleOf = (i: number) => i % 10;
  /** Ten styles, each a direction; every picture strays from it. */
  const looksOf = (titles: readonly string[]) =>
    new Map(
      titles.map((title, i) => [
        title,
        sampleLook(
          Float32Array.from(
            { length: 12 },
            (_, k) => (k === styleOf(i) ? 1 : 0) + 0.4 * (random() - 0.5),
          ),
        ),
      ]),
    );
  function shop(titleOf: (i: number) => string) {
    const sold = launchTable(
      Array.from({ length: COUNT }, (_, i): LaunchRow => ({
        ...{ title: titleOf(i), category: 'Home', listPrice: 20 },
      })),
    );
    const every = Uint32Array.from(sold.launchDay.keys());
    const fitted = fitProductEncoder(sold, every);
    const inputs = encodeProducts(fitted, sold, every);
    const looks = looksOf(sold.title);
    const embeddings = new Map(sold.title.map((title) => [title, Float32Array.of(0.6, 0.8)]));
    const similarityOf = (known: Partial<typeof sold>) =>
      productSimilarity({
        columns: { ...sold, ...known },
        ...{ encoder: fitted, x: inputs, rows: every },
        rarities: raritiesOf(fitted, inputs, COUNT),
      });
    return { looks, embeddings, similarityOf };
  }
  const shareOfStyle = (similarity: ReturnType<typeof productSimilarity>) => {
    const work = similarPairs(COUNT, similarity);
    let step = work.next();
    while (!step.done) step = work.next();
    const found = step.value;
    return (
      found.filter(({ first, second }) => styleOf(first) === styleOf(second)).length / found.length
    );
  };

  it('is by looks where titles are mere codes, read or not', () => {
    const { looks, embeddings, similarityOf } = shop((i) => `SKU ${10_442 + 17 * i}`);
    expect(shareOfStyle(similarityOf({}))).toBeLessThan(0.3);
    for (const known of [{ looks }, { looks, embeddings }]) {
      const similarity = similarityOf(known);
      expect(shareOfStyle(similarity)).toBeGreaterThan(0.95);
      fc.assert(
        fc.property(place, place, (a, b) => {
          expect(similarity(a, b)).toBe(similarity(b, a));
          expect(similarity(a, b)).toBeLessThanOrEqual(1);
        }),
      );
    }
  });

  it('is by looks where no word is shared and none was read', () => {
    const { looks, similarityOf } = shop((i) => `thing${'abcdefghij'[i % 10]}${i * 7} alone${i}`);
    expect(shareOfStyle(similarityOf({ looks }))).toBeGreaterThan(0.95);
  });

  it('is by meaning where names are a short word and a number, and there are no pictures', () => {
    const { embeddings, looks, similarityOf } = shop((i) => `${i % 2 ? 'Mug' : 'Cup'} ${i}`);
    const [bare, named] = [similarityOf({}), similarityOf({ embeddings })];
    expect(named(0, 1)).toBeGreaterThan(bare(0, 1));
    const few = new Map([...looks].slice(2));
    expect(similarityOf({ embeddings, looks: few })(0, 1)).toBe(named(0, 1));
  });

  it('is not by looks where names were read, or where they share a word', () => {
    const read = shop((i) => `Lovely thing number${i}`);
    const { looks, embeddings, similarityOf } = read;
    const byNames = similarityOf({ embeddings });
    const both = similarityOf({ embeddings, looks });
    const words = shop((i) => `${i % 2 ? 'Blue' : 'Grey'} mug of kind${i % 7}`);
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(both(a, b)).toBe(byNames(a, b));
        if (a % 2 === b % 2)
          expect(words.similarityOf({ looks: words.looks })(a, b)).toBe(
            words.similarityOf({})(a, b),
          );
      }),
      { numRuns: 30 },
    );
  });
});
