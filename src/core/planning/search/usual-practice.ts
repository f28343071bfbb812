// Forecasts the usual approach: the mean over the habit's choices, at list price. Its ranges are as wide as a single
// launch's.

import { periodOf } from '#core/model/outcomes/heads.ts';
import { indexOfMax } from '#core/base/statistics/statistics.ts';
import { cellIndex, type ActionSpace } from '#core/model/features/action-space.ts';
import { moneyOf, stockOf, valueOf, type Economy } from '../economics/economics.ts';
import { forecast } from '../economics/forecast.ts';
import { knownMoney, type UnitMoney } from '../plan/unit-money.ts';
import { funnelOf, meanRates, type FunnelRates } from '../plan/funnel.ts';
import type { Habit } from '#core/model/blend/habit.ts';
import type { UsualPractice } from '../plan/launch-plan.ts';

const PRACTICALLY_NOTHING = 1e-6;

/** A cell that the habit may choose, with its chance. */
export interface HabitCell {
  readonly index: number;
  readonly weight: number;
}

interface UsualInput {
  readonly space: ActionSpace;
  readonly habit: Habit;
  readonly economy: Economy;
  /** log1p of expected units per cell. */
  readonly logUnits: ArrayLike<number>;
  /** Rates of the habit's cells, in their order; null where the history has no funnel. */
  readonly funnel: {
    readonly rates: readonly FunnelRates[];
    readonly unitsPerOrder: number;
  } | null;
}

/** Returns the forecast of the usual approach, with its commonest choices. */
export function usualPractice(input: UsualInput): UsualPractice {
  const { space, habit, economy, funnel } = input;
  const cells = habitCells(space, habit);
  const { units, money, returnRate } = meanOf(input, cells);
  const logUnits = Math.log1p(units);
  const stockUnits = stockOf(economy, logUnits, money);
  const channel = indexOfMax(habit.channels);
  const promotion = indexOfMax(habit.promotions);
  const weights = cells.map(({ weight }) => weight);
  return {
    channel: space.channels[channel]?.name ?? null,
    channelShare: space.channels.length > 0 ? habit.channels[channel]! : null,
    promotion: space.promotions[promotion]?.name ?? null,
    promotionShare: space.promotions.length > 0 ? habit.promotions[promotion]! : null,
    period: indexOfMax(habit.periods),
    stockUnits,
    ...forecast(economy.spread, { logUnits, money, stock: stockUnits }),
    funnel: funnel && funnelOf(units, meanRates(funnel.rates, weights), funnel.unitsPerOrder),
    money: knownMoney(money),
    ...(economy.returnRates ? { returnRate } : {}),
  };
}

/** Returns the stock of a seller who follows the usual approach. */
export function usualStock(input: Omit<UsualInput, 'funnel'>): number {
  const { units, money } = meanOf(input, habitCells(input.space, input.habit));
  return stockOf(input.economy, Math.log1p(units), money);
}

/** Returns the objective of the usual approach, on the scale by which cells are compared. */
export function usualValue(input: Omit<UsualInput, 'funnel'>): number {
  const { units, money } = meanOf(input, habitCells(input.space, input.habit));
  return valueOf(input.economy, money, Math.log1p(units));
}

/**
 * Means over the habit. Money per unit and returns are weighted by the units of each choice, unless practically nothing
 * is sold.
 */
function meanOf(
  { economy, logUnits }: Pick<UsualInput, 'economy' | 'logUnits'>,
  cells: readonly HabitCell[],
): { readonly units: number; readonly money: UnitMoney; readonly returnRate: number } {
  const mean = { weight: 0, units: 0, revenue: 0, margin: 0, returns: 0, fixedCost: 0 };
  const ofUnits = { revenue: 0, margin: 0, returns: 0 };
  for (const { index, weight } of cells) {
    const money = moneyOf(economy, index);
    const returnRate = economy.returnRates?.[index] ?? 0;
    const units = weight * Math.max(0, Math.expm1(logUnits[index]!));
    mean.weight += weight;
    mean.units += units;
    mean.revenue += weight * money.revenue;
    mean.margin += weight * money.margin;
    mean.returns += weight * returnRate;
    mean.fixedCost += weight * money.fixedCost;
    ofUnits.revenue += units * money.revenue;
    ofUnits.margin += units * money.margin;
    ofUnits.returns += units * returnRate;
  }
  const all = mean.weight > 0 ? mean.weight : 1;
  const sells = mean.units / all > PRACTICALLY_NOTHING;
  return {
    units: mean.units / all,
    money: {
      revenue: sells ? ofUnits.revenue / mean.units : mean.revenue / all,
      margin: sells ? ofUnits.margin / mean.units : mean.margin / all,
      leftover: economy.offers[0]!.leftover,
      fixedCost: mean.fixedCost / all,
      ...laterOf(economy.offers[0]!),
    },
    returnRate: sells ? ofUnits.returns / mean.units : mean.returns / all,
  };
}

/** What is sold later, or again, is that of the product, whatever its offer. */
function laterOf({ later, resaleableShare }: UnitMoney): Partial<UnitMoney> {
  return { ...(later && { later }), ...(resaleableShare !== undefined && { resaleableShare }) };
}

/** Returns every cell at list price that the habit may choose; the price factor nearest to 1 counts as list price. */
export function habitCells(
  space: ActionSpace,
  { channels, promotions, periods }: Habit,
): HabitCell[] {
  const cells: HabitCell[] = [];
  const factorIndex = indexOfMax(space.priceFactors.map((factor) => -Math.abs(factor - 1)));
  const periodOfWeek = space.weeks.map(periodOf);
  const weeksInPeriod = periods.map((_, p) => periodOfWeek.filter((own) => own === p).length);
  periodOfWeek.forEach((period, weekIndex) => {
    const ofWeek = periods[period]! / weeksInPeriod[period]!;
    channels.forEach((ofChannel, channelIndex) => {
      promotions.forEach((ofPromotion, promotionIndex) => {
        const weight = ofChannel * ofPromotion * ofWeek;
        const cell = { weekIndex, channelIndex, promotionIndex, factorIndex };
        if (weight > 0) cells.push({ index: cellIndex(space, cell), weight });
      });
    });
  });
  return cells;
}
