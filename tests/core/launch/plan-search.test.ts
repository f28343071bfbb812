import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionSpace } from '#core/launch/action-space.ts';
import { cellAt, cellCount, priceRatio } from '#core/launch/action-space.ts';
import {
  economyOf,
  valuesOfCells,
  type Objective,
  type ProductEconomics,
} from '#core/launch/economics.ts';
import type { Habit } from '#core/launch/habit.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { planProduct, type SearchInput } from '#core/launch/plan-search.ts';
import { launchTable } from '../../support/launch-table.ts';

const product: NewProduct = {
  id: 'n1',
  title: 'Red mug',
  category: 'Kitchen',
  brand: '',
  listPrice: 10,
  unitCost: 4,
  attributes: {},
};
const space: ActionSpace = {
  weeks: [20_000, 20_007, 20_014],
  channels: [
    { name: 'shop', fee: 0 },
    { name: 'market', fee: 0.5 },
  ],
  promotions: [
    { name: 'none', depth: 0 },
    { name: 'coupon', depth: 0.2 },
  ],
  priceFactors: [0.9, 1, 1.1],
  adSpend: 20,
};
const habit = {
  channels: [0.5, 0.5],
  promotions: [1, 0],
  periods: new Array<number>(13).fill(1 / 13),
};
interface Change {
  economics?: ProductEconomics;
  objective?: Objective;
  returnRates?: number[];
  ratings?: number[];
  space?: ActionSpace;
  habit?: Habit;
}
const input = (logUnits: ArrayLike<number>, change: Change = {}): SearchInput => {
  const { economics = { listPrice: 10, unitCost: 4, assumed: [] }, objective = 'profit' } = change;
  const own = change.space ?? space;
  const economy = economyOf(own, {
    economics,
    objective,
    returnRates: change.returnRates ?? null,
  });
  return {
    product,
    economy,
    space: own,
    ratings: change.ratings ?? null,
    logUnits,
    values: valuesOfCells(economy, logUnits),
    habit: change.habit ?? habit,
    residuals: Float64Array.from([-1, -0.5, 0, 0.5, 1]),
    table: launchTable([{ category: 'Kitchen', channel: 'shop' }, { category: 'Garden' }]),
  };
};
const cells = cellCount(space);
const anyLogs = fc.array(fc.double({ min: 0, max: 8, noNaN: true }), {
  minLength: cells,
  maxLength: cells,
});

describe('returns', () => {
  const logs = new Array<number>(cells).fill(3);

  it('take their share of revenue and margin, and of nothing else', () => {
    const returnRates = new Array<number>(cells).fill(0.25);
    const [all, kept] = [planProduct(input(logs)), planProduct(input(logs, { returnRates }))];
    expect(kept.outcome.units).toEqual(all.outcome.units);
    expect(kept.outcome.revenue!.expected).toBeCloseTo(0.75 * all.outcome.revenue!.expected, 9);
    expect(kept.outcome.profit!.expected).toBeCloseTo(
      0.75 * (all.outcome.profit!.expected + 20) - 20,
      9,
    );
    expect([all.returnRate, kept.returnRate]).toEqual([undefined, 0.25]);
  });

  it('lead away from an action whose launches come back', () => {
    const before = planProduct(input(logs));
    const returnRates = Array.from({ length: cells }, (_, index) =>
      space.weeks[cellAt(space, index).weekIndex] === before.action.launchDay ? 0.5 : 0.1,
    );
    const ratings = Array.from({ length: cells }, (_, index) => index / cells);
    const after = planProduct(input(logs, { returnRates, ratings }));
    expect(after.action.launchDay).not.toBe(before.action.launchDay);
    expect(after.returnRate).toBe(0.1);
    expect(after.rating).toBeGreaterThan(0);
  });
});

describe('plan search', () => {
  it('finds the cell that brute force finds, with its price, profit and fee', () => {
    fc.assert(
      fc.property(anyLogs, (logs) => {
        const profits = logs.map((log, i) => {
          const cell = cellAt(space, i);
          const price = 10 * priceRatio(space, cell);
          return Math.expm1(log) * (price * (1 - space.channels[cell.channelIndex]!.fee) - 4) - 20;
        });
        const plan = planProduct(input(logs));
        expect(plan.outcome.profit!.expected).toBeCloseTo(Math.max(...profits), 6);
        const { weekIndex, channelIndex } = cellAt(space, profits.indexOf(Math.max(...profits)));
        expect(plan.action.launchDay).toBe(space.weeks[weekIndex]);
        expect(plan.action.channel).toBe(space.channels[channelIndex]!.name);
        expect(Math.max(...plan.surface.flat())).toBeCloseTo(Math.max(...profits), 6);
      }),
    );
  });

  it('never promises less than the usual practice', () => {
    fc.assert(
      fc.property(anyLogs, (logs) => {
        const plan = planProduct(input(logs));
        const usual = plan.usual.outcome.profit!.expected;
        expect(plan.outcome.profit!.expected).toBeGreaterThanOrEqual(usual - 1e-6);
      }),
    );
  });

  it('weighs the usual practice by the habit, at list price', () => {
    const logs = Array.from({ length: cells }, (_, i) =>
      Math.log1p(cellAt(space, i).channelIndex === 0 ? 100 : 50),
    );
    const { usual } = planProduct(input(logs));
    expect(usual.outcome.units.expected).toBeCloseTo(75, 6);
    // half of the launches 100 × (10 − 4), half 50 × (10 × 0.5 − 4), less the ads
    expect(usual.outcome.profit!.expected).toBeCloseTo((600 + 50) / 2 - 20, 6);
    expect(usual.channelShare).toBe(0.5);
  });

  it('stocks more than it expects to sell and at least one', () => {
    const plan = planProduct(input(new Array<number>(cells).fill(Math.log1p(100))));
    expect(plan.action.stockUnits).toBeGreaterThan(100);
    const dead = planProduct(input(new Array<number>(cells).fill(0)));
    expect(dead.action.stockUnits).toBeGreaterThanOrEqual(1);
  });

  it('keeps ranges in order also when each unit loses money', () => {
    const costly = { listPrice: 10, unitCost: 30, assumed: [] };
    const plan = planProduct(input(new Array<number>(cells).fill(3), { economics: costly }));
    const { low80, low50, high50, high80 } = plan.outcome.profit!;
    expect([low80, low50, high50, high80]).toEqual(
      [low80, low50, high50, high80].sort((a, b) => a - b),
    );
  });

  it('recommends no channel, promotion or price where there is none to choose', () => {
    const bare = { ...space, channels: [], promotions: [], priceFactors: [1], adSpend: NaN };
    const plan = planProduct(
      input([1, 2, 1], {
        space: bare,
        habit: { ...habit, channels: [1], promotions: [1] },
        economics: { listPrice: NaN, unitCost: NaN, assumed: [] },
        objective: 'units',
      }),
    );
    expect(plan.action).toMatchObject({ launchDay: 20_007, channel: null, promotion: null });
    expect(plan.action.salePrice).toBeNull();
    expect(plan.outcome.profit).toBeNull();
    expect(plan.outcome.revenue).toBeNull();
  });

  it('counts past launches of the category on the chosen channel', () => {
    expect(planProduct(input(new Array<number>(cells).fill(3))).supportCount).toBe(1);
  });
});
