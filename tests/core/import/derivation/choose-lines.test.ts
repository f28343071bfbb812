import { describe, expect, it } from 'vitest';
import { chooseLines } from '#core/import/derivation/choose-lines.ts';
import {
  LINE_REASONS,
  USUAL_DERIVATION,
  type DerivationSettings,
} from '#core/import/derivation/derivation-settings.ts';
import { productOfLine } from '#core/import/derivation/product-of-line.ts';
import { orderLines, type OrderLine } from '../../../support/order-lines.ts';

function choose(lines: readonly Partial<OrderLine>[], change: Partial<DerivationSettings> = {}) {
  const read = orderLines(lines);
  const settings = { ...USUAL_DERIVATION, ...change };
  const chosen = chooseLines(read, productOfLine(read, [], 'product'), settings);
  return {
    reasons: Array.from(chosen.reasons, (code) => LINE_REASONS[code - 1] ?? null),
    bulk: Array.from(chosen.isBulk.keys()).filter((line) => chosen.isBulk[line]),
  };
}

const reasonsOf = (...lines: Partial<OrderLine>[]) => choose(lines).reasons;

describe('chooseLines', () => {
  it('counts what is not paid yet only where the seller says so', () => {
    const lines = [{}, { pending: 1 }, { pending: 1, isCancelled: true }];
    expect(choose(lines).reasons).toEqual([null, 'pending', 'cancelled']);
    expect(choose(lines, { countPending: true }).reasons).toEqual([null, null, 'cancelled']);
  });

  it('counts a plain line, also one without a price, and pieces that came back', () => {
    expect(reasonsOf({}, { unitPrice: NaN }, { quantity: -1 })).toEqual([null, null, null]);
  });

  it('says why it does not count a line', () => {
    expect(
      reasonsOf(
        { isCancelled: true },
        { orderedAt: NaN },
        { quantity: 0 },
        { quantity: NaN },
        { title: 'Postage' },
        { unitPrice: 0 },
        { unitPrice: -5 },
        { quantity: -3, unitPrice: 0 },
      ),
    ).toEqual([
      ...['cancelled', 'no-date', 'no-quantity', 'no-quantity'],
      ...['not-a-product', 'no-price', 'no-price', 'no-price'],
    ]);
  });

  it('says the first reason of several', () => {
    const all = { orderedAt: NaN, quantity: 0, title: 'Tip', unitPrice: 0 };
    expect(
      reasonsOf(
        { ...all, isCancelled: true },
        all,
        { ...all, orderedAt: 1 },
        { ...all, orderedAt: 1, quantity: 1 },
      ),
    ).toEqual(['cancelled', 'no-date', 'no-quantity', 'not-a-product']);
  });

  it('counts pieces that came back though their order is called cancelled', () => {
    expect(reasonsOf({ isCancelled: true, quantity: -2 })).toEqual([null]);
    expect(reasonsOf({ isCancelled: true, quantity: NaN })).toEqual(['cancelled']);
  });

  it('takes a line that names nothing for no product', () => {
    expect(reasonsOf({ title: '' }, {}, {})).toEqual(['no-product', null, null]);
  });

  it('misses titles only where most lines have one', () => {
    const untitled = { sku: 'S1', title: '' };
    const titled = { sku: 'S1', title: 'Mug' };
    expect(reasonsOf(untitled, titled, titled)).toEqual(['no-title', null, null]);
    expect(reasonsOf(untitled, untitled, titled)).toEqual([null, null, null]);
    expect(reasonsOf(untitled)).toEqual([null]);
  });

  it('takes a title of blanks for none', () => {
    const blank = { sku: 'S1', title: ' ' };
    expect(reasonsOf(blank, { sku: 'S1' }, { sku: 'S1' })).toEqual(['no-title', null, null]);
  });

  it('knows ids that are unlike those of goods, by product or else by SKU', () => {
    const goods = Array.from({ length: 19 }, (_, i) => ({ sku: `${22500 + i}` }));
    const reasons = reasonsOf(...goods, { sku: 'DOT' });
    expect(reasons).toEqual([...goods.map(() => null), 'not-a-product']);
    const listed = goods.map(({ sku }) => ({ productId: sku, sku: 'X' }));
    expect(reasonsOf(...listed, { productId: '22999', sku: 'DOT' }).at(-1)).toBeNull();
    expect(reasonsOf(...listed, { productId: 'DOT', sku: '22999' }).at(-1)).toBe('not-a-product');
  });
});

describe('lines in bulk', () => {
  const ones = Array.from({ length: 9 }, () => ({ quantity: 1 }));

  it('are those that buy more than twenty times what is usual', () => {
    expect(choose([...ones, { quantity: 20 }, { quantity: 21 }]).bulk).toEqual([10]);
  });

  it('are counted unless they shall be left out', () => {
    const lines = [...ones, { quantity: 21 }];
    expect(choose(lines).reasons.at(-1)).toBeNull();
    expect(choose(lines, { leaveOutBulk: true }).reasons).toEqual([
      ...ones.map(() => null),
      'bulk',
    ]);
  });

  it('are not what a product always sells by', () => {
    const pencils = Array.from({ length: 3 }, () => ({ title: 'Pencil', quantity: 50 }));
    expect(choose([...ones, ...pencils]).bulk).toEqual([]);
    expect(choose([...ones, ...pencils, { title: 'Pencil', quantity: 1001 }]).bulk).toEqual([12]);
  });

  it('buy many times what the shop’s other lines do, also where the product sells by less', () => {
    const pairs = ones.map(() => ({ quantity: 2 }));
    const pencils = [1, 1, 1, 25, 41].map((quantity) => ({ title: 'Pencil', quantity }));
    expect(choose([...pairs, ...pencils]).bulk).toEqual([13]);
  });

  it('are no single line of a product that nobody else bought', () => {
    expect(choose([...ones, { title: 'Pencil', quantity: 500 }]).bulk).toEqual([]);
  });

  it('are no pieces that came back, and those do not say what is usual', () => {
    const back = Array.from({ length: 30 }, () => ({ quantity: -100 }));
    expect(choose([...ones, ...back, { quantity: 21 }]).bulk).toEqual([39]);
  });

  it('are told of a line that is not counted for another reason, which is said', () => {
    const { reasons, bulk } = choose([...ones, { quantity: 21, isCancelled: true }], {
      leaveOutBulk: true,
    });
    expect([reasons.at(-1), bulk]).toEqual(['cancelled', [9]]);
  });
});
