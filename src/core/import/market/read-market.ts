// Reads the rows of a recognised market data file.

import type { TextRows } from '../csv/text-rows.ts';
import type {
  ContentByKind,
  MarketFacts,
  MarketFile,
  MarketKind,
  MarketReading,
} from './market.ts';
import { readHistories } from './read-histories.ts';
import { readNiches, readOffers, readTerms } from './read-niches.ts';
import { readQueries, readRanks, viewOf } from './read-searches.ts';
import { readSeries } from './read-series.ts';
import type { RecognisedMarket } from './recognise-market.ts';
import { noMarketData } from './refuse.ts';
import { RowAccount } from './row-account.ts';

/**
 * Reads a market data file.
 * @param rows with the columns that `marketHeaders` names
 * @throws AppError no-market-data where nothing can be read; its detail `reason` is a `MarketRefusal`
 */
export function readMarket(
  rows: TextRows,
  recognised: RecognisedMarket,
  reading: MarketReading,
): MarketFile {
  const { kind, otherColumns } = recognised;
  const facts = datedFacts(recognised, reading);
  const { fileName } = reading;
  const counting = new RowAccount(rows.rowNumbers.length);
  const content = contentOf(rows, recognised, reading, counting);
  const account = counting.account(otherColumns);
  if (account.read === 0) {
    const reason = account.leftOut['other-term'] ? 'other-terms' : 'empty';
    throw noMarketData(reason, fileName, `none in ${account.rows} rows`);
  }
  return { kind, fileName, facts, account, ...content } as MarketFile;
}

/** Figures of niches are as of now: where no day is stated, they were made when the file was saved. */
function datedFacts({ kind, facts }: RecognisedMarket, { savedOn }: MarketReading): MarketFacts {
  const isOfNow = kind === 'niches' || kind === 'niche-products';
  if (!isOfNow || savedOn === null || !Number.isNaN(facts.updated)) return facts;
  return { ...facts, updated: savedOn };
}

function contentOf(
  rows: TextRows,
  recognised: RecognisedMarket,
  reading: MarketReading,
  account: RowAccount,
): ContentByKind[MarketKind] {
  const { dateOrder } = reading;
  switch (recognised.kind) {
    case 'trends':
    case 'keyword-series':
      return { series: readSeries(rows, recognised, reading, account) };
    case 'niches':
      return { niches: readNiches(rows, recognised, account) };
    case 'niche-products':
      return { offers: readOffers(rows, recognised, dateOrder, account) };
    case 'niche-terms':
      return { terms: readTerms(rows, recognised, account) };
    case 'top-search-terms':
      return { ranks: readRanks(rows, recognised, reading, account) };
    case 'search-query-performance': {
      const queries = readQueries(rows, recognised, dateOrder, account);
      return { view: viewOf(recognised), queries };
    }
    case 'price-history':
      return { histories: readHistories(rows, recognised, dateOrder, account) };
  }
}
