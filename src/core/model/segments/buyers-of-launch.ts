// Who of the buyers of a log is likely to buy a launch. It is asked of a log that was read again; nothing of it is stored.

import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import type { BuyerStudy } from './buyer-study.ts';
import { BuyersPast } from './buyers-past.ts';
import { chancesToReturn } from './chances-to-return.ts';
import type { AskedLaunch } from './forecast-returning.ts';
import { shelved } from './launch-outcomes.ts';
import { shelveProducts } from './product-shelf.ts';

/**
 * Returns the chance of each buyer of the log to buy the launch within 28 days of its day, [buyers], by lines before that
 * day; 0 for those who have none. null where the study learnt from no launches.
 */
export function buyersOfLaunch(
  log: SalesLog,
  { returning, repeat }: Pick<BuyerStudy, 'returning' | 'repeat'>,
  launch: AskedLaunch,
): Float64Array | null {
  if (!returning) return null;
  const { title, category, day } = launch;
  const shelf = shelveProducts([...log.products, { title, category, price: launch.price ?? NaN }]);
  const past = new BuyersPast(log, shelf);
  past.moveTo(day);
  const models = { logit: returning.logit, repeat };
  return chancesToReturn(past, shelved(shelf, log.products.length, day), models);
}
