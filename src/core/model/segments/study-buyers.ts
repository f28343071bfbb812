// Studies the buyers of a log: when they come back, what they are worth, who returns for launches, which groups there are.

import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import type { BuyerStudy } from './buyer-study.ts';
import { BuyersPast } from './buyers-past.ts';
import type { KnownBuyers } from './group-sums.ts';
import { learnReturning } from './learn-returning.ts';
import { historyOf } from './launch-view.ts';
import { expectedValue, fitValueModel, type ValueModel } from './order-values.ts';
import { shelveProducts } from './product-shelf.ts';
import { expectedOrders, fitRepeatModel, type RepeatModel } from './repeat-purchases.ts';
import { groupsByHabit, groupsByTaste } from './sort-buyers.ts';

/** Returning buyers without whom nothing is learnt. */
export const LEAST_RETURNING = 100;
const YEAR_WEEKS = 52;
const MONTH_WEEKS = HORIZON_DAYS / 7;
const MONTHS = YEAR_WEEKS / MONTH_WEEKS;
/** Buyers between two pauses. */
const PAUSE = 2000;

/** Returns the study; null where the files name no buyers, or fewer than LEAST_RETURNING came back. Yields now and then. */
export function* studyBuyers(log: SalesLog): Generator<void, BuyerStudy | null> {
  if (log.buyerCount < LEAST_RETURNING) return null;
  const shelf = shelveProducts(log.products);
  const past = new BuyersPast(log, shelf);
  past.moveTo(log.lastDay + 1);
  yield;
  const buyers = Array.from(past.orderDays.keys()).filter((buyer) => past.orderDays[buyer]! > 0);
  const returningCount = buyers.filter((buyer) => past.orderDays[buyer]! > 1).length;
  if (returningCount < LEAST_RETURNING) return null;
  const repeat = repeatModelOf(past, buyers);
  const value = valueModelOf(past, buyers);
  yield;
  const toCome = yield* futureOf(past, buyers, { repeat, value });
  const returning = yield* learnReturning(log, shelf, repeat);
  const known: KnownBuyers = { log, past, ...toCome };
  return {
    ...{ buyerCount: buyers.length, orderCount: ordersOfBuyers(log), returningCount },
    ...{ firstDay: log.firstDay, lastDay: log.lastDay, grouping: shelf.grouping },
    ...{ repeat, value, returning },
    ordersToCome: toCome.ordersByMonth,
    valueToCome: toCome.valueToCome?.reduce((all, money) => all + money, 0) ?? null,
    habits: yield* groupsByHabit(known),
    tastes: yield* groupsByTaste(known, shelf.groups),
  };
}

function ordersOfBuyers({ order, buyer }: SalesLog): number {
  const orders = new Set<number>();
  order.forEach((id, line) => {
    if (buyer[line] !== NO_BUYER) orders.add(id);
  });
  return orders.size;
}

function repeatModelOf(past: BuyersPast, buyers: readonly number[]): RepeatModel {
  const histories = buyers.map((buyer) => historyOf(past, buyer));
  return fitRepeatModel({
    repeats: Float64Array.from(histories, ({ repeats }) => repeats),
    lastAt: Float64Array.from(histories, ({ lastAt }) => lastAt),
    observed: Float64Array.from(histories, ({ observed }) => observed),
  });
}

/** Fits to returning buyers whose orders' money is known. */
function valueModelOf(past: BuyersPast, buyers: readonly number[]): ValueModel | null {
  const valued = buyers.filter((buyer) => past.orderDays[buyer]! > 1 && past.money[buyer]! > 0);
  if (valued.length < LEAST_RETURNING) return null;
  const orders = Float64Array.from(valued, (buyer) => past.orderDays[buyer]!);
  return fitValueModel({
    orders,
    meanValue: orders.map((count, i) => past.money[valued[i]!]! / count),
  });
}

function* futureOf(
  past: BuyersPast,
  buyers: readonly number[],
  { repeat, value }: { readonly repeat: RepeatModel; readonly value: ValueModel | null },
) {
  const ordersToCome = new Float64Array(past.orderDays.length);
  const valueToCome = value && new Float64Array(past.orderDays.length);
  const ordersByMonth = new Array<number>(MONTHS).fill(0);
  for (const [i, buyer] of buyers.entries()) {
    const history = historyOf(past, buyer);
    let before = 0;
    for (let month = 0; month < MONTHS; month++) {
      const orders = expectedOrders(repeat, history, MONTH_WEEKS * (month + 1));
      ordersByMonth[month]! += Math.max(0, orders - before);
      before = orders;
    }
    ordersToCome[buyer] = before;
    if (value && valueToCome) {
      // Without a known price a buyer's orders are worth what all buyers' are.
      const orders = past.money[buyer]! > 0 ? past.orderDays[buyer]! : 0;
      const meanValue = past.money[buyer]! / Math.max(1, orders);
      valueToCome[buyer] = before * expectedValue(value, { orders, meanValue });
    }
    if (i % PAUSE === PAUSE - 1) yield;
  }
  return { ordersToCome, valueToCome, ordersByMonth };
}
