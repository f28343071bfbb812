// Competitors of a plan in sentences. What files do not tell is left out.

import type { Currency } from '#core/base/currency.ts';
import type { Competition } from '#core/demand/niche/competition.ts';
import type { Concentration } from '#core/demand/niche/concentration.ts';
import type { KnownNiche } from '#core/demand/niche/known-niches.ts';
import { pricePlace, type PriceBand, type PricePlace } from '#core/demand/niche/price-band.ts';
import type { YoungOffers } from '#core/demand/niche/young-offers.ts';
import { m } from '#messages';
import { bestLabel, bestWords, unitsWords } from '#components/pages/data/market/niche-words.ts';
import { currencyName } from '#components/words/currency-words.ts';
import { formatPrice } from '#components/words/money.ts';
import { formatCount, formatPercent } from '#components/words/numbers.ts';
import { sentences } from '#components/words/sentences.ts';

/** The price of a plan in the shop's currency, each null where it is not known. */
export interface PlanPrice {
  readonly price: number | null;
  readonly currency: Currency | null;
}

/** Says where the price of a plan lies among those of its niche, or why it is not compared. */
export function placeWords(
  niche: KnownNiche,
  band: PriceBand,
  { price, currency }: PlanPrice,
): string {
  if (price === null) return m.niche_place_no_price();
  const place = pricePlace(niche, band, { price, currency });
  if (place) return sidesWords(band, place, price);
  if (currency === null || band.currency === null) return m.niche_place_unknown_currency();
  return m.niche_place_currency({
    theirs: currencyName(band.currency),
    own: currencyName(currency),
  });
}

function sidesWords({ basis, offers }: PriceBand, place: PricePlace, price: number): string {
  const said = { price: formatPrice(price) };
  const words = {
    offers: {
      within: m.niche_place_within,
      below: m.niche_place_below,
      above: m.niche_place_above,
    },
    stated: {
      within: m.niche_place_stated_within,
      below: m.niche_place_stated_below,
      above: m.niche_place_stated_above,
    },
  };
  const { side, cheaper } = place;
  return sentences(
    words[basis][side](said),
    cheaper === null
      ? ''
      : m.niche_place_cheaper({ share: formatPercent(cheaper), count: formatCount(offers) }),
  );
}

/** Says what a newcomer is up against, each in a sentence. */
export function barrierWords(niche: KnownNiche, competition: Competition): string[] {
  const { best, young, concentration } = competition;
  const units = unitsWords(niche);
  return [
    best ? m.niche_say_best({ offers: bestLabel(best), parts: bestWords(best) }) : '',
    young ? youngWords(young) : '',
    concentration ? topWords(concentration) : '',
    units === '' ? '' : m.niche_say_units({ units }),
  ].filter((words) => words !== '');
}

function youngWords({ share, known, sold }: YoungOffers): string {
  const said = { share: formatPercent(share), count: formatCount(known) };
  if (!sold || share === 0) return m.niche_say_young(said);
  const words = { units: m.niche_say_young_units, clicks: m.niche_say_young_clicks };
  return words[sold.measure]({ ...said, sold: formatPercent(sold.share) });
}

function topWords({ measure, offers, topShare, equalOffers }: Concentration): string {
  const words = { units: m.niche_say_top_units, clicks: m.niche_say_top_clicks };
  return words[measure]({
    ...{ count: formatCount(offers), share: formatPercent(topShare) },
    equal: formatCount(Math.round(equalOffers)),
  });
}
