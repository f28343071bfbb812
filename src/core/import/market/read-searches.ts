// Rows of Amazon's Brand Analytics become ranks of search terms and results of search queries.

import type { Day } from '#core/base/dates.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { DateOrder } from '../values/read-date.ts';
import type { MarketLack, MarketReading, SearchQuery, SearchTermRank } from './market.ts';
import { isNamed } from './read-niches.ts';
import type { RecognisedTable } from './recognise-market.ts';
import type { RowAccount } from './row-account.ts';
import { TableCells } from './table-cells.ts';

const PLACES = [1, 2, 3] as const;

/** Most ranks kept of one file, a kilobyte each: a marketplace has a million terms. */
const MOST_RANKS = 10_000;

/**
 * Reads the ranks of terms that are asked for, each term once for each day and department; of more than 10,000, those
 * that are searched most. Rows without a rank are left out.
 */
export function readRanks(
  rows: TextRows,
  recognised: RecognisedTable<'top-search-terms'>,
  { dateOrder, isAbout = () => true }: MarketReading,
  account: RowAccount,
): SearchTermRank[] {
  const cells = new TableCells<'top-search-terms'>(rows, recognised, {
    money: [],
    counts: ['rank'],
    dateOrder,
  });
  const [term, department] = [cells.text('term'), cells.text('department')];
  const [rank, day] = [cells.number('rank'), dayOf(cells, recognised.facts.until)];
  const brands = PLACES.map((place) => cells.text(`brand${place}`));
  const categories = PLACES.map((place) => cells.text(`category${place}`));
  const ids = PLACES.map((place) => cells.id(`id${place}`));
  const titles = PLACES.map((place) => cells.text(`title${place}`));
  const shares = cells.shares(
    PLACES.flatMap((place) => [`clickShare${place}`, `conversionShare${place}`] as const),
  );
  const asked = Uint8Array.from(rows.rowNumbers, (_, row) => (isAbout(term(row)) ? 1 : 0));
  const lastRank = lastOf(asked, rank);
  const lackOf = (row: number): MarketLack | null => {
    if (!(rank(row) >= 1)) return 'no-value';
    if (asked[row] === 0) return 'other-term';
    return rank(row) > lastRank ? 'lower-rank' : null;
  };
  const nameAt = (row: number): string => {
    if (term(row) === '') return '';
    const lack = lackOf(row);
    if (lack === null) return JSON.stringify([term(row), day(row), department(row)]);
    account.leaveOut(row, lack);
    return '';
  };
  return account.uniqueRows(nameAt).map((row) => ({
    ...{ term: term(row), rank: rank(row), day: day(row), department: department(row) },
    brands: brands.map((brand) => brand(row)).filter(Boolean),
    categories: categories.map((category) => category(row)).filter(Boolean),
    clicked: PLACES.map((_, i) => ({
      ...{ id: ids[i]!(row), title: titles[i]!(row) },
      ...{ clickShare: shares[2 * i]!(row), conversionShare: shares[2 * i + 1]!(row) },
    })).filter(isNamed),
  }));
}

/** Returns the rank up to which rows are kept. */
function lastOf(asked: Uint8Array, rank: (row: number) => number): number {
  const ranks = Float64Array.from(asked, (isAsked, row) => (isAsked === 1 ? rank(row) : NaN));
  return ranks.filter((each) => each >= 1).sort()[MOST_RANKS - 1] ?? Infinity;
}

/** Reads search queries, each once for each day. */
export function readQueries(
  rows: TextRows,
  recognised: RecognisedTable<'search-query-performance'>,
  dateOrder: DateOrder | null,
  account: RowAccount,
): SearchQuery[] {
  const cells = new TableCells<'search-query-performance'>(rows, recognised, {
    money: ['medianPrice', 'ownMedianPrice'],
    counts: COUNTS,
    dateOrder,
  });
  const query = cells.text('query');
  const day = dayOf(cells, recognised.facts.until);
  const counts = COUNTS.map((field) => [field, cells.number(field)] as const);
  const [medianPrice, ownMedianPrice] = [
    cells.number('medianPrice'),
    cells.number('ownMedianPrice'),
  ];
  const nameAt = (row: number): string =>
    query(row) === '' ? '' : JSON.stringify([query(row), day(row)]);
  return account.uniqueRows(nameAt).map((row) => ({
    ...{ query: query(row), day: day(row) },
    ...(Object.fromEntries(counts.map(([field, count]) => [field, count(row)])) as QueryCounts),
    ...{ medianPrice: medianPrice(row), ownMedianPrice: ownMedianPrice(row) },
  }));
}

const COUNTS = [
  ...(['score', 'searches', 'impressions', 'clicks', 'cartAdds', 'purchases'] as const),
  ...(['ownImpressions', 'ownClicks', 'ownCartAdds', 'ownPurchases'] as const),
] as const;
type QueryCounts = Pick<SearchQuery, (typeof COUNTS)[number]>;

/** Returns whose figures stand beside those of all sellers. */
export function viewOf({
  columns,
  facts,
}: RecognisedTable<'search-query-performance'>): 'brand' | 'asin' {
  const isOfAsin = Object.values(columns)
    .flat()
    .some((header) => /\basin\b/i.test(header));
  return isOfAsin || facts.asin !== '' ? 'asin' : 'brand';
}

/** Returns the reporting day of each row, else the last day of the report. */
function dayOf(
  cells: TableCells<'top-search-terms'> | TableCells<'search-query-performance'>,
  fallback: Day,
): (row: number) => Day {
  const day = cells.day('day', fallback);
  return (row) => (Number.isNaN(day(row)) ? fallback : day(row));
}
