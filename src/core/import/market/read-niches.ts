// Rows of a niche report become niches, the products that buyers choose from, and the terms that they search.

import type { TextRows } from '../csv/text-rows.ts';
import type { DateOrder } from '../values/read-date.ts';
import type { ClickedProduct, MarketNiche, MarketOffer, MarketTerm } from './market.ts';
import type { RecognisedTable } from './recognise-market.ts';
import type { RowAccount } from './row-account.ts';
import { TableCells } from './table-cells.ts';

/** Reads niches. A row without a name, or with that of a row above, is left out. */
export function readNiches(
  rows: TextRows,
  recognised: RecognisedTable<'niches'>,
  account: RowAccount,
): MarketNiche[] {
  const cells = new TableCells<'niches'>(rows, recognised, {
    money: ['priceMean', 'priceLow360', 'priceHigh360'],
    counts: ['searches360', 'searches90', 'unitsLow360', 'unitsHigh360', 'products'],
    dateOrder: null,
  });
  const name = cells.text('name');
  const firstTerm = cells.text('term1');
  const nameAt = (row: number): string => name(row) || firstTerm(row);
  const terms = (['term1', 'term2', 'term3'] as const).map((field) => cells.text(field));
  const [searches360, searches90] = [cells.number('searches360'), cells.number('searches90')];
  const growth180 = cells.growth('searchGrowth180');
  const growth90 = cells.growth('searchGrowth90');
  const [unitsLow, unitsHigh] = [cells.number('unitsLow360'), cells.number('unitsHigh360')];
  const [meanLow, meanHigh] = [cells.number('meanUnitsLow360'), cells.number('meanUnitsHigh360')];
  const products = cells.number('products');
  const currency = cells.currency('priceMean') ?? cells.currency('priceLow360');
  const priceMean = cells.number('priceMean');
  const [priceLow, priceHigh] = [cells.number('priceLow360'), cells.number('priceHigh360')];
  const [returnRate] = cells.shares(['returnRate360']);
  return account.uniqueRows(nameAt).map((row) => ({
    ...{ name: nameAt(row), terms: terms.map((term) => term(row)).filter(Boolean) },
    ...{ searches360: searches360(row), searches90: searches90(row) },
    ...{ searchGrowth180: growth180(row), searchGrowth90: growth90(row) },
    ...{ unitsLow360: unitsLow(row), unitsHigh360: unitsHigh(row) },
    ...{ meanUnitsLow360: meanLow(row), meanUnitsHigh360: meanHigh(row) },
    ...{ products: products(row), currency, priceMean: priceMean(row) },
    ...{ priceLow360: priceLow(row), priceHigh360: priceHigh(row) },
    returnRate360: returnRate!(row),
  }));
}

/** Reads the products of a niche or of a page of search results, each once. */
export function readOffers(
  rows: TextRows,
  recognised: RecognisedTable<'niche-products'>,
  dateOrder: DateOrder | null,
  account: RowAccount,
): MarketOffer[] {
  const cells = new TableCells<'niche-products'>(rows, recognised, {
    money: ['price', 'revenue30'],
    counts: ['ratings', 'salesRank', 'units30', 'productUnits30', 'clicks360'],
    dateOrder,
  });
  const [title, id] = [cells.text('title'), cells.id('id')];
  const [brand, category] = [cells.text('brand'), cells.text('category')];
  const launchDay = cells.day('launchDay');
  const currency = cells.currency('price') ?? cells.currency('revenue30');
  const [price, revenue30] = [cells.number('price'), cells.number('revenue30')];
  const [clickShare360] = cells.shares(['clickShare360']);
  const clicks360 = cells.number('clicks360');
  const [ratings, meanRating] = [cells.number('ratings'), cells.number('meanRating')];
  const salesRank = cells.number('salesRank');
  const [units30, productUnits30] = [cells.number('units30'), cells.number('productUnits30')];
  const nameAt = (row: number): string => id(row) || title(row);
  return account.uniqueRows(nameAt).map((row) => ({
    ...{ title: title(row), id: id(row), brand: brand(row), category: category(row) },
    ...{ launchDay: launchDay(row), currency, price: price(row) },
    ...{ clickShare360: clickShare360!(row), clicks360: clicks360(row) },
    ...{ ratings: ratings(row), meanRating: starsOf(meanRating(row)), salesRank: salesRank(row) },
    ...{ units30: units30(row), revenue30: revenue30(row), productUnits30: productUnits30(row) },
  }));
}

const MOST_STARS = 5;

/** 0 stands for no rating. */
function starsOf(rating: number): number {
  return rating >= 1 && rating <= MOST_STARS ? rating : NaN;
}

/** Reads the terms of a niche, or those for which products are found, each once. */
export function readTerms(
  rows: TextRows,
  recognised: RecognisedTable<'niche-terms'>,
  account: RowAccount,
): MarketTerm[] {
  const cells = new TableCells<'niche-terms'>(rows, recognised, {
    money: [],
    counts: ['searches360', 'searches30', 'units30'],
    dateOrder: null,
  });
  const term = cells.text('term');
  const [searches360, searches30] = [cells.number('searches360'), cells.number('searches30')];
  const growth180 = cells.growth('searchGrowth180');
  const growth90 = cells.growth('searchGrowth90');
  const [clickShare360, conversionRate360] = cells.shares(['clickShare360', 'conversionRate360']);
  const units30 = cells.number('units30');
  const clicked = ([1, 2, 3] as const).map((place) => ({
    ...{ id: cells.id(`id${place}`), title: cells.text(`title${place}`) },
  }));
  return account.uniqueRows(term).map((row) => ({
    ...{ term: term(row), searches360: searches360(row), searches30: searches30(row) },
    ...{ searchGrowth180: growth180(row), searchGrowth90: growth90(row) },
    ...{ clickShare360: clickShare360!(row), conversionRate360: conversionRate360!(row) },
    units30: units30(row),
    clicked: clicked
      .map(({ id, title }) => ({ id: id(row), title: title(row), ...NO_SHARES }))
      .filter(isNamed),
  }));
}

const NO_SHARES = { clickShare: NaN, conversionShare: NaN } as const;

/** Returns whether a clicked product has an ASIN or a title. */
export function isNamed({ id, title }: Pick<ClickedProduct, 'id' | 'title'>): boolean {
  return id !== '' || title !== '';
}
