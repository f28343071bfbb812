import { m } from '#messages';
import { formatCount } from '../format.ts';

const NEVER = 0.005;

/** A share of cases as people say it, always out of a hundred, so that odds can be held against each other: "7 in 100", "20 in 100". */
export function oddsWords(share: number): string {
  if (share < NEVER) return m.plan_odds_below();
  if (share > 1 - NEVER) return m.plan_odds_above();
  const count = Math.min(99, Math.max(1, Math.round(100 * share)));
  return m.plan_odds({ count: formatCount(count) });
}
