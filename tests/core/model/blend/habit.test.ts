import { describe, expect, it } from 'vitest';
import { habitFromHeads, habitFromShares } from '#core/model/blend/habit.ts';
import type { Heads } from '#core/model/outcomes/heads.ts';
import { logit } from '#core/base/statistics/statistics.ts';
import { launchTable } from '../../../support/launch-table.ts';

const space = {
  weeks: [],
  channels: [
    { name: 'shop', fee: 0 },
    { name: 'market', fee: 0 },
  ],
  promotions: [],
  priceFactors: [1],
  adSpend: NaN,
  adSpends: [],
};

const total = (values: readonly number[]) => values.reduce((a, b) => a + b);

describe('habit', () => {
  it('turns the habit heads into chances that add up to one', () => {
    const heads: Heads = {
      outcomes: [{ kind: 'count', name: 'units', mean: 0, deviation: 1 }],
      habits: [
        { kind: 'channel', value: 'shop', offset: 0 },
        { kind: 'channel', value: 'market', offset: 0 },
        ...Array.from({ length: 13 }, (_, value) => ({
          kind: 'period' as const,
          value,
          offset: 0,
        })),
      ],
      unitsPerOrder: 1,
    };
    const periods = new Array<number>(13).fill(logit(1 / 13));
    const z = Float32Array.from([9, logit(0.6), logit(0.2), ...periods]);
    const habit = habitFromHeads(z, heads, space);
    expect(habit.channels[0]).toBeCloseTo(0.75, 5);
    expect(total(habit.channels)).toBeCloseTo(1, 12);
    expect(habit.promotions).toEqual([1]);
    expect(habit.periods[4]).toBeCloseTo(1 / 13, 5);
  });

  it('draws a category with few launches towards the shares of all', () => {
    const table = launchTable([
      ...Array.from({ length: 15 }, () => ({ category: 'Kitchen', channel: 'shop' })),
      { category: 'Garden', channel: 'market' },
      ...Array.from({ length: 4 }, () => ({ category: 'Bags', channel: 'market' })),
    ]);
    const share = (category: string) => habitFromShares(table, category, space).channels[1]!;
    expect(share('Kitchen')).toBeLessThan(share('Garden'));
    expect(share('Garden')).toBeLessThan(share('Bags'));
    expect(share('Unknown')).toBeCloseTo(0.25, 12);
  });
});
