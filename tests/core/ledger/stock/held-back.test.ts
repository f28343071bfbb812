import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldBack } from '#core/ledger/stock/held-back.ts';
import { stockOutlooks } from '#core/ledger/stock/stock-outlook.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { stockItem } from '../../../support/stock-item.ts';

const asOf = 1000;
const { outlooks, spread } = stockOutlooks(
  {
    ...{ fileName: 'stock.csv', asOf },
    items: [stockItem({ onHand: 20, weeklyUnits: 4 }), stockItem({ onHand: 5 })],
  },
  { table: launchTable([]), horizonDays: 28 },
);
const lost = (similarity: readonly number[], weeks: readonly number[], strength = 0.7) => [
  ...heldBack([similarity.map((each, index) => ({ index, similarity: each }))], outlooks, {
    ...{ weeks, strength, spread },
  })[0]!,
];

describe('heldBack', () => {
  it('is the given strength where the same is surely there, and nothing where nothing is similar', () => {
    expect(lost([1], [asOf])[0]).toBeCloseTo(1 - Math.exp(-0.7), 12);
    expect(lost([], [asOf])).toEqual([0]);
    expect(lost([0.5], [asOf])[0]).toBeCloseTo(1 - Math.exp(-0.35), 12);
  });

  it('fades as the similar stock is sold, and stays where nothing tells how it sells', () => {
    const weeks = [asOf, asOf + 35, asOf + 800];
    const [now, half, later] = lost([1], weeks);
    expect(half).toBeCloseTo(1 - Math.exp(-0.7 * 0.5), 1);
    expect(later).toBe(0);
    expect(now).toBeGreaterThan(half!);
    expect(lost([0, 1], weeks)[2]).toBeCloseTo(1 - Math.exp(-0.7), 12);
  });

  it('never loses more than to one that is the same, however many are similar', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.double({ min: 0, max: 3, noNaN: true }), (a, b, strength) => {
        const [both] = lost([a, b], [asOf], strength);
        expect(both).toBeLessThanOrEqual(1 - Math.exp(-strength) + 1e-12);
        expect(both).toBeGreaterThanOrEqual(lost([a], [asOf], strength)[0]! - 1e-12);
      }),
    );
  });
});
