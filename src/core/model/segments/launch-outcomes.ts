// Which launches of a log can be learnt from, and who of the past buyers bought them.

import type { Day } from '#core/base/dates.ts';
import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import type { ShelvedLaunch } from './launch-view.ts';
import type { ProductShelf } from './product-shelf.ts';

export const WEEK_DAYS = 7;

export interface PastLaunch extends ShelvedLaunch {
  readonly product: number;
  /** Past buyers who bought it within HORIZON_DAYS. */
  readonly returned: ReadonlySet<number>;
  /** Units that past buyers bought in its first week. */
  readonly firstWeekUnits: number;
}

/** Returns the launches whose days are over, in the order of their days. */
export function pastLaunches(log: SalesLog, shelf: ProductShelf): PastLaunch[] {
  const sold = soldWithinHorizon(log);
  const firstOrder = firstOrders(log);
  return log.products
    .flatMap((product, i): PastLaunch[] => {
      if (!product.isLaunch || product.firstDay + HORIZON_DAYS > log.lastDay + 1) return [];
      const lines = (sold[i] ?? []).filter(
        (line) => firstOrder[log.buyer[line]!]! < product.firstDay,
      );
      const early = lines.filter((line) => log.day[line]! - product.firstDay < WEEK_DAYS);
      return [
        {
          ...shelved(shelf, i, product.firstDay),
          product: i,
          returned: new Set(lines.map((line) => log.buyer[line]!)),
          firstWeekUnits: early.reduce((all, line) => all + log.units[line]!, 0),
        },
      ];
    })
    .sort((a, b) => a.day - b.day || a.product - b.product);
}

/** Returns a product of the shelf as a launch on a day. */
export function shelved(shelf: ProductShelf, product: number, day: Day): ShelvedLaunch {
  return {
    group: shelf.groupOf[product]!,
    words: shelf.wordsOf[product]!,
    logPrice: shelf.logPrice[product]!,
    day,
  };
}

/** Returns for each launch its lines with a buyer within the horizon. */
function soldWithinHorizon(log: SalesLog): (number[] | undefined)[] {
  const sold: (number[] | undefined)[] = [];
  for (let line = 0; line < log.day.length; line++) {
    const product = log.product[line]!;
    const { isLaunch, firstDay } = log.products[product]!;
    const age = log.day[line]! - firstDay;
    if (!isLaunch || log.buyer[line] === NO_BUYER || age < 0 || age >= HORIZON_DAYS) continue;
    (sold[product] ??= []).push(line);
  }
  return sold;
}

function firstOrders({ buyer, day, buyerCount }: SalesLog): Int32Array {
  const first = new Int32Array(buyerCount).fill(0x7fffffff);
  for (let line = 0; line < buyer.length; line++) {
    const who = buyer[line]!;
    if (who !== NO_BUYER) first[who] = Math.min(first[who]!, day[line]!);
  }
  return first;
}
