import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { USUAL_DERIVATION } from '#core/import/derivation/derivation-settings.ts';
import { deriveLaunches } from '#core/import/derivation/derive-launches.ts';
import { productOfLine } from '#core/import/derivation/product-of-line.ts';
import type { RecordGap } from '#core/import/platform-files/orders/record-gaps.ts';
import { orderLines, type OrderLine } from '../../../support/order-lines.ts';

const MONDAY = dayFromCalendar(2026, 1, 5);
const WORDS = { coupon: 'coupon', priceCut: 'price cut' };

function demandOf(lines: readonly Partial<OrderLine>[], gaps: readonly RecordGap[] = []) {
  const built = orderLines(lines);
  const products = productOfLine(built, [], 'product');
  const source = { lines: built, products, catalogue: [], onHand: new Map(), words: WORDS, gaps };
  return deriveLaunches(source, USUAL_DERIVATION).demand();
}

/** One order a week of each of these. */
function weekly(weeks: number, line: Partial<OrderLine>): Partial<OrderLine>[] {
  return Array.from({ length: weeks }, (_, week) => ({
    ...line,
    orderedAt: MONDAY + 7 * week + 0.5,
  }));
}

const END = { title: 'Mug', sku: 'M', category: 'Mugs', quantity: 1, orderedAt: MONDAY + 69.5 };

describe('weekly demand', () => {
  it('adds up all counted lines by category, launches or not', () => {
    const demand = demandOf([
      ...weekly(10, { sku: 'M', title: 'Mug', category: 'Mugs', quantity: 9 }),
      ...weekly(10, { sku: 'B', title: 'Bag', category: 'Bags', quantity: 7 }),
      ...weekly(10, { sku: 'B', title: 'Bag', category: 'Bags', quantity: 100, isCancelled: true }),
      ...weekly(10, { sku: 'X', title: 'Rare', category: 'Rare', quantity: 1 }),
      END,
    ]);
    expect(demand.firstDay).toBe(MONDAY);
    expect(demand.series.map(({ name, units }) => [name, [...units]])).toEqual([
      ['Mugs', [...new Array<number>(9).fill(9), 10]],
      ['Bags', new Array<number>(10).fill(7)],
    ]);
  });

  it('takes themes of titles where most units have no category', () => {
    const lines = Array.from({ length: 6 }, (_, i) =>
      weekly(10, { sku: `M${i}`, title: `Mug no ${i} red mug`, quantity: 2 }),
    ).flat();
    expect(demandOf([...lines, { ...END, category: '' }]).series.map(({ name }) => name)).toEqual([
      'mug',
    ]);
  });

  it('knows nothing of weeks that no file covers', () => {
    const lines = weekly(10, { sku: 'M', title: 'Mug', category: 'Mugs', quantity: 9 });
    const gap = { from: MONDAY + 13, until: MONDAY + 28 };
    const [mugs] = demandOf([...lines, END], [gap]).series;
    expect([...mugs!.units].map((units) => Number.isNaN(units))).toEqual([
      false,
      false,
      true,
      true,
      ...new Array<boolean>(6).fill(false),
    ]);
  });

  it('is empty without lines', () => {
    expect(demandOf([]).series).toEqual([]);
  });
});
