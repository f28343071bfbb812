// What a market data file holds, in words.

import type { MarketFile, MarketKind, MarketLack } from '#core/import/market/market.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatDay } from '#components/words/dates.ts';
import { listed, quotedNames } from '#components/words/lists.ts';
import { formatCount } from '#components/words/numbers.ts';
import { sentences } from '#components/words/sentences.ts';
import { daysOf } from './market-days.ts';

const KINDS: Readonly<Record<MarketKind, () => string>> = {
  trends: m.market_kind_trends,
  'keyword-series': m.market_kind_keyword_series,
  niches: m.market_kind_niches,
  'niche-products': m.market_kind_niche_products,
  'niche-terms': m.market_kind_niche_terms,
  'top-search-terms': m.market_kind_top_search_terms,
  'search-query-performance': m.market_kind_search_queries,
  'price-history': m.market_kind_prices,
};

const LACKS: Readonly<Record<MarketLack, (said: { readonly count: string }) => string>> = {
  'no-name': m.market_left_no_name,
  'no-date': m.market_left_no_date,
  'no-value': m.market_left_no_value,
  repeated: m.market_left_repeated,
  'off-step': m.market_left_off_step,
  'unfinished-day': m.market_left_unfinished_day,
  scattered: m.market_left_scattered,
  'other-term': m.market_left_other_term,
  'lower-rank': m.market_left_lower_rank,
};

/** Returns, for example, "Google Trends from trends.csv". */
export function fileWords({ kind, fileName }: MarketFile): string {
  return m.market_file({ kind: KINDS[kind](), file: fileName });
}

/** Says how much of a file was read, of which days and of what, and what was left out and why. */
export function accountWords(file: MarketFile): string {
  const { rows, read, leftOut, otherColumns } = file.account;
  const counts = { read: formatCount(read), rows: formatCount(rows) };
  const days = daysOf(file);
  const names = namesIn(file);
  const reasons = Object.entries(leftOut).map(([lack, count]) =>
    LACKS[lack as MarketLack]({ count: formatCount(count) }),
  );
  return sentences(
    read === rows ? m.market_read_all(tally(rows)) : m.market_read_some(counts),
    days ? m.market_days({ from: formatDay(days.from), until: formatDay(days.until) }) : '',
    names.length > 0 ? m.market_names({ names: quotedNames(names) }) : '',
    reasons.length > 0 ? m.market_left_out({ parts: listed(reasons) }) : '',
    hasPartialPeriod(file) ? m.market_partial() : '',
    otherColumns.length > 0 ? m.market_other_columns({ names: quotedNames(otherColumns) }) : '',
  );
}

/** Returns what a file is about, each once: terms, niches or products. */
function namesIn(file: MarketFile): readonly string[] {
  return [...new Set(allNames(file))].filter((name) => name !== '');
}

function allNames(file: MarketFile): readonly string[] {
  switch (file.kind) {
    case 'trends':
    case 'keyword-series':
      return file.series.map(({ term }) => term);
    case 'niches':
      return file.niches.map(({ name }) => name);
    case 'niche-products':
      return file.offers.map(({ title, id }) => title || id);
    case 'niche-terms':
      return file.terms.map(({ term }) => term);
    case 'top-search-terms':
      return file.ranks.map(({ term }) => term);
    case 'search-query-performance':
      return file.queries.map(({ query }) => query);
    case 'price-history':
      return file.histories.map(({ title, id }) => title || id);
  }
}

function hasPartialPeriod(file: MarketFile): boolean {
  return 'series' in file && file.series.some(({ lastIsPartial }) => lastIsPartial);
}
