import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import type { ReorderAdvice } from '#core/ledger/reorder/reorder-advice.ts';
import { dayAfterWeeks } from '#core/ledger/reorder/weeks-on-sale.ts';
import { pointsOf } from '#core/ledger/correction/corrected-forecast.ts';
import { breakEvenCut } from '#core/planning/price-path/break-even-cut.ts';
import { formatShortDay } from '#components/words/dates.ts';
import { cutReason } from './correction-words.ts';

interface Running {
  readonly entry: AdoptedPlan;
  /** Units on hand or on their way. */
  readonly stock: number;
  /** Margin per unit after what came back so far; undefined: as planned. */
  readonly margin: number | undefined;
}

const DEPTH = 0.2;
/** Fewer units left over, as a share of the stock, call for no cut. */
const LEAST_LEFT = 0.1;

/** Says whether a price cut could pay; null where little is left over, money is not known, or more is ordered. */
export function cutAdvice(
  { kind, corrected, rest }: ReorderAdvice,
  { entry, stock, margin = entry.money?.margin ?? NaN }: Running,
): string | null {
  if (!corrected || kind === 'order') return null;
  const money = {
    margin,
    leftover: entry.money?.leftover ?? NaN,
    revenue: entry.money?.revenue ?? NaN,
  };
  if (Object.values(money).some((each) => Number.isNaN(each))) return null;
  const demand = pointsOf(corrected.paths, 0, rest.until - rest.after);
  const found = breakEvenCut({ demand, stock, money }, DEPTH);
  if (found.leftoverUnits < Math.max(1, LEAST_LEFT * stock)) return null;
  const day = formatShortDay(dayAfterWeeks(entry, rest.until) - 1);
  return cutReason(found, { depth: DEPTH, day });
}
