import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSameTexts } from '#core/import/reviews/group-same-texts.ts';
import { isDeliveryOnly } from '#core/import/reviews/is-delivery-only.ts';
import { isIncentivised } from '#core/import/reviews/is-incentivised.ts';
import { markReviews, marksOf } from '#core/import/reviews/mark-reviews.ts';
import { clothingTexts } from '../../../support/review-corpora.ts';

const LONG =
  'I bought this kettle in spring for our small office and it boils quickly, pours without a drip and has not scaled so far';
const ZH = '这款水壶烧水很快，倒水不滴漏，用了三个月没有水垢，办公室的同事都说好用';

describe('groupSameTexts', () => {
  it('finds the same words, whatever the case, width and punctuation', () => {
    expect([...groupSameTexts([LONG, 'other', `${LONG.toUpperCase()}!!!`])]).toEqual([0, 1, 0]);
    expect([...groupSameTexts([ZH, ZH.replaceAll('，', ' ')])]).toEqual([0, 0]);
  });

  it('finds long texts with few words changed', () => {
    expect([
      ...groupSameTexts([LONG, LONG.replace('spring', 'summer'), `${LONG}, really`]),
    ]).toEqual([0, 0, 0]);
    expect([...groupSameTexts([ZH, ZH.replace('三个月', '两个月')])]).toEqual([0, 0]);
  });

  it('keeps short and different texts apart', () => {
    expect([
      ...groupSameTexts(['Great product!', 'Great product!', '好评', '好评', '', '']),
    ]).toEqual([0, 1, 2, 3, 4, 5]);
    const other =
      'I bought this blanket in autumn for our living room and it is warm, soft and washes well';
    expect([...groupSameTexts([LONG, other])]).toEqual([0, 1]);
  });

  it('joins equal texts, and others only with three tenths of their runs changed at most', () => {
    const letters = Array.from('abcdefgh', (letter) => letter.repeat(4));
    const list = fc.array(fc.constantFrom(...letters), { minLength: 14, maxLength: 20 });
    const changed = list.chain((words) =>
      fc
        .array(fc.tuple(fc.nat(words.length - 1), fc.constantFrom(...letters)), { maxLength: 2 })
        .map((changes) => [words, changes.reduce((all, [i, word]) => all.with(i, word), words)]),
    );
    fc.assert(
      fc.property(fc.array(changed, { maxLength: 6 }), (pairs) => {
        const lists = pairs.flat();
        const texts = lists.map((words) => words.join(' '));
        const firstOf = groupSameTexts(texts);
        for (const [i, first] of firstOf.entries()) {
          expect(first).toBeLessThanOrEqual(i);
          expect(firstOf[texts.indexOf(texts[i]!)]).toBe(first);
          const isSame = texts[first] === texts[i];
          if (!isSame) expect(jaccard(lists[first]!, lists[i]!)).toBeGreaterThanOrEqual(0.7);
        }
      }),
    );
  });

  it('finds nine in ten of the texts that share four fifths of their runs', () => {
    const words = (seed: number) =>
      Array.from({ length: 40 }, (_, i) => `word${(seed * 7919 + i * 104_729) % 5003}`);
    const texts = Array.from({ length: 200 }, (_, i) => words(i));
    // One word changed lies in 3 of 38 runs: 35 of 41 are shared.
    const all = [...texts, ...texts.map((list) => list.with(20, 'changed'))];
    const firstOf = groupSameTexts(all.map((list) => list.join(' ')));
    const foundCount = texts.filter((_, i) => firstOf[200 + i] === i).length;
    expect(foundCount).toBeGreaterThan(180);
    expect(texts.filter((_, i) => firstOf[i] === i)).toHaveLength(200);
  });
});

