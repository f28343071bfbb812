// All that is known of weekly demand: the shop's own sales and the market's searches, on the same weeks.

import type { MarketFile, MarketSeries } from '#core/import/market/market.ts';
import { WEEK_DAYS, type DemandPanel } from '../series/demand-panel.ts';
import { joinTerms, type TermChoices } from './join-terms.ts';
import type { JoinsByMeaning, MeaningFound } from './joins-by-meaning.ts';
import { marketLogs, weeksOf, type Weeks } from './market-weeks.ts';

export interface KnownDemand {
  /** Units of the shop's categories; searches for them, where the shop's own are not known. */
  readonly panel: DemandPanel;
  /** Whether the panel has the shop's own units. */
  readonly isOwn: boolean;
  /** Log of the market of each series by week; null where none is known, or where the panel has it. */
  readonly market: readonly (Float64Array | null)[];
  /** The series of the market that stands for each series of the panel. */
  readonly joined: readonly (MarketSeries | null)[];
}

export interface DemandSources {
  /** Null where no order lines were imported. */
  readonly own: DemandPanel | null;
  readonly files: readonly MarketFile[];
  /** Categories of the launches, for shops without own weeks. */
  readonly categories: readonly string[];
  readonly choices?: TermChoices | undefined;
  readonly meaning?: MeaningFound | undefined;
}

/** The search term that stands for a category; null where none does. */
export interface CategoryTerm {
  readonly category: string;
  readonly term: string | null;
  /** Whether it was found by meaning: neither the seller nor words joined it. */
  readonly isByMeaning: boolean;
}

/** Returns what is known; null where no series is. */
export function knownDemand(sources: DemandSources): KnownDemand | null {
  const searched = searchedSeries(sources.files);
  const terms = categoryTerms(sources);
  const names = terms.map(({ category }) => category);
  const joined = terms.map(({ term }) => (term === null ? null : searched.get(term)!));
  const { own } = sources;
  return own && own.series.length > 0 ? besideOwn(own, joined) : ofMarket(names, joined);
}

/** Returns the term of each category: of the shop's own weeks, else of its launches. */
export function categoryTerms({ own, files, categories, ...joins }: DemandSources): CategoryTerm[] {
  const hasOwn = own !== null && own.series.length > 0;
  const names = hasOwn ? own.series.map(({ name }) => name) : [...new Set(categories)];
  const named = names.filter((name) => name !== '');
  return termsOf(named, [...searchedSeries(files).keys()], joins);
}

/** Returns the terms that stand for categories by meaning: those that neither the seller's choices nor words come before. */
export function termsByMeaning({
  files,
  choices,
  meaning,
}: Pick<DemandSources, 'files' | 'choices' | 'meaning'>): JoinsByMeaning {
  const categories = Object.keys(meaning?.terms ?? {});
  if (categories.length === 0) return {};
  const terms = termsOf(categories, [...searchedSeries(files).keys()], { choices, meaning });
  return Object.fromEntries(
    terms.flatMap(({ category, term, isByMeaning }) => (isByMeaning ? [[category, term!]] : [])),
  );
}

function termsOf(
  categories: readonly string[],
  terms: readonly string[],
  { choices = {}, meaning }: Pick<DemandSources, 'choices' | 'meaning'>,
): CategoryTerm[] {
  const joined = joinTerms(categories, terms, choices, meaning?.terms);
  const without = joinTerms(categories, terms, choices);
  return categories.map((category, i) => ({
    ...{ category, term: joined[i]! },
    isByMeaning: joined[i] !== without[i],
  }));
}

/** Returns series by term. Of two with the same term, the one that ends later stands for it. */
export function searchedSeries(files: readonly MarketFile[]): ReadonlyMap<string, MarketSeries> {
  const all = files.flatMap((file) => ('series' in file ? file.series : []));
  const byTerm = new Map<string, MarketSeries>();
  for (const series of all) {
    const other = byTerm.get(series.term);
    if (!other || other.days.at(-1)! <= series.days.at(-1)!) byTerm.set(series.term, series);
  }
  return byTerm;
}

/** The weeks begin where the earliest series does and end with the shop's own: what came later was not known then. */
function besideOwn(own: DemandPanel, joined: readonly (MarketSeries | null)[]): KnownDemand {
  const starts = joined.flatMap((series) => (series ? [weeksOf(series)] : []));
  const firstDay = earliest([own, ...starts]);
  const before = Math.round((own.firstDay - firstDay) / WEEK_DAYS);
  const weeks = { firstDay, weekCount: before + own.weekCount };
  const series = own.series.map(({ name, units }) => {
    const padded = new Float64Array(weeks.weekCount).fill(NaN);
    padded.set(units, before);
    return { name, units: padded };
  });
  const logs = new Map<MarketSeries, Float64Array>();
  for (const each of joined) if (each) logs.set(each, logs.get(each) ?? marketLogs(each, weeks));
  const market = joined.map((each) => (each ? logs.get(each)! : null));
  return { panel: { ...weeks, series }, isOwn: true, market, joined };
}

function ofMarket(
  names: readonly string[],
  joined: readonly (MarketSeries | null)[],
): KnownDemand | null {
  // A rank is no number of searches.
  const known = names.flatMap((name, i) => {
    const market = joined[i];
    return market && market.scale !== 'rank' ? [{ name, market }] : [];
  });
  if (known.length === 0) return null;
  const all = known.map(({ market }) => weeksOf(market));
  const firstDay = earliest(all);
  const end = Math.max(...all.map((weeks) => weeks.firstDay + WEEK_DAYS * weeks.weekCount));
  const weeks = { firstDay, weekCount: Math.round((end - firstDay) / WEEK_DAYS) };
  const series = known.map(({ name, market }) => ({
    name,
    units: marketLogs(market, weeks).map((log) => Math.expm1(log)),
  }));
  return {
    ...{ panel: { ...weeks, series }, isOwn: false },
    ...{ market: known.map(() => null), joined: known.map(({ market }) => market) },
  };
}

function earliest(all: readonly Weeks[]): number {
  return Math.min(...all.filter(({ weekCount }) => weekCount > 0).map(({ firstDay }) => firstDay));
}
