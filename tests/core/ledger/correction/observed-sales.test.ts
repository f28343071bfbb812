import { describe, expect, it } from 'vitest';
import { demandSoFar, weeklyDemandOf } from '#core/ledger/correction/observed-sales.ts';

const week = (units: number, daysWithoutStock = 0) => ({ units, daysWithoutStock });

describe('weeklyDemandOf', () => {
  it('scales a week to seven days in stock, and knows none that had under one', () => {
    expect(weeklyDemandOf([week(10), week(10, 3.5), week(3, 6), week(1, 6.5)])).toEqual([
      ...[10, 20, 21, NaN],
    ]);
  });
});

describe('demandSoFar', () => {
  it('takes days without stock for days on which more would have been sold, up to twice as much', () => {
    const of = (daysWithoutStock: number) => demandSoFar({ soldUnits: 20, daysWithoutStock }, 2);
    expect([of(0), of(7), of(13)]).toEqual([20, 40, 40]);
  });

  it('goes by the weeks that are known, and for the others by what else was sold', () => {
    const weeks = [week(NaN), week(10, 3.5), week(30)];
    // 20 units in the first week, of which 3.5 more days were without stock.
    expect(demandSoFar({ soldUnits: 60, daysWithoutStock: 7, weeks }, 3)).toBe(20 / 0.5 + 20 + 30);
    expect(demandSoFar({ soldUnits: 60, daysWithoutStock: 3.5, weeks }, 3)).toBe(20 + 20 + 30);
  });

  it('takes a week without stock for a usual one, and only the sum where no week shows demand', () => {
    const weeks = [week(12), week(1, 6.5), week(18)];
    expect(demandSoFar({ soldUnits: 31, daysWithoutStock: 6.5, weeks }, 3)).toBe(45);
    const none = [week(2, 6.5), week(2, 6.5)];
    expect(demandSoFar({ soldUnits: 4, daysWithoutStock: 13, weeks: none }, 2)).toBe(8);
  });
});
