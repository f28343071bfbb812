// What is known of a niche and its competitors, in words. What files do not tell is left out.

import type { BestOffers } from '#core/demand/niche/best-offers.ts';
import { competitionIn } from '#core/demand/niche/competition.ts';
import type { Concentration } from '#core/demand/niche/concentration.ts';
import type { KnownNiche } from '#core/demand/niche/known-niches.ts';
import type { PriceBand } from '#core/demand/niche/price-band.ts';
import { unitsOfOne } from '#core/demand/niche/units-of-niche.ts';
import type { YoungOffers } from '#core/demand/niche/young-offers.ts';
import type { MarketNiche } from '#core/import/market/market.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatMonth } from '#components/words/dates.ts';
import { formatPricesIn } from '#components/words/money.ts';
import {
  formatChange,
  formatCount,
  formatPercent,
  formatTenths,
  formatUnits,
  isNumber,
  MISSING,
} from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';

export interface NicheFact {
  readonly label: string;
  readonly value: string;
}

/** Returns what files tell of a niche, each with its name. */
export function nicheFacts(known: KnownNiche): NicheFact[] {
  const { prices, best, young, concentration } = competitionIn(known);
  return [
    { label: m.niche_units(), value: unitsWords(known) },
    { label: m.niche_prices(), value: prices ? bandWords(prices) : '' },
    ...(known.niche ? statedFacts(known.niche) : []),
    { label: bestLabel(best), value: best ? bestWords(best) : '' },
    { label: m.niche_young(), value: young ? youngValue(young) : '' },
    { label: m.niche_top(), value: concentration ? topValue(concentration) : '' },
  ].filter(({ value }) => value !== '' && value !== MISSING);
}

function statedFacts({ searches360, returnRate360, ...niche }: MarketNiche): NicheFact[] {
  const { searchGrowth180, searchGrowth90 } = niche;
  const [growth, growthWords] = isNumber(searchGrowth180)
    ? ([searchGrowth180, m.niche_grown_180] as const)
    : ([searchGrowth90, m.niche_grown_90] as const);
  const searches = [
    isNumber(searches360) ? formatCount(searches360) : '',
    isNumber(growth) ? growthWords({ change: formatChange(growth) }) : '',
  ];
  return [
    { label: m.niche_searches(), value: together(searches) },
    { label: m.niche_returns(), value: formatPercent(returnRate360) },
  ];
}

/** Returns what one product sells in 360 days, such as "240–480 units"; '' where it is not known. */
export function unitsWords(known: KnownNiche): string {
  const units = unitsOfOne(known);
  if (!units) return '';
  return m.niche_units_range({ range: formatRange(units.low, units.high, formatUnits) });
}

/** Returns "$18.00–45.00, half below $27.00" for offers, and "$12.00–80.00, $25.00 on average" for stated prices. */
function bandWords(band: PriceBand): string {
  return together([formatPricesIn(band.currency, band.low, band.high), middleWords(band)]);
}

/** Returns what the middle of a price band says; '' where it is not stated. */
export function middleWords({ basis, middle, currency }: PriceBand): string {
  if (middle === null) return '';
  const price = formatPricesIn(currency, middle);
  return basis === 'offers' ? m.niche_price_half({ price }) : m.niche_price_mean({ price });
}

/** Returns, for example, "The 10 offers that sell best". */
export function bestLabel(best: BestOffers | null): string {
  if (!best) return '';
  const { measure, count } = best;
  const words = { units: m.niche_best_units, clicks: m.niche_best_clicks, rank: m.niche_best_rank };
  return words[measure](tally(count));
}

/** Returns what is known of the offers that sell best: "1,200 ratings (median), 4.4 of 5 stars on average". */
export function bestWords({ ratings, meanRating, launchDay }: BestOffers): string {
  return together([
    ratings === null ? '' : m.niche_best_ratings(tally(Math.round(ratings))),
    meanRating === null ? '' : m.niche_best_stars({ stars: formatTenths(meanRating) }),
    launchDay === null ? '' : m.niche_best_since({ month: formatMonth(launchDay) }),
  ]);
}

function youngValue({ share, sold }: YoungOffers): string {
  const offers = m.niche_young_share({ share: formatPercent(share) });
  if (!sold) return offers;
  const words = { units: m.niche_of_units, clicks: m.niche_of_clicks };
  return together([offers, words[sold.measure]({ share: formatPercent(sold.share) })]);
}

function topValue({ measure, topShare }: Concentration): string {
  const words = { units: m.niche_of_units, clicks: m.niche_of_clicks };
  return words[measure]({ share: formatPercent(topShare) });
}

/** Joins what is not empty by commas. */
function together(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((first, second) => (first === '' ? second : m.niche_pair({ first, second })), '');
}
