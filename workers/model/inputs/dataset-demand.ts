// Demand of categories that training adds to its table.

import { demandIndex } from '#core/demand/forecast/expected-demand.ts';
import { fitPanel } from '#core/demand/forecast/demand-outlook.ts';
import { knownYears } from '#core/demand/market/known-years.ts';
import {
  knownDemand,
  type DemandSources,
  type KnownDemand,
} from '#core/demand/market/known-demand.ts';
import type { DemandIndex } from '#core/demand/series/category-demand.ts';
import { sameTimeOfYear, sameWeekIn, type SameWeek } from '#core/demand/series/same-week.ts';
import type { Market } from '#core/launch/events/markets.ts';
import { isFirstYear } from '#core/launch/first-year.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { StoredDemand } from '#storage/data/demand.ts';

/**
 * Returns the launches with the demand of their categories, where enough weeks of any are known. A shop that neither
 * launched nor sold for a year gets the market's demand, where files show a year of it: its own weeks show no season yet.
 */
export function withDemand(
  table: LaunchTable,
  demand: StoredDemand,
  market: Market | null,
): LaunchTable {
  const sources = { ...demand, categories: table.category };
  const borrowed = isFirstYear(table.launchDay) ? borrowedDemand(sources, market) : null;
  if (borrowed) return { ...table, ...borrowed };
  const index = indexOf(knownDemand(sources), market);
  return index ? { ...table, demand: index } : table;
}

function borrowedDemand(
  sources: DemandSources,
  market: Market | null,
): Pick<LaunchTable, 'demand' | 'ownDemand'> | null {
  const own = knownDemand({ ...sources, files: [] });
  if (knownYears(own)) return null;
  const borrowed = borrowedIndex(knownYears(knownDemand({ ...sources, own: null })), market);
  if (!borrowed) return null;
  const ownDemand = indexOf(own, market);
  return { demand: { ...borrowed, isBorrowed: true }, ...(ownDemand && { ownDemand }) };
}

function indexOf(known: KnownDemand | null, market: Market | null): DemandIndex | null {
  return known && indexBy(known, [feastsOf(known, market)]);
}

/** Follows the market's feasts that move only where what was searched for followed them more than the time of the year. */
function borrowedIndex(known: KnownDemand | null, market: Market | null): DemandIndex | null {
  return known && indexBy(known, [sameTimeOfYear, feastsOf(known, market)]);
}

function feastsOf({ panel }: KnownDemand, market: Market | null): SameWeek {
  return market ? sameWeekIn(market, panel.firstDay) : sameTimeOfYear;
}

/** Takes the way to find the same week of earlier years, of these, whose fit errs least; the first of equal ones. */
function indexBy({ panel, market }: KnownDemand, ways: readonly SameWeek[]): DemandIndex | null {
  const fits = ways.flatMap((sameWeek) => fitPanel(panel, { sameWeek, market }) ?? []);
  const [first, ...others] = fits.map(({ fit }) => fit);
  if (!first) return null;
  const best = others.reduce((least, fit) => (fit.error < least.error ? fit : least), first);
  return demandIndex(panel, best);
}
