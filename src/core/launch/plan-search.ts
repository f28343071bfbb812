// Chooses for each new product the action with the highest expected objective among all cells of the action space, and sets
// it beside what the seller usually does.

import { residualAt, type Residuals } from '../evaluation/conformal.ts';
import { indexOfMax } from '../statistics.ts';
import { cellAt, offerCount, priceRatio, type ActionSpace, type Cell } from './action-space.ts';
import { moneyOf, type Economy } from './economics.ts';
import { forecast } from './forecast.ts';
import type { Habit } from './habit.ts';
import type { LaunchAction, LaunchPlan } from './launch-plan.ts';
import type { LaunchTable } from './launch-table.ts';
import type { NewProduct } from './new-product.ts';
import { usualPractice } from './usual-practice.ts';

/** First stock covers three launches in four; what is left over can still be sold after the first weeks. */
export const STOCK_SERVICE_LEVEL = 0.75;

export interface SearchInput {
  readonly product: NewProduct;
  readonly economy: Economy;
  readonly space: ActionSpace;
  /** log1p of expected units per cell. */
  readonly logUnits: ArrayLike<number>;
  /** The objective of each cell at those units. */
  readonly values: ArrayLike<number>;
  /** By cell; null where the history does not say. */
  readonly ratings: ArrayLike<number> | null;
  readonly habit: Habit;
  readonly residuals: Residuals;
  readonly table: LaunchTable;
}

export function planProduct(input: SearchInput): LaunchPlan {
  const { space, economy, logUnits, values, residuals, ratings } = input;
  const best = indexOfMax(values);
  const cell = cellAt(space, best);
  return {
    product: input.product,
    action: actionOf(input, cell, logUnits[best]!),
    outcome: forecast(logUnits[best]!, moneyOf(economy, best), residuals),
    ...(economy.returnRates ? { returnRate: economy.returnRates[best]! } : {}),
    ...(ratings ? { rating: ratings[best]! } : {}),
    usual: usualPractice(input),
    surface: bestByChannelAndWeek(space, values),
    supportCount: supportCount(input, cell),
    assumed: economy.economics.assumed,
  };
}

function actionOf(input: SearchInput, cell: Cell, logUnits: number): LaunchAction {
  const { space, economy, residuals } = input;
  const price = economy.economics.listPrice * priceRatio(space, cell);
  const stock = Math.expm1(logUnits + residualAt(residuals, STOCK_SERVICE_LEVEL));
  return {
    launchDay: space.weeks[cell.weekIndex]!,
    channel: space.channels[cell.channelIndex]?.name ?? null,
    promotion: space.promotions[cell.promotionIndex]?.name ?? null,
    priceFactor: space.priceFactors[cell.factorIndex]!,
    salePrice: Number.isNaN(price) ? null : Math.round(price * 100) / 100,
    adSpend: Number.isNaN(space.adSpend) ? null : space.adSpend,
    stockUnits: Math.max(1, Math.ceil(stock)),
  };
}

/** [channels][weeks] */
function bestByChannelAndWeek(space: ActionSpace, values: ArrayLike<number>): number[][] {
  const channels = Math.max(1, space.channels.length);
  const ofChannel = offerCount(space) / channels; // the cells of a channel in a week lie together
  return Array.from({ length: channels }, (_, channel) =>
    space.weeks.map((_week, week) => {
      const from = (week * channels + channel) * ofChannel;
      let best = -Infinity;
      for (let i = from; i < from + ofChannel; i++) best = Math.max(best, values[i]!);
      return best;
    }),
  );
}

function supportCount({ table, product, space }: SearchInput, cell: Cell): number {
  const channel = space.channels[cell.channelIndex]?.name;
  return Array.from(table.category).filter(
    (category, row) =>
      category === product.category && (channel === undefined || table.channel[row] === channel),
  ).length;
}
