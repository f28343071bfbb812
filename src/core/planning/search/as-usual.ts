// Decides when the usual approach is the better advice. A plan is the best of thousands of cells, so a small gain over
// the usual approach may be chance.

import { indexOfMax } from '#core/base/statistics/statistics.ts';
import { cellAt, cellCount, type ActionSpace } from '#core/model/features/action-space.ts';
import { WEEKS_APART, weeksApart } from './diverse-cells.ts';
import type { FoundCells } from './cell-search.ts';
import type { Economy } from '../economics/economics.ts';
import { forecast } from '../economics/forecast.ts';
import type { Habit } from '#core/model/blend/habit.ts';
import { verdictOf } from '../plan/launch-verdict.ts';
import type { OfferChoice } from './offer-choice.ts';

/** Smallest clear gain, as a share of what the usual approach is expected to bring. */
export const CLEAR_GAIN = 0.1;
/** Share of the effect of actions that the model is trusted with; below it, the model cannot rank actions. */
const SAYS_LITTLE = 0.1;

/** Returns whether the best cell clearly beats the usual approach, by a model trusted enough on actions. */
export function isClearlyBetter(
  best: number,
  { usual, actionShare }: { readonly usual: number; readonly actionShare: number },
): boolean {
  return actionShare >= SAYS_LITTLE && best - usual >= CLEAR_GAIN * Math.abs(usual);
}

/**
 * Returns the habit's commonest channel and promotion at list price, in their best allowed week. If they were never
 * combined, the next commonest pair is taken. -1 where there is none.
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

/** Returns whether launching this way is recommended at all. */
export function isWorthLaunching({ spread }: Economy, { offer, stock }: OfferChoice): boolean {
  const { logUnits, money } = offer;
  return verdictOf(forecast(spread, { logUnits, money, stock }), true).kind === 'launch';
}

/** Returns the usual choice, then at most two others that differ from it in channel, promotion or season. */
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
    return isOther || apart >= WEEKS_APART;
  });
  return [usual, ...unlike.slice(0, 2)];
}
