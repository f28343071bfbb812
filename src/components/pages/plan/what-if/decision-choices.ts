// What each value of the decision can be changed to: what the seller has tried.

import type { PlanStudy, StudiedOffer } from '#core/planning/what-if/plan-study.ts';
import type { DecisionPart } from '../offer-words.ts';

/** Returns whether there is anything else to choose for a value. */
export function canChange(part: DecisionPart, study: PlanStudy): boolean {
  const counts: Readonly<Record<DecisionPart, number>> = {
    day: study.weeks.length,
    channel: channelsOf(study).length,
    promotion: promotionsOn(study, study.offer.channel).length,
    price: study.priceFactors.length,
    spend: study.adSpends.length,
    stock: Infinity,
  };
  return counts[part] > 1;
}

export function channelsOf({ triedOffers }: Pick<PlanStudy, 'triedOffers'>): string[] {
  return known(triedOffers.map(({ channel }) => channel));
}

/** Returns the promotions that were tried on a channel. */
export function promotionsOn(
  { triedOffers }: Pick<PlanStudy, 'triedOffers'>,
  on: string | null,
): string[] {
  const there = triedOffers.filter(({ channel }) => channel === on);
  return known(there.map(({ promotion }) => promotion));
}

/** Returns the offer on another channel: with the same promotion where that was tried there, else with the first. */
export function offerOn(
  study: Pick<PlanStudy, 'triedOffers'>,
  channel: string,
  { promotion }: StudiedOffer,
): StudiedOffer {
  const there = promotionsOn(study, channel);
  const isTried = promotion === null || there.includes(promotion);
  return { channel, promotion: isTried ? promotion : there[0]! };
}

function known(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}