/** Shared runs of three words, as texts rather than as hashes. */
function jaccard(a: readonly string[], b: readonly string[]): number {
  const runs = (list: readonly string[]) =>
    new Set(list.slice(2).map((_, i) => list.slice(i, i + 3).join(' ')));
  const [own, others] = [runs(a), runs(b)];
  const shared = [...own].filter((run) => others.has(run)).length;
  return shared / (own.size + others.size - shared);
}

describe('isIncentivised', () => {
  it.each([
    'I received this product free in exchange for my honest review.',
    'Got it at a discount in return for an unbiased review',
    'They sent it to me free of charge to test and review',
    'They offered a gift card for leaving a 5 star review',
    'This review was collected as part of a promotion.',
    'Habe das Produkt kostenlos zum Test erhalten.',
    'Es lag ein Gutschein bei für eine gute Bewertung',
    "J'ai reçu ce produit gratuitement en échange de mon avis",
    'Lo recibí gratis a cambio de una reseña',
    '好评返现五块',
    '五星好评送赠品，所以来评价',
    '为了红包才给好评',
  ])('yes: %s', (text) => expect(isIncentivised(text)).toBe(true));

  it.each([
    'Free shipping, and the return was easy',
    'I exchanged it for a size up, love it',
    'Bought with a coupon, well worth it. My review: great',
    'Kostenloser Versand, gute Qualität',
    '赠品很好，衣服也不错',
    '用优惠券买的，很划算',
    '3399返现100买的，不错',
  ])('no: %s', (text) => expect(isIncentivised(text)).toBe(false));
});

describe('isDeliveryOnly', () => {
  it.each([
    'Fast delivery!',
    'Arrived late, the packaging was terrible.',
    'Great seller, quick shipping, thanks',
    'Schnelle Lieferung, gut verpackt. Gerne wieder!',
    'Livraison très rapide, merci',
    'Envío muy rápido. Gracias',
    '物流很快，包装很好',
    '快递太慢了！',
  ])('yes: %s', (text) => expect(isDeliveryOnly(text)).toBe(true));

  it.each([
    '',
    'Great!',
    'Fast delivery and a beautiful dress',
    'Arrived quickly. Runs small.',
    'Schnelle Lieferung, aber der Stoff kratzt',
    '物流很快，苹果很甜',
    '很好，不错',
    `Fast delivery. ${'x'.repeat(300)}`,
  ])('no: %s', (text) => expect(isDeliveryOnly(text)).toBe(false));
});

describe('markReviews', () => {
  const of = (name: string, day: number, text = LONG) => ({ names: [name], day, text });

  it('marks all but the first of the same texts', () => {
    expect([...markReviews([of('A', 1), of('A', 2), of('A', 3)])].map(marksOf)).toEqual([
      [],
      ['duplicate'],
      ['duplicate'],
    ]);
  });

  it('marks a campaign over three products, or of three on one day', () => {
    const overProducts = markReviews([of('A', 1), of('B', 2), of('C', 3)]);
    expect(overProducts.every((bits) => marksOf(bits).includes('campaign'))).toBe(true);
    const onDay = markReviews([of('A', 1), of('A', 1), of('A', 1)]);
    expect(onDay.every((bits) => marksOf(bits).includes('campaign'))).toBe(true);
    const undated = markReviews([of('A', NaN), of('A', NaN), of('A', NaN)]);
    expect(undated.some((bits) => marksOf(bits).includes('campaign'))).toBe(false);
  });

  it('marks what texts say', () => {
    const free = 'I received it for free in exchange for my review';
    expect([...markReviews([of('A', 1, free), of('A', 1, 'Fast delivery')])].map(marksOf)).toEqual([
      ['incentivised'],
      ['deliveryOnly'],
    ]);
  });

  const texts = clothingTexts();
  it.skipIf(texts === null)('marks few of the clothing reviews', () => {
    const marks = markReviews(texts!.map((text) => of('A', NaN, text)));
    const share = marks.filter((bits) => bits !== 0).length / marks.length;
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(0.02);
  });
});
