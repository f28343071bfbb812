// A list of thousands of articles is ranked on fewer choices than a plan has: one week in four, at list price and with
// the usual ad spend. That is enough to tell which articles are worth a plan.

import type { ActionSpace } from '#core/model/features/action-space.ts';

const WEEKS_APART = 4;

/** Returns the action space with one week in four, the price factor nearest to list price, and no choice of ad spend. */
export function coarseSpace(space: ActionSpace): ActionSpace {
  const [first] = space.weeks;
  let next = first ?? 0;
  const weeks = space.weeks.filter((day) => {
    if (day < next) return false;
    next = day + 7 * WEEKS_APART;
    return true;
  });
  const apart = (factor: number) => Math.abs(factor - 1);
  const nearest = space.priceFactors.reduce((best, each) =>
    apart(each) < apart(best) ? each : best,
  );
  return { ...space, weeks, priceFactors: [nearest], adSpends: [] };
}
