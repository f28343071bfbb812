// Niches of market data files, with as much known as a test says.

import type { MarketFile, MarketNiche, MarketOffer } from '#core/import/market/market.ts';
import type { KnownNiche } from '#core/demand/niche/known-niches.ts';
import { NO_FACTS } from './market-data.ts';

type NichesFile = MarketFile & { readonly kind: 'niches' };
type ProductsFile = MarketFile & { readonly kind: 'niche-products' };
type SaidFile = Partial<Pick<MarketFile, 'fileName' | 'facts'>>;

const account = { rows: 1, read: 1, leftOut: {}, otherColumns: [] };

/** A row of a list of niches; all that is not said is missing. */
export function marketNiche(said: Partial<MarketNiche> = {}): MarketNiche {
  return {
    ...{ name: 'table lamp', terms: [], currency: null },
    ...{ searches360: NaN, searches90: NaN, searchGrowth180: NaN, searchGrowth90: NaN },
    ...{ unitsLow360: NaN, unitsHigh360: NaN, meanUnitsLow360: NaN, meanUnitsHigh360: NaN },
    ...{ products: NaN, priceMean: NaN, priceLow360: NaN, priceHigh360: NaN, returnRate360: NaN },
    ...said,
  };
}

/** A product that others sell; all that is not said is missing. */
export function marketOffer(said: Partial<MarketOffer> = {}): MarketOffer {
  return {
    ...{ title: '', id: '', brand: '', category: '', launchDay: NaN, currency: null, price: NaN },
    ...{ clickShare360: NaN, clicks360: NaN, ratings: NaN, meanRating: NaN, salesRank: NaN },
    ...{ units30: NaN, revenue30: NaN, productUnits30: NaN },
    ...said,
  };
}

export function nichesFile(niches: readonly MarketNiche[], said: SaidFile = {}): NichesFile {
  return { kind: 'niches', fileName: 'niches.csv', facts: NO_FACTS, account, niches, ...said };
}

export function productsFile(offers: readonly MarketOffer[], said: SaidFile = {}): ProductsFile {
  const kind = 'niche-products';
  return { kind, fileName: 'xray.csv', facts: NO_FACTS, account, offers, ...said };
}

export function knownNiche(said: Partial<KnownNiche> = {}): KnownNiche {
  return {
    ...{ name: 'table lamp', terms: [], niche: null, offers: [], offersDay: NaN },
    ...{ fileNames: ['niches.csv'], ...said },
  };
}
