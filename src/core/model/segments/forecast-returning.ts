// How many past buyers return for a new product, from what is stored.

import type { Day } from '#core/base/dates.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { titleTheme } from '#core/import/derivation/title-themes.ts';
import type { BuyerStudy } from './buyer-study.ts';
import { priceGap, titleAppeal, type LaunchAppeal } from './launch-appeal.ts';
import { countRange, type CountRange } from './launch-counts.ts';
import type { ReturningModel } from './learn-returning.ts';
import { titleWords } from './product-shelf.ts';

/** What is asked about; '' and null mean not known. */
export interface AskedLaunch {
  readonly title: string;
  readonly category: string;
  readonly price: number | null;
  readonly day: Day;
}

export interface ReturningForecast {
  /** Past buyers who buy it within 28 days: half of launches have more than the middle. */
  readonly buyers: CountRange;
  /** Units that they buy in the first week. */
  readonly firstWeekUnits: CountRange;
}

/** Returns the forecast; null where the study has none. */
export function forecastReturning(
  study: BuyerStudy,
  launch: AskedLaunch,
): ReturningForecast | null {
  const { returning } = study;
  if (!returning) return null;
  const appeal = storedAppeal(study, returning, launch);
  return {
    buyers: countRange(returning.buyers, appeal, returning.buyersLevel),
    firstWeekUnits: countRange(returning.firstWeekUnits, appeal, returning.unitsLevel),
  };
}

function storedAppeal(
  { grouping, ordersToCome, lastDay }: BuyerStudy,
  returning: ReturningModel,
  { title, category, price, day }: AskedLaunch,
): LaunchAppeal {
  const name = grouping === 'category' ? category : titleTheme(title);
  const group = returning.groups.find((one) => one.name === name);
  const known = new Map(returning.words.map((word) => [word.name, word]));
  const ahead = Math.max(0, Math.floor((day - lastDay - 1) / HORIZON_DAYS));
  const later = ordersToCome[Math.min(ahead, ordersToCome.length - 1)]!;
  return {
    // Buyers who are expected to order less by then return less, too.
    logPool: returning.logPool + Math.log((later + 1e-6) / (ordersToCome[0]! + 1e-6)),
    words: titleAppeal(
      titleWords(title).map((word) => known.get(word) ?? null),
      returning.unknownRarity,
    ),
    group: group?.share ?? 0,
    hasGroup: group !== undefined,
    priceGap: priceGap(Math.log(price ?? NaN), returning.usualLogPrice ?? NaN),
  };
}
