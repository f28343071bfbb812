import type {
  ClickedProduct,
  ContentByKind,
  MarketAccount,
  MarketFacts,
  MarketFile,
  MarketKind,
  MarketNiche,
  MarketOffer,
  MarketSeries,
  MarketTerm,
  PriceHistory,
  SearchQuery,
  SearchTermRank,
} from '#core/import/market/market.ts';
import {
  count,
  day,
  either,
  finite,
  finiteOrMissing,
  ifThere,
  list,
  nullable,
  number,
  numbers,
  numbersOrMissing,
  object,
  oneIn,
  oneOf,
  such,
  text,
  truth,
  type Form,
} from '../form/form.ts';
import { isNearDay, nearDay } from '../form/near-day.ts';

const missing = such(number, 'NaN', Number.isNaN);
const dayOrMissing = either(nearDay, missing);
/** Lines above a table may state any day; no axis is drawn to it. */
const statedDay = either(day, missing);

const days = such(numbers(Int32Array), 'ascending days near ours', (all) =>
  all.every((each, i) => (i === 0 || each > all[i - 1]!) && isNearDay(each)),
);

const series = such(
  object<MarketSeries>({
    ...{ term: text, place: text, days, values: numbersOrMissing(Float32Array) },
    step: oneOf({ day: true, week: true, month: true }),
    scale: oneOf({ index: true, volume: true, rank: true }),
    ...{ lastIsPartial: truth, download: finite },
  }),
  'a value for each day',
  (each) => each.values.length === each.days.length,
);

const niche = object<MarketNiche>({
  ...{ name: text, terms: list(text), currency: nullable(text) },
  ...{ searches360: finiteOrMissing, searches90: finiteOrMissing },
  ...{ searchGrowth180: finiteOrMissing, searchGrowth90: finiteOrMissing },
  ...{ unitsLow360: finiteOrMissing, unitsHigh360: finiteOrMissing },
  ...{ meanUnitsLow360: finiteOrMissing, meanUnitsHigh360: finiteOrMissing },
  ...{ products: finiteOrMissing, returnRate360: finiteOrMissing },
  ...{ priceMean: finiteOrMissing, priceLow360: finiteOrMissing, priceHigh360: finiteOrMissing },
});

const offer = object<MarketOffer>({
  ...{ title: text, id: text, brand: text, category: text, currency: nullable(text) },
  ...{ launchDay: dayOrMissing, price: finiteOrMissing },
  ...{ clickShare360: finiteOrMissing, clicks360: finiteOrMissing },
  ...{ ratings: finiteOrMissing, meanRating: finiteOrMissing, salesRank: finiteOrMissing },
  ...{ units30: finiteOrMissing, revenue30: finiteOrMissing, productUnits30: finiteOrMissing },
});

const clicked = list(
  object<ClickedProduct>({
    ...{ id: text, title: text },
    ...{ clickShare: finiteOrMissing, conversionShare: finiteOrMissing },
  }),
);

const term = object<MarketTerm>({
  ...{ term: text, clicked },
  ...{ searches360: finiteOrMissing, searches30: finiteOrMissing },
  ...{ searchGrowth180: finiteOrMissing, searchGrowth90: finiteOrMissing },
  ...{ clickShare360: finiteOrMissing, conversionRate360: finiteOrMissing },
  units30: finiteOrMissing,
});

const rank = object<SearchTermRank>({
  ...{ term: text, rank: finiteOrMissing, day: statedDay, department: text },
  ...{ brands: list(text), categories: list(text), clicked },
});

const query = object<SearchQuery>({
  ...{ query: text, score: finiteOrMissing, day: statedDay, searches: finiteOrMissing },
  ...{ impressions: finiteOrMissing, clicks: finiteOrMissing, cartAdds: finiteOrMissing },
  ...{ purchases: finiteOrMissing, ownImpressions: finiteOrMissing, ownClicks: finiteOrMissing },
  ...{ ownCartAdds: finiteOrMissing, ownPurchases: finiteOrMissing },
  ...{ medianPrice: finiteOrMissing, ownMedianPrice: finiteOrMissing },
});

const history = such(
  object<PriceHistory>({
    ...{ id: text, title: text, currency: nullable(text), days },
    ...{ prices: numbersOrMissing(Float64Array), salesRanks: numbersOrMissing(Float64Array) },
  }),
  'a price and a rank for each day',
  (each) => each.prices.length === each.days.length && each.salesRanks.length === each.days.length,
);

const facts = object<MarketFacts>({
  ...{ niche: text, brand: text, asin: text, term: text },
  ...{ updated: statedDay, from: statedDay, until: statedDay },
});

const account = object<MarketAccount>({
  ...{ rows: count, read: count, otherColumns: list(text) },
  leftOut: object<MarketAccount['leftOut']>({
    ...{ 'no-name': ifThere(count), 'no-date': ifThere(count), 'no-value': ifThere(count) },
    ...{ repeated: ifThere(count), 'off-step': ifThere(count) },
    ...{ 'unfinished-day': ifThere(count), scattered: ifThere(count) },
    ...{ 'other-term': ifThere(count), 'lower-rank': ifThere(count) },
  }),
});

type Contents = {
  readonly [Kind in MarketKind]: {
    readonly [Field in keyof ContentByKind[Kind]]-?: Form<ContentByKind[Kind][Field]>;
  };
};

const CONTENTS: Contents = {
  trends: { series: list(series) },
  'keyword-series': { series: list(series) },
  niches: { niches: list(niche) },
  'niche-products': { offers: list(offer) },
  'niche-terms': { terms: list(term) },
  'top-search-terms': { ranks: list(rank) },
  'search-query-performance': {
    ...{ view: oneOf({ brand: true, asin: true }), queries: list(query) },
  },
  'price-history': { histories: list(history) },
};

const common = object<Pick<MarketFile, 'kind' | 'fileName' | 'facts' | 'account'>>({
  ...{ kind: oneIn(Object.keys(CONTENTS) as MarketKind[]), fileName: text, facts, account },
});

export const marketFileForm: Form<MarketFile> = (value, at) => {
  const read = common(value, at);
  return { ...read, ...object<object>(CONTENTS[read.kind])(value, at) } as MarketFile;
};
