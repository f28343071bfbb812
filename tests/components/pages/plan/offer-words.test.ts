import { describe, expect, it } from 'vitest';
import {
  listPriceWords,
  offerSummary,
  offerWords,
  stockSummary,
  stockWords,
} from '#components/pages/plan/offer-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { sampleAction, sampleProduct } from '../../../support/ranking.ts';

const asItIs = (value: string) => value;
// 10.59 on the label, 20% off: buyers pay 8.47.
const action = sampleAction({ promotion: '20% off', priceFactor: 1.15, salePrice: 8.47 });
const product = sampleProduct({ listPrice: 9.21 });

describe('the price of a plan', () => {
  it('is told as it stands on the label and as buyers pay it', () => {
    expect(offerSummary(action, product)).toBe('10.59, 20% off: buyers pay 8.47');
    expect(inChinese(() => offerSummary(action, product))).toBe('定价 10.59，20% off：到手价 8.47');
    expect(offerWords(action, product, asItIs)).toBe(
      'priced at 10.59 with 20% off, so buyers pay 8.47',
    );
  });

  it('is what buyers pay where the label is not known', () => {
    const paid = '20% off: buyers pay 8.47';
    expect(offerSummary(action, null)).toBe(paid);
    expect(offerSummary(action, { listPrice: null })).toBe(paid);
  });

  it('says nothing of what buyers pay where it is not known what the promotion takes off', () => {
    const whole = { ...action, priceFactor: 0.92 };
    expect(offerSummary(whole, product)).toBe('8.47, 20% off');
    expect(offerWords(whole, product, (value) => value)).toBe('with 20% off, priced at 8.47');
  });

  it('is one figure without a promotion', () => {
    const plain = sampleAction({ promotion: null, priceFactor: 1, salePrice: 9.21 });
    expect(offerSummary(plain, product)).toBe('9.21');
    expect(offerSummary({ ...plain, promotion: 'none' }, product)).toBe('no promotion · 9.21');
  });

  it('is a share of the list price where that is all there is', () => {
    const share = { ...action, salePrice: null };
    expect(offerSummary(share, null)).toBe('115% of list price, then 20% off');
    expect(offerWords(share, null, asItIs)).toBe(
      'at 115% of list price before the promotion, 20% off',
    );
  });

  it('is held against the list price that was given, where it differs', () => {
    const note = 'Your list price is 9.21; this plan’s launch price is 10.59.';
    expect(listPriceWords({ ...action, salePrice: 10.59 }, product)).toBe(note);
    // A reduction from a price that was never asked.
    expect(listPriceWords(action, product)).toMatch(/^Your list price is 9\.21; .*really charged/);
    expect(listPriceWords({ ...action, priceFactor: 0.95 }, product)).not.toMatch(/really charged/);
    expect(listPriceWords({ ...action, priceFactor: 1 }, product)).toBeNull();
    expect(listPriceWords(action, { listPrice: null })).toBeNull();
  });
});

describe('the first stock of a plan', () => {
  it.each([
    {
      of: { listPrice: 9 },
      short: 'initial order: 160 units',
      long: 'an initial order of 160 units',
    },
    {
      of: { listPrice: 9, firstStock: 0 },
      short: 'initial order: 160 units',
      long: /initial order/,
    },
    { of: { listPrice: 9, firstStock: 160 }, short: '160 units in stock', long: /in stock$/ },
    { of: null, short: 'initial stock: 160 units', long: 'an initial stock of 160 units' },
  ])('is $short', ({ of, short, long }) => {
    expect(stockSummary(action, of)).toBe(short);
    expect(stockWords(action, of, asItIs)).toMatch(long);
  });
});
