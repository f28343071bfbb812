// Builds past launches under actions that they did not have: the product of one with the offer and week of another.
// They are for predictions, not for training: outcomes stay those of the product's own launch.

import { weekOfYear, WEEKS_PER_YEAR, type Day } from '#core/base/dates.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';

/** A launch's offer and week, without the product. '' and NaN mean not known. */
export interface UsualAction {
  readonly weekOfYear: number;
  readonly channel: string;
  readonly promotion: string;
  /** Sale price over list price, promotion included. */
  readonly priceRatio: number;
  readonly adSpend: number;
}

/** Actions that represent all: their error is nearly the same for every product, so it cancels out. */
const MOST_ACTIONS = 8;

/**
 * Returns the actions of launches spread evenly from the first to the last; of all, where they are few.
 * @param rows in order of time
 */
export function usualActions(table: LaunchTable, rows: Uint32Array): UsualAction[] {
  const count = Math.min(MOST_ACTIONS, rows.length);
  return Array.from({ length: count }, (_, i) => {
    const row = rows[Math.floor(((i + 0.5) * rows.length) / count)]!;
    return {
      weekOfYear: weekOfYear(table.launchDay[row]!),
      channel: table.channel[row]!,
      promotion: table.promotion[row]!,
      priceRatio: table.salePrice[row]! / table.listPrice[row]!,
      adSpend: table.adSpend[row]!,
    };
  });
}

/** Returns the day nearest to `day` that lies in this week of the year. */
export function nearestDayIn(week: number, day: Day): Day {
  const apart = week - weekOfYear(day);
  const half = WEEKS_PER_YEAR / 2;
  const wrapped =
    apart > half ? apart - WEEKS_PER_YEAR : apart < -half ? apart + WEEKS_PER_YEAR : apart;
  return day + 7 * wrapped;
}

/**
 * Returns each row under each action, [rows × actions], in the action's week nearest to its own day, or to `latest`
 * where that is earlier.
 */
export function launchesUnder(
  table: LaunchTable,
  rows: Uint32Array,
  actions: readonly UsualAction[],
  latest: Day = Infinity,
): LaunchTable {
  const width = actions.length;
  const rowCount = rows.length * width;
  const rowAt = (i: number) => rows[Math.floor(i / width)]!;
  const actionAt = (i: number) => actions[i % width]!;
  const texts = (column: readonly string[]) =>
    Array.from({ length: rowCount }, (_, i) => column[rowAt(i)]!);
  const numbers = (of: (i: number) => number) =>
    Float64Array.from({ length: rowCount }, (_, i) => of(i));
  const own = (column: Float64Array) => numbers((i) => column[rowAt(i)]!);
  return {
    ...table,
    weeklyUnits: undefined,
    rowCount,
    productId: texts(table.productId),
    title: texts(table.title),
    category: texts(table.category),
    brand: texts(table.brand),
    attributes: Object.fromEntries(
      Object.entries(table.attributes).map(([name, column]) => [name, texts(column)]),
    ),
    listPrice: own(table.listPrice),
    unitCost: own(table.unitCost),
    launchDay: numbers((i) =>
      nearestDayIn(actionAt(i).weekOfYear, Math.min(latest, table.launchDay[rowAt(i)]!)),
    ),
    channel: Array.from({ length: rowCount }, (_, i) => actionAt(i).channel),
    promotion: Array.from({ length: rowCount }, (_, i) => actionAt(i).promotion),
    salePrice: numbers((i) => table.listPrice[rowAt(i)]! * actionAt(i).priceRatio),
    adSpend: numbers((i) => actionAt(i).adSpend),
    channelFee: numbers(() => NaN),
    firstStock: own(table.firstStock),
    impressions: own(table.impressions),
    clicks: own(table.clicks),
    orders: own(table.orders),
    units: own(table.units),
    revenue: own(table.revenue),
    returns: own(table.returns),
    rating: own(table.rating),
    crowding: own(table.crowding),
  };
}
