import { shortTitle } from '#core/base/text/short-title.ts';
import type {
  Associations,
  BoughtTogether,
  HaloEffect,
  HaloStudy,
} from '#core/model/associations/associations.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatDay } from '#components/words/dates.ts';
import {
  formatCount,
  formatHundredths,
  formatTenths,
  formatUnits,
} from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';

/** Returns the finding of the page: the largest effect, or the strongest pair, or that there is neither. */
export function togetherFinding({ halo, together, orderCount }: Associations): string {
  const [effect] = halo.effects;
  if (effect) return haloSentence(effect, halo.weeks);
  const [pair] = together;
  return pair ? pairSentence(pair) : m.together_finding_none({ orders: formatCount(orderCount) });
}

/** Returns what a launch brings or takes, in a sentence. */
export function haloSentence(effect: HaloEffect, weeks: number): string {
  const { launched, other, units } = effect;
  const words = {
    ...{ launched, other, weeks: formatCount(weeks) },
    ...{ units: formatUnits(Math.abs(units)), range: sizeRange(effect) },
  };
  if (launched === other)
    return units > 0 ? m.together_brings_own(words) : m.together_takes_own(words);
  return units > 0 ? m.together_brings(words) : m.together_takes(words);
}

/** Returns the range of an effect's size, the smaller end first. */
function sizeRange({ low90, high90 }: HaloEffect): string {
  const [from, to] = [Math.abs(low90), Math.abs(high90)].sort((a, b) => a - b);
  return formatRange(from, to, formatUnits);
}

/** Returns the range of an effect with its signs. */
export function haloRange({ low90, high90 }: HaloEffect): string {
  return formatRange(low90, high90, formatUnits);
}

/** Returns how much oftener two products or groups are bought together than by chance, in a sentence. */
export function pairSentence(pair: BoughtTogether): string {
  return m.together_pair({
    first: shortTitle(pair.firstTitle),
    second: shortTitle(pair.secondTitle),
    lift: formatLift(pair.lift),
    range: liftRange(pair),
  });
}

export function liftRange({ low90, high90 }: BoughtTogether): string {
  return formatRange(low90, high90, low90 < LEAST_TENTHS ? formatHundredths : formatTenths);
}

/** Lifts below this one read as 1.0 in tenths: as often as chance. */
const LEAST_TENTHS = 1.1;

export function formatLift(lift: number): string {
  return lift < LEAST_TENTHS ? formatHundredths(lift) : formatTenths(lift);
}

/** Returns why no effect is shown. */
export function noHaloWords(
  { testedPairs, launchCount }: HaloStudy,
  grouping: Associations['grouping'],
): string {
  if (testedPairs === 0) return m.together_halo_untested({ grouping });
  return m.together_halo_none({
    grouping,
    pairs: formatCount(testedPairs),
    launches: formatCount(launchCount),
  });
}

/** Returns what the study rests on. */
export function basisWords({ orderCount, basketCount, firstDay, lastDay }: Associations): string {
  return m.together_basis({
    ...tally(orderCount),
    baskets: formatCount(basketCount),
    from: formatDay(firstDay),
    to: formatDay(lastDay),
  });
}
