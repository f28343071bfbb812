// Demand of categories that training adds to its table.

import { demandIndex } from '#core/demand/forecast/expected-demand.ts';
import { fitPanel } from '#core/demand/forecast/demand-outlook.ts';
import { knownDemand } from '#core/demand/market/known-demand.ts';
import { sameTimeOfYear, sameWeekIn } from '#core/demand/series/same-week.ts';
import type { Market } from '#core/launch/events/markets.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { StoredDemand } from '#storage/data/demand.ts';

/** Returns the launches with the demand of their categories, where enough weeks of any are known. */
export function withDemand(
  table: LaunchTable,
  demand: StoredDemand,
  market: Market | null,
): LaunchTable {
  const known = knownDemand({ ...demand, categories: table.category });
  if (!known) return table;
  const { panel } = known;
  const sameWeek = market ? sameWeekIn(market, panel.firstDay) : sameTimeOfYear;
  const found = fitPanel(panel, { sameWeek, market: known.market });
  return found ? { ...table, demand: demandIndex(panel, found.fit) } : table;
}
