// Chooses for each new product the action with the highest expected objective among all cells of the action space, and sets
// it beside what the seller usually does.

import { residualAt, unitsRange, type Residuals } from '../evaluation/conformal.ts';
import { ownValue } from '../lookup.ts';
import { periodOf } from '../model/heads.ts';
import { sum } from '../statistics.ts';
import { cellAt, cellCount, priceRatio, type ActionSpace, type Cell } from './action-space.ts';
import type { Habit } from './habit.ts';
import type {
  ForecastOutcome,
  LaunchAction,
  LaunchPlan,
  OutcomeRange,
  Ranking,
  UsualPractice,
} from './launch-plan.ts';
import type { LaunchTable } from './launch-table.ts';
import type { NewProduct } from './new-product.ts';

/** First stock covers three launches in four; what is left over can still be sold after the first weeks. */
export const STOCK_SERVICE_LEVEL = 0.75;

const PRACTICALLY_NOTHING = 1e-6;

export type Objective = Ranking['objective'];

/** Prices and costs of one product, with usual figures where it names none. */
export interface ProductEconomics {
  /** NaN where neither the product nor the history has one; the same for cost. */
  readonly listPrice: number;
  readonly unitCost: number;
  readonly assumed: LaunchPlan['assumed'];
}

/** What makes money of units. */
export interface Economy {
  readonly economics: ProductEconomics;
  readonly objective: Objective;
  readonly space: ActionSpace;
  /** Share of the units sold that come back, by cell; null where the history does not say. */
  readonly returnRates: ArrayLike<number> | null;
}

export interface SearchInput extends Economy {
  readonly product: NewProduct;
  /** log1p of expected units per cell. */
  readonly logUnits: ArrayLike<number>;
  /** By cell; null where the history does not say. */
  readonly ratings: ArrayLike<number> | null;
  readonly habit: Habit;
  readonly residuals: Residuals;
  readonly table: LaunchTable;
}

export function planProduct(input: SearchInput): LaunchPlan {
  const values = Float64Array.from({ length: cellCount(input.space) }, (_, index) =>
    valueOfCell(input, index, input.logUnits[index]!),
  );
  const best = indexOfMax(values);
  const cell = cellAt(input.space, best);
  return {
    product: input.product,
    action: actionOf(input, cell, input.logUnits[best]!),
    outcome: forecast(input, input.logUnits[best]!, moneyOf(input, best)),
    ...(input.returnRates ? { returnRate: input.returnRates[best]! } : {}),
    ...(input.ratings ? { rating: input.ratings[best]! } : {}),
    usual: usualPractice(input),
    surface: bestByChannelAndWeek(input.space, values),
    supportCount: supportCount(input, cell),
    assumed: input.economics.assumed,
  };
}

/** The fullest objective that every product's figures allow. */
export function commonObjective(economics: readonly ProductEconomics[]): Objective {
  if (economics.some(({ listPrice }) => Number.isNaN(listPrice))) return 'units';
  return economics.some(({ unitCost }) => Number.isNaN(unitCost)) ? 'revenue' : 'profit';
}

export function economicsOf(
  product: NewProduct,
  usual: {
    readonly listPrices: Readonly<Record<string, number>>;
    readonly costShares: Readonly<Record<string, number>>;
  },
): ProductEconomics {
  const typical = (table: Readonly<Record<string, number>>): number => {
    const own = ownValue(table, product.category) ?? NaN;
    return Number.isFinite(own) ? own : (ownValue(table, '') ?? NaN);
  };
  const listPrice = product.listPrice ?? typical(usual.listPrices);
  const unitCost = product.unitCost ?? listPrice * typical(usual.costShares);
  const assumed: ('list-price' | 'unit-cost')[] = [];
  if (product.listPrice === null && !Number.isNaN(listPrice)) assumed.push('list-price');
  if (product.unitCost === null && !Number.isNaN(unitCost)) assumed.push('unit-cost');
  return { listPrice, unitCost, assumed };
}

/**
 * Money that one unit sold brings in and leaves, and what the launch costs whatever is sold. A unit that comes back brings nothing
 * and costs nothing: it is paid back, and can be sold again.
 */
interface UnitMoney {
  readonly revenue: number;
  readonly margin: number;
  readonly fixedCost: number;
}

function moneyOf({ economics, space, returnRates }: Economy, index: number): UnitMoney {
  const cell = cellAt(space, index);
  const kept = 1 - (returnRates?.[index] ?? 0);
  const salePrice = economics.listPrice * priceRatio(space, cell);
  const fee = space.channels[cell.channelIndex]?.fee ?? 0;
  return {
    revenue: kept * salePrice,
    margin: kept * (salePrice * (1 - fee) - economics.unitCost),
    fixedCost: Number.isNaN(space.adSpend) ? 0 : space.adSpend,
  };
}

function objectiveOf(objective: Objective, units: number, money: UnitMoney): number {
  if (objective === 'units') return units;
  if (objective === 'revenue') return units * money.revenue;
  return units * money.margin - money.fixedCost;
}

