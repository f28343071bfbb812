import { describe, expect, it } from 'vitest';
import {
  listPriceWords,
  offerSummary,
  offerWords,
  stockSummary,
  stockWords,
} from '#components/pages/plan/offer-words.ts';
import { tally } from '#components/words/counts.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { sampleAction, sampleProduct } from '../../../support/ranking.ts';

const asItIs = (value: string) => value;
// 10.59 on the label, 20% off: buyers pay 8.47.
const action = sampleAction({ promotion: '20% off', priceFactor: 1.15, salePrice: 8.47 });
const product = sampleProduct({ listPrice: 9.21 });

describe('the price of a plan', () => {
  it('is told as it stands on the label and as buyers pay it', () => {
    expect(offerSummary(action, product)).toBe('10.59, 20% off: buyers pay 8.47');
    expect(offerWords(action, product, asItIs)).toBe(
      'priced at 10.59 with 20% off, so buyers pay 8.47',
    );
  });

  const facts = { promotion: '20% off', price: '8.47', tag: '10.59' };
  const none = m.plan_no_promotion();
  const unpriced = { salePrice: null, priceFactor: 1 };
  it.each<[string, Partial<LaunchAction>, Partial<typeof facts>]>([
    // It is not known what the promotion takes off.
    ['untold', { priceFactor: 0.92 }, { tag: '8.47' }],
    ['none', { promotion: null }, {}],
    ['refused', { promotion: 'none' }, { promotion: none }],
    ['unpriced', { salePrice: null }, { price: m.plan_share_of_list_price({ share: '115%' }) }],
    ['bare', { ...unpriced, promotion: 'none' }, { promotion: none }],
    ['alone', unpriced, {}],
  ])('is told as far as it is known: %s', (offer, change, said) => {
    const told = { ...facts, ...said, offer };
    expect(offerSummary({ ...action, ...change }, product)).toBe(m.plan_summary_offer(told));
    expect(offerWords({ ...action, ...change }, product, asItIs)).toBe(m.plan_offer(told));
  });

  it('is what buyers pay where the label is not known, and else nothing', () => {
    const paid = m.plan_summary_offer({ ...facts, offer: 'paid' });
    expect(offerSummary(action, null)).toBe(paid);
    expect(offerSummary(action, { listPrice: null })).toBe(paid);
    const silent = { ...action, ...unpriced, promotion: null };
    expect([offerSummary(silent, null), offerWords(silent, null, asItIs)]).toEqual(['', '']);
  });

  it('is held against the list price that was given, where it differs', () => {
    const note = 'Your list price is 9.21; this plan’s launch price is 10.59.';
    expect(listPriceWords({ ...action, salePrice: 10.59 }, product)).toBe(note);
    // A reduction from a price that was never asked.
    expect(listPriceWords(action, product)).toBe(`${note} ${m.plan_reduced_from_raised()}`);
    expect(listPriceWords({ ...action, priceFactor: 0.95 }, product)).toBe(
      m.plan_list_price_note({ list: '9.21', tag: '8.75' }),
    );
    expect(listPriceWords({ ...action, priceFactor: 1 }, product)).toBeNull();
    expect(listPriceWords(action, { listPrice: null })).toBeNull();
  });
});

describe('the first stock of a plan', () => {
  it('is an order where none is on hand', () => {
    expect(stockSummary(action, { listPrice: 9 })).toBe('initial order: 160 units');
    expect(stockWords(action, { listPrice: 9 }, asItIs)).toBe('an initial order of 160 units');
  });

  it.each([
    [{ listPrice: 9, firstStock: 0 }, 'order'],
    [{ listPrice: 9, firstStock: 160 }, 'on-hand'],
    [null, 'open'],
  ] as const)('of %o is %s', (of, stock) => {
    const pieces = m.take_pieces(tally(160));
    expect(stockSummary(action, of)).toBe(m.plan_summary_stock({ stock, pieces }));
    expect(stockWords(action, of, asItIs)).toBe(m.plan_decision_stock({ stock, pieces }));
  });
});
