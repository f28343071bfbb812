import { describe, expect, it } from 'vitest';
import { cellAt, cellCount } from '#core/model/features/action-space.ts';
import {
  isClearlyBetter,
  isWorthLaunching,
  usualCell,
  usualFirst,
} from '#core/planning/search/as-usual.ts';
import { knownCells } from '#core/planning/search/cell-search.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { economyOf, moneyOf, stockOf } from '#core/planning/economics/economics.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import type { Habit } from '#core/model/blend/habit.ts';
import { mondays, smallSpace } from '../../../support/action-space.ts';

const space = smallSpace();
const cells = cellCount(space);
const habit: Habit = { channels: [0.3, 0.7], promotions: [0.6, 0.4], periods: [1] };
/** Values as they are given; those of refused cells are -Infinity. */
const foundOf = (valueOf: (cell: number) => number) =>
  knownCells(new Float64Array(cells).fill(3), valueOf);

describe('a way to launch', () => {
  it.each([
    { best: 110, usual: 100, actionShare: 1, is: true },
    { best: 109, usual: 100, actionShare: 1, is: false },
    { best: 90, usual: 100, actionShare: 1, is: false },
    { best: -85, usual: -100, actionShare: 1, is: true },
    { best: -95, usual: -100, actionShare: 1, is: false },
    { best: 1, usual: 0, actionShare: 1, is: true },
    { best: 200, usual: 100, actionShare: 0.1, is: true },
    { best: 200, usual: 100, actionShare: 0.09, is: false },
  ])('of $best beside $usual, believed by $actionShare, is clearly better: $is', (given) => {
    expect(isClearlyBetter(given.best, given)).toBe(given.is);
  });

  it('is worth launching where it is expected to earn something, and a loss is not likely', () => {
    const economy = economyOf(space, {
      ...{ objective: 'profit', economics: { listPrice: 10, unitCost: 4 }, returnRates: null },
      ...{ spread: demandSpread(Float64Array.of(-0.2, 0, 0.2)), terms: USUAL_STOCK_TERMS },
    });
    const choice = (logUnits: number) => {
      const money = moneyOf(economy, 1);
      const offer = { index: 1, priceFactor: 1, adSpend: 20, logUnits, money };
      return { offer, stock: stockOf(economy, logUnits, money) };
    };
    expect(isWorthLaunching(economy, choice(4))).toBe(true);
    expect(isWorthLaunching(economy, choice(1))).toBe(false);
  });
});

describe('the usual way to launch', () => {
  it('is the commonest channel and promotion at list price, in the best week', () => {
    const index = usualCell(
      space,
      habit,
      foundOf((cell) => (cellAt(space, cell).weekIndex === 1 ? 9 : 5)),
    );
    expect(cellAt(space, index)).toEqual({
      ...{ weekIndex: 1, channelIndex: 1, promotionIndex: 0, factorIndex: 1 },
    });
  });

  it('is the next commonest where that was never done, and none where nothing was', () => {
    const index = usualCell(
      space,
      habit,
      foundOf((cell) => {
        const { channelIndex, promotionIndex } = cellAt(space, cell);
        return channelIndex === 1 && promotionIndex === 0 ? -Infinity : 5;
      }),
    );
    expect(cellAt(space, index)).toMatchObject({ channelIndex: 1, promotionIndex: 1 });
    expect(
      usualCell(
        space,
        habit,
        foundOf(() => -Infinity),
      ),
    ).toBe(-1);
  });

  it('comes first, then at most two that are unlike it in channel, promotion or season', () => {
    const year = smallSpace({ weeks: mondays(52) });
    const [perWeek, ofChannel, ofPromotion] = [12, 6, 3];
    const choice = (index: number) => ({
      offer: { index, priceFactor: 1, adSpend: 20, logUnits: 3, money: moneyless },
      stock: 1,
    });
    const indices = (others: readonly number[]) =>
      usualFirst(year, choice(1), others.map(choice)).map(({ offer }) => offer.index);
    expect(indices([1, 2, 1 + 5 * perWeek])).toEqual([1]);
    expect(indices([2, 1 + 6 * perWeek, 1 + ofPromotion, 1 + ofChannel])).toEqual([
      ...[1, 1 + 6 * perWeek, 1 + ofPromotion],
    ]);
  });
});

const moneyless = { revenue: NaN, margin: NaN, leftover: NaN, fixedCost: 0 };
