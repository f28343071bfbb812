import { m } from '#messages';
import { countedUnits } from '#components/words/counts.ts';
import { formatCount } from '#components/words/numbers.ts';
import type { PlanOdds } from '#core/planning/plan/launch-plan.ts';

const NEVER = 0.005;

/** Formats a probability in whole percent, so that odds can be compared: "7%", "20%", "under 1%". */
export function oddsWords(share: number): string {
  if (share < NEVER) return m.plan_odds_below();
  if (share > 1 - NEVER) return m.plan_odds_above();
  const count = Math.min(99, Math.max(1, Math.round(100 * share)));
  return m.plan_odds({ count: formatCount(count) });
}

interface OddsLine {
  readonly label: string;
  readonly value: string;
}

/** Returns the chance of selling out and the leftover stock; also the chance of a loss where costs are known. */
export function oddsLines({ loss, sellOut, leftoverUnits }: PlanOdds): OddsLine[] {
  const lines = [
    { label: m.take_sell_out(), value: oddsWords(sellOut) },
    { label: m.take_leftover(), value: countedUnits(leftoverUnits) },
  ];
  return loss === null ? lines : [{ label: m.take_loss(), value: oddsWords(loss) }, ...lines];
}

export function pieceWords(count: number): string {
  return m.take_pieces({ count, text: formatCount(count) });
}
