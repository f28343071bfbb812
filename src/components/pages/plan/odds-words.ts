import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';

const NEVER = 0.005;

/** Formats a probability in whole percent, so that odds can be compared: "7%", "20%", "under 1%". */
export function oddsWords(share: number): string {
  if (share < NEVER) return m.plan_odds_below();
  if (share > 1 - NEVER) return m.plan_odds_above();
  const count = Math.min(99, Math.max(1, Math.round(100 * share)));
  return m.plan_odds({ count: formatCount(count) });
}
