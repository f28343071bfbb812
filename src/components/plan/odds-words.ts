import { m } from '#messages';
import { formatCount } from '../format.ts';

/** Where tenths are too coarse. */
const RARE = 0.095;
const NEVER = 0.005;

/** A share of cases as people say it: "1 in 5", "3 in 10", and out of a hundred where it is rare or nearly certain. */
export function oddsWords(share: number): string {
  if (share < NEVER) return m.plan_odds_below();
  if (share > 1 - NEVER) return m.plan_odds_above();
  const of = share < RARE || share > 1 - RARE ? 100 : 10;
  const count = Math.round(share * of);
  const divisor = of === 10 ? commonDivisor(count, of) : 1;
  return m.plan_odds({
    count: formatCount(count / divisor),
    of: formatCount(of / divisor),
  });
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
