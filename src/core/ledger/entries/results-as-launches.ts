// Turns adopted plans with complete results into launches, so that models learn from them.

import type { Day } from '#core/base/dates.ts';
import { crowdingOf } from '#core/launch/crowding.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { ownValue } from '#core/base/lookup.ts';
import { nameBlankPromotions } from '#core/import/recipe/blank-promotions.ts';
import { mergeSpellings } from '#core/import/recipe/merge-spellings.ts';
import { spelledAttribute } from '#core/import/table/spelled-attribute.ts';
import { spellingKey } from '#core/base/text/split-words.ts';
import type { AdoptedPlan } from './adopted-plan.ts';
import { settledEntries, type Settled } from './promise-outcome.ts';

/** Days within which launches of one product are the same launch: a re-imported file has it, too. */
export const SAME_LAUNCH_DAYS = 28;

/**
 * Returns the launches with the results that they do not have yet appended. Returns the same table where there are
 * none.
 */
export function withResults(table: LaunchTable, entries: readonly AdoptedPlan[]): LaunchTable {
  const isThere = launchFinder(table);
  const added = settledEntries(entries).filter((entry) => !isThere(entry));
  if (added.length === 0) return table;
  const text = (own: readonly string[], of: (entry: Settled) => string): string[] => [
    ...own,
    ...mergeSpellings(added.map(of), own),
  ];
  const category = text(table.category, ({ product }) => product.category);
  const launchDay = numbers(table.launchDay, added, launchedOn);
  return {
    rowCount: table.rowCount + added.length,
    productId: [...table.productId, ...added.map(({ product }) => product.id)],
    title: [...table.title, ...added.map(({ product }) => product.title || product.id)],
    category,
    brand: text(table.brand, ({ product }) => product.brand),
    channel: text(table.channel, ({ actual, action }) => actual.channel ?? action.channel ?? ''),
    promotion: nameBlankPromotions(
      text(table.promotion, ({ actual, action }) => actual.promotion ?? action.promotion ?? ''),
    ),
    attributes: Object.fromEntries(
      Object.entries(table.attributes).map(([name, own]) => [
        name,
        [
          ...own,
          ...spelledAttribute(
            added.map(({ product }) => ownValue(product.attributes, name) ?? ''),
            own,
          ),
        ],
      ]),
    ),
    launchDay,
    crowding: crowdingOf({ category, launchDay }),
    ...outcomeColumns(table, added),
    ...(table.weeklyUnits && {
      weeklyUnits: table.weeklyUnits.map((own) => numbers(own, added, () => null)),
    }),
  };
}

function outcomeColumns(table: LaunchTable, added: readonly Settled[]) {
  const column = (own: Float64Array, of: (entry: Settled) => number | null): Float64Array =>
    numbers(own, added, of);
  return {
    listPrice: column(table.listPrice, ({ product }) => product.listPrice),
    unitCost: column(table.unitCost, ({ product }) => product.unitCost),
    salePrice: column(
      table.salePrice,
      ({ actual, action }) => actual.salePrice ?? action.salePrice,
    ),
    adSpend: column(table.adSpend, ({ actual, action }) => actual.adSpend ?? action.adSpend),
    channelFee: column(table.channelFee, () => null),
    firstStock: column(
      table.firstStock,
      ({ actual, action }) => actual.firstStock ?? action.stockUnits,
    ),
    impressions: column(table.impressions, ({ actual }) => actual.impressions),
    clicks: column(table.clicks, ({ actual }) => actual.clicks),
    orders: column(table.orders, ({ actual }) => actual.orders),
    units: column(table.units, ({ actual }) => actual.units),
    revenue: column(table.revenue, ({ actual }) => actual.revenue),
    returns: column(table.returns, ({ actual }) => actual.returns),
    rating: column(table.rating, ({ actual }) => actual.rating),
  };
}

function numbers(
  own: Float64Array,
  added: readonly Settled[],
  of: (entry: Settled) => number | null,
): Float64Array {
  return Float64Array.from([...own, ...added.map((entry) => of(entry) ?? NaN)]);
}

/** Returns the launch day of the result, else that of the plan. */
export function launchedOn({ actual, action }: AdoptedPlan): Day {
  return actual?.launchDay ?? action.launchDay;
}

function launchFinder({ productId, title, launchDay }: LaunchTable) {
  const days = new Map<string, Day[]>();
  const add = (name: string, day: Day) => days.set(name, [...(days.get(name) ?? []), day]);
  title.forEach((words, i) => {
    if (productId[i]) add(idKey(productId[i]), launchDay[i]!);
    add(titleKey(words), launchDay[i]!);
  });
  return (entry: AdoptedPlan): boolean => {
    const { id, title: words } = entry.product;
    const known = [...(days.get(idKey(id)) ?? []), ...(days.get(titleKey(words)) ?? [])];
    return known.some((day) => Math.abs(day - launchedOn(entry)) <= SAME_LAUNCH_DAYS);
  };
}

const idKey = (id: string): string => `id ${id}`;
const titleKey = (title: string): string => `title ${spellingKey(title)}`;