/** The objective where a cell sells so many units. */
export function valueOfCell(economy: Economy, index: number, logUnits: number): number {
  const money = moneyOf(economy, index);
  return objectiveOf(economy.objective, Math.expm1(logUnits), money);
}

function actionOf(input: SearchInput, cell: Cell, logUnits: number): LaunchAction {
  const { space, economics, residuals } = input;
  const price = economics.listPrice * priceRatio(space, cell);
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

function forecast(input: SearchInput, logUnits: number, money: UnitMoney): ForecastOutcome {
  const units = unitsRange(logUnits, input.residuals);
  return {
    units,
    revenue: Number.isNaN(money.revenue) ? null : mapRange(units, (n) => n * money.revenue),
    profit: Number.isNaN(money.margin)
      ? null
      : mapRange(units, (n) => n * money.margin - money.fixedCost),
  };
}

/** The mean over what the seller would choose by habit, at list price; ranges as wide as a single launch's. */
function usualPractice(input: SearchInput): UsualPractice {
  const { space, habit } = input;
  const choices = habitualChoices(input);
  const mean = (valueOf: (choice: HabitualChoice) => number): number =>
    sum(choices.map((choice) => choice.weight * valueOf(choice)));
  const units = mean((choice) => choice.units);
  // Money a unit is weighed by the units that each choice would sell, unless practically nothing is sold at all.
  const perUnit = (valueOf: (money: UnitMoney) => number): number =>
    units > PRACTICALLY_NOTHING
      ? mean((choice) => choice.units * valueOf(choice.money)) / units
      : mean((choice) => valueOf(choice.money));
  const money: UnitMoney = {
    revenue: perUnit((m) => m.revenue),
    margin: perUnit((m) => m.margin),
    fixedCost: mean((choice) => choice.money.fixedCost),
  };
  const channel = indexOfMax(habit.channels);
  const promotion = indexOfMax(habit.promotions);
  const hasChannels = space.channels.length > 0;
  const hasPromotions = space.promotions.length > 0;
  return {
    channel: space.channels[channel]?.name ?? null,
    channelShare: hasChannels ? habit.channels[channel]! : null,
    promotion: space.promotions[promotion]?.name ?? null,
    promotionShare: hasPromotions ? habit.promotions[promotion]! : null,
    period: indexOfMax(habit.periods),
    outcome: forecast(input, Math.log1p(units), money),
  };
}

interface HabitualChoice {
  readonly weight: number;
  readonly units: number;
  readonly money: UnitMoney;
}

function habitualChoices(input: SearchInput): HabitualChoice[] {
  const { space, habit, logUnits } = input;
  const choices: HabitualChoice[] = [];
  habitWeights(space, habit).forEach((weight, index) => {
    if (weight === 0) return;
    const money = moneyOf(input, index);
    choices.push({ weight, units: Math.expm1(logUnits[index]!), money });
  });
  return choices;
}

/** Chance of each cell under the habit; zero away from list price. Adds up to one. */
function habitWeights(space: ActionSpace, habit: Habit): Float64Array {
  const listPrice = indexOfMax(space.priceFactors.map((factor) => -Math.abs(factor - 1)));
  const weeksInPeriod = new Map<number, number>();
  for (const week of space.weeks) {
    weeksInPeriod.set(periodOf(week), (weeksInPeriod.get(periodOf(week)) ?? 0) + 1);
  }
  const weights = Float64Array.from({ length: cellCount(space) }, (_, index) => {
    const cell = cellAt(space, index);
    if (cell.factorIndex !== listPrice) return 0;
    const period = periodOf(space.weeks[cell.weekIndex]!);
    return (
      habit.channels[cell.channelIndex]! *
      habit.promotions[cell.promotionIndex]! *
      (habit.periods[period]! / weeksInPeriod.get(period)!)
    );
  });
  const all = sum(weights);
  return all > 0 ? weights.map((weight) => weight / all) : weights;
}

function bestByChannelAndWeek(space: ActionSpace, values: Float64Array): number[][] {
  const channels = Math.max(1, space.channels.length);
  const surface = Array.from({ length: channels }, () =>
    new Array<number>(space.weeks.length).fill(-Infinity),
  );
  values.forEach((value, index) => {
    const { channelIndex, weekIndex } = cellAt(space, index);
    const row = surface[channelIndex]!;
    row[weekIndex] = Math.max(row[weekIndex]!, value);
  });
  return surface;
}

function supportCount({ table, product, space }: SearchInput, cell: Cell): number {
  const channel = space.channels[cell.channelIndex]?.name;
  return Array.from(table.category).filter(
    (category, row) =>
      category === product.category && (channel === undefined || table.channel[row] === channel),
  ).length;
}

function mapRange(range: OutcomeRange, map: (units: number) => number): OutcomeRange {
  const [low80, low50, high50, high80] = [range.low80, range.low50, range.high50, range.high80]
    .map(map)
    .sort((a, b) => a - b);
  return {
    expected: map(range.expected),
    low80: low80!,
    low50: low50!,
    high50: high50!,
    high80: high80!,
  };
}

function indexOfMax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
