import type { PlanOdds } from '#core/launch/launch-plan.ts';
import { m } from '#messages';
import { formatCount } from '#components/format.ts';

interface OddsLine {
  readonly label: string;
  readonly value: string;
}

/** The odds of a loss only where costs are known. */
export function oddsLines({ loss, sellOut, leftoverUnits }: PlanOdds): OddsLine[] {
  const lines = [
    { label: m.take_sell_out(), value: oddsWords(sellOut) },
    { label: m.take_leftover(), value: pieceWords(Math.round(leftoverUnits)) },
  ];
  return loss === null ? lines : [{ label: m.take_loss(), value: oddsWords(loss) }, ...lines];
}

/** "4 in 100"; what can happen is never "0 in 100", what can fail never "100 in 100". */
export function oddsWords(share: number): string {
  const count = Math.round(100 * share);
  if (count === 0 && share > 0) return m.take_odds_under();
  if (count === 100 && share < 1) return m.take_odds_over();
  return m.take_odds({ text: formatCount(count) });
}

export function pieceWords(count: number): string {
  return m.take_pieces({ count, text: formatCount(count) });
}
