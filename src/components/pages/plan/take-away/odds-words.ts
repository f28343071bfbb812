import type { PlanOdds } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';
import { oddsWords } from '../odds-words.ts';

interface OddsLine {
  readonly label: string;
  readonly value: string;
}

/** Returns the chance of selling out and the leftover stock; also the chance of a loss where costs are known. */
export function oddsLines({ loss, sellOut, leftoverUnits }: PlanOdds): OddsLine[] {
  const lines = [
    { label: m.take_sell_out(), value: oddsWords(sellOut) },
    { label: m.take_leftover(), value: pieceWords(Math.round(leftoverUnits)) },
  ];
  return loss === null ? lines : [{ label: m.take_loss(), value: oddsWords(loss) }, ...lines];
}

export function pieceWords(count: number): string {
  return m.take_pieces({ count, text: formatCount(count) });
}
