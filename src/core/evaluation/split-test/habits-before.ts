import type { Day } from '#core/base/dates.ts';
import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import { HABIT_KINDS } from '#core/model/segments/buyer-groups.ts';
import { BuyersPast } from '#core/model/segments/buyers-past.ts';
import { habitOf, learnHabitRules } from '#core/model/segments/habit-groups.ts';
import { shelveProducts } from '#core/model/segments/product-shelf.ts';
import { LEAST_RETURNING } from '#core/model/segments/study-buyers.ts';
import type { BuyerOutcomes } from './split-sums.ts';

/**
 * Returns the groups that buyers were in before a day, by their habits until then: what a test changes must not decide who
 * is compared. All buyers are one group where too few had come back by then.
 */
export function habitsBefore(log: SalesLog, day: Day): Pick<BuyerOutcomes, 'group' | 'groups'> {
  const past = new BuyersPast(log, shelveProducts(log.products));
  past.moveTo(day);
  const known = Uint32Array.from(past.orderDays.keys()).filter(
    (buyer) => past.orderDays[buyer]! > 0,
  );
  const returning = known.filter((buyer) => past.orderDays[buyer]! > 1).length;
  const group = new Uint8Array(log.buyerCount);
  if (returning < LEAST_RETURNING) return { group, groups: [''] };
  const rules = learnHabitRules(past, known);
  group.fill(HABIT_KINDS.length);
  for (const buyer of known) group[buyer] = habitOf(past, buyer, rules);
  return { group, groups: [...HABIT_KINDS, ''] };
}
