import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinReviews } from '#core/import/reviews/join-reviews.ts';

type Launch = readonly [productId: string, title: string, launchDay?: number];

const table = (...launches: readonly Launch[]) => ({
  productId: launches.map(([id]) => id),
  title: launches.map(([, title]) => title),
  launchDay: Float64Array.from(launches, ([, , day = 100]) => day),
});
const about = (...names: readonly string[]) => ({ names, day: 200 });
const on = (day: number, ...names: readonly string[]) => ({ names, day });

const SHOP = table(
  ['A-100', 'Linen Shirt'],
  ['A-200', 'Wool Hat, Grey'],
  ['9', 'Crème brûlée set'],
  ['', 'Vase tall'],
  ['B-1-RED', 'Mug red'],
  ['B-1-BLUE', 'Mug blue'],
  ['C-7-RED', 'Bowl'],
);

/** Returns the row and how it was found, for one review of SHOP. */
function foundIn(names: readonly string[], shop = SHOP) {
  const { rows, counts } = joinReviews([about(...names)], shop);
  const [how] = Object.entries(counts).find(([, count]) => count === 1)!;
  return [rows[0], how];
}

describe('joinReviews', () => {
  it('finds by number, whatever the case and spaces', () => {
    expect(foundIn(['a-100 '])).toEqual([0, 'id']);
    expect(foundIn(['x', 'A-200'])).toEqual([1, 'id']);
  });

  it('finds by title and by handle', () => {
    expect(foundIn(['55', 'linen  shirt'])).toEqual([0, 'title']);
    expect(foundIn(['creme-brulee-set'])).toEqual([2, 'handle']);
    expect(foundIn(['Vase tall'])).toEqual([3, 'title']);
    expect(foundIn(['Linen Shirt (Sand, XL)'])).toEqual([0, 'title']);
    expect(foundIn(['Wool Hat'])).toEqual([1, 'title']);
  });

  it('finds the SKU of a variant, and a product of which one variant was launched', () => {
    expect(foundIn(['A-100-RED-M'])).toEqual([0, 'variant']);
    expect(foundIn(['C-7'])).toEqual([6, 'variant']);
    expect(foundIn(['B-1'])).toEqual([-1, 'none']);
    expect(foundIn(['B-1-GREEN'])).toEqual([-1, 'none']);
    expect(foundIn(['A-1000'])).toEqual([-1, 'none']);
  });

  it('finds by aliases, unless they stand for several products', () => {
    const alias = (name: string, productId: string) => ({ name, productId });
    const { rows, counts } = joinReviews([about('4711'), about('both'), about('gone')], SHOP, [
      alias('4711', 'a-200'),
      alias('both', 'A-100'),
      alias('both', 'A-200'),
      alias('gone', 'no such product'),
    ]);
    expect([...rows]).toEqual([1, -1, -1]);
    expect(counts).toMatchObject({ alias: 1, none: 2 });
  });

  it('finds by words where no other title is close', () => {
    const shop = table(
      ['1', 'Walnut serving board with handle'],
      ['2', 'Oak chopping block large'],
      ['3', 'Linen apron black'],
      ['4', 'Linen apron white'],
    );
    expect(foundIn(['77', 'Serving board, walnut'], shop)).toEqual([0, 'words']);
    expect(foundIn(['oak-chopping-block'], shop)).toEqual([1, 'words']);
    expect(foundIn(['Apron linen'], shop)).toEqual([-1, 'none']);
    expect(foundIn(['Walnut'], shop)).toEqual([-1, 'none']);
  });

  it('believes the title where number and title name two products', () => {
    expect(foundIn(['9', 'Linen Shirt'])).toEqual([0, 'title']);
  });

  it('takes no title that several products share', () => {
    const shop = table(['1', 'Shirt'], ['2', 'Shirt']);
    expect(foundIn(['Shirt'], shop)).toEqual([-1, 'none']);
    expect(foundIn(['2', 'Shirt'], shop)).toEqual([1, 'id']);
  });

  it('gives a review to the latest launch before it, else to the first', () => {
    const shop = table(['1', 'Shirt', 300], ['2', 'Hat', 50], ['1', 'Shirt', 100]);
    const reviews = [on(99, '1'), on(100, '1'), on(299, 'Shirt'), on(300, '1'), on(NaN, '1')];
    expect([...joinReviews(reviews, shop).rows]).toEqual([2, 2, 2, 0, 2]);
  });

  it('counts each review once, and names the most frequent unknown products', () => {
    const reviews = [about('7', 'Lamp'), about('8', 'Rug'), about('Rug'), about(), about('A-100')];
    const { counts, unknownNames } = joinReviews(reviews, SHOP);
    expect(counts).toEqual({
      ...{ id: 1, alias: 0, title: 0, handle: 0, variant: 0, words: 0, none: 3, unnamed: 1 },
    });
    expect(unknownNames).toEqual([
      { name: 'Rug', reviews: 2 },
      { name: 'Lamp', reviews: 1 },
    ]);
  });

  it('has no trouble with empty tables and names of objects', () => {
    expect([...joinReviews([about('constructor')], table()).rows]).toEqual([-1]);
    expect([...joinReviews([about('__proto__')], table(['__proto__', 'x'])).rows]).toEqual([0]);
    expect([...joinReviews([], SHOP).rows]).toEqual([]);
  });

  it('agrees with a search of every launch', () => {
    const id = fc.constantFrom('1', '2', '3');
    const day = fc.integer({ min: 0, max: 9 });
    const launches = fc.array(fc.tuple(id, day), { minLength: 1, maxLength: 8 });
    const reviews = fc.array(fc.tuple(id, day), { maxLength: 8 });
    fc.assert(
      fc.property(launches, reviews, (launched, written) => {
        const shop = table(...launched.map(([each, when]): Launch => [each, `p${each}`, when]));
        const { rows } = joinReviews(
          written.map(([each, when]) => on(when, each)),
          shop,
        );
        for (const [i, [each, when]] of written.entries()) {
          const own = launched.flatMap(([other, launchDay]) => (other === each ? [launchDay] : []));
          const before = own.filter((launchDay) => launchDay <= when);
          if (own.length === 0) expect(rows[i]).toBe(-1);
          else {
            const expected = before.length > 0 ? Math.max(...before) : Math.min(...own);
            expect(shop.productId[rows[i]!]).toBe(each);
            expect(shop.launchDay[rows[i]!]).toBe(expected);
          }
        }
      }),
    );
  });

  it('joins 100,000 reviews to 10,000 launches', () => {
    const nouns = ['shirt', 'hat', 'mug', 'bowl', 'vase', 'lamp', 'rug', 'apron', 'board', 'set'];
    const title = (i: number) =>
      `${nouns[i % 10]} ${nouns[(i >> 3) % 10]} model ${i} series ${i % 97}`;
    const shop = table(
      ...Array.from({ length: 10_000 }, (_, i): Launch => [`P-${i}`, title(i), i]),
    );
    const names = (i: number) =>
      [[`P-${i % 10_000}`], [title(i % 10_000)], [`P-${i % 10_000}-M`], [`model ${i % 3_000} new`]][
        i % 4
      ]!;
    const reviews = Array.from({ length: 100_000 }, (_, i) => on(i % 10_000, ...names(i)));
    const { rows } = joinReviews(reviews, shop);
    expect(rows[0]).toBe(0);
    expect(rows[6]).toBe(6);
  });
});
