// Where usual practice is the better advice: a plan takes the best of thousands of ways to launch, and where that is hardly better than
// what the seller does anyhow, what looks better may be chance.

import { indexOfMax } from '../statistics.ts';
import { cellAt, cellCount, type ActionSpace } from './action-space.ts';
import { SEASON_WEEKS, weeksApart } from './good-cells.ts';
import type { FoundCells } from './cell-search.ts';
import type { Economy } from './economics.ts';
import { forecast } from './forecast.ts';
import type { Habit } from './habit.ts';
import { verdictOf } from './launch-verdict.ts';
import type { OfferChoice } from './offer-choice.ts';

/** Of what usual practice is expected to bring: what gains less is not clearly better. */
export const CLEAR_GAIN = 0.1;
/** Of what a model says of actions. What it is believed in less than this says nothing of which action is better. */
const SAYS_LITTLE = 0.1;

/** Whether the best way found gains clearly over usual practice, by a model whose word on actions counts for something. */
export function isClearlyBetter(
  best: number,
  { usual, actionShare }: { readonly usual: number; readonly actionShare: number },
): boolean {
  return actionShare >= SAYS_LITTLE && best - usual >= CLEAR_GAIN * Math.abs(usual);
}

/**
 * The commonest channel and promotion of the habit at list price, in the best of the weeks they may be launched in; the next commonest
 * where they were never combined. -1: there is none.
 */
export function usualCell(space: ActionSpace, habit: Habit, found: FoundCells): number {
  const factorIndex = indexOfMax(space.priceFactors.map((factor) => -Math.abs(factor - 1)));
  for (const { channel, promotion } of commonestFirst(habit)) {
    const allowed = Uint8Array.from({ length: cellCount(space) }, (_, index) => {
      const cell = cellAt(space, index);
      const isOwn = cell.channelIndex === channel && cell.promotionIndex === promotion;
      return isOwn && cell.factorIndex === factorIndex ? 1 : 0;
    });
    const index = found.best(allowed);
    if (index >= 0) return index;
  }
  return -1;
}

function commonestFirst({ channels, promotions }: Habit) {
  return channels
    .flatMap((ofChannel, channel) =>
      promotions.map((ofPromotion, promotion) => ({
        ...{ channel, promotion },
        chance: ofChannel * ofPromotion,
      })),
    )
    .filter(({ chance }) => chance > 0)
    .sort((a, b) => b.chance - a.chance);
}

/** Whether to launch so at all. */
export function isWorthLaunching({ spread }: Economy, { offer, stock }: OfferChoice): boolean {
  const { logUnits, money } = offer;
  return verdictOf(forecast(spread, { logUnits, money, stock }), true).kind === 'launch';
}

/** The usual way, then those of the others that are unlike it in channel, promotion or season: at most two. */
export function usualFirst<Choice extends OfferChoice>(
  space: ActionSpace,
  usual: Choice,
  others: readonly Choice[],
): Choice[] {
  const own = cellAt(space, usual.offer.index);
  const unlike = others.filter(({ offer }) => {
    const { channelIndex, promotionIndex, weekIndex } = cellAt(space, offer.index);
    const apart = weeksApart(space.weeks[weekIndex]!, space.weeks[own.weekIndex]!);
    const isOther = channelIndex !== own.channelIndex || promotionIndex !== own.promotionIndex;
    return isOther || apart >= SEASON_WEEKS;
  });
  return [usual, ...unlike.slice(0, 2)];
}
