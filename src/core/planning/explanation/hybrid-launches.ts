// Launches that are part plan and part past launch: each group of choices comes from one or the other. Forecasts of all
// combinations show what each group adds.

import { weekOfYear, WEEKS_PER_YEAR, type Day } from '#core/base/dates.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import type { PromotionTerms } from '#core/launch/offer-terms.ts';
import type { LaunchAction } from '../plan/launch-plan.ts';
import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { PART_GROUPS, type PartGroup } from './plan-explanation.ts';

/** Decisions of a launch, in parts that can be mixed. '' and NaN mean not known. */
export interface LaunchChoices {
  readonly day: Day;
  readonly channel: string;
  readonly promotion: string;
  /** Multiple of the list price, before the promotion. */
  readonly priceFactor: number;
  readonly adSpend: number;
}

/** Number of typical launches: enough for each part of the range of sales. */
const TYPICAL_LAUNCHES = 16;

/**
 * Returns rows of past launches spread evenly over what they sold, so that their mean is that of all launches and one
 * launch more hardly moves it. Launches that sold the same are in the order of time.
 */
export function typicalRows(table: LaunchTable): Uint32Array {
  const rows = measuredRows(table, rowsByDate(table)).sort(
    (a, b) => table.units[a]! - table.units[b]!,
  );
  const count = Math.min(TYPICAL_LAUNCHES, rows.length);
  return Uint32Array.from(
    { length: count },
    (_, i) => rows[Math.floor(((i + 0.5) * rows.length) / count)]!,
  );
}

/** Returns the groups that the history has any data on, in the order of PART_GROUPS. */
export function knownGroups(table: LaunchTable): PartGroup[] {
  const isKnown: Readonly<Record<PartGroup, () => boolean>> = {
    week: () => true,
    channel: () => table.channel.some(Boolean),
    promotion: () => table.promotion.some(Boolean),
    price: () =>
      table.salePrice.some((price, row) => Number.isFinite(price / table.listPrice[row]!)),
    spend: () => table.adSpend.some(Number.isFinite),
    product: () => true,
  };
  return PART_GROUPS.filter((group) => isKnown[group]());
}

export function plannedChoices(action: LaunchAction): LaunchChoices {
  return {
    day: action.launchDay,
    channel: action.channel ?? '',
    promotion: action.promotion ?? '',
    priceFactor: action.priceFactor,
    adSpend: action.adSpend ?? NaN,
  };
}

/**
 * Returns the decisions of a past launch, moved to the same week in the year that begins at `from`. So a plan is
 * compared with other seasons, not with what the shop sold years ago.
 */
export function pastChoices(
  table: LaunchTable,
  row: number,
  { promotions, from }: { readonly promotions: readonly PromotionTerms[]; readonly from: Day },
): LaunchChoices {
  const promotion = table.promotion[row]!;
  const ratio = table.salePrice[row]! / table.listPrice[row]!;
  return {
    day: sameWeekFrom(from, table.launchDay[row]!),
    channel: table.channel[row]!,
    promotion,
    priceFactor: ratio / (1 - depthOf(promotions, promotion)),
    adSpend: table.adSpend[row]!,
  };
}

function sameWeekFrom(from: Day, day: Day): Day {
  const later = weekOfYear(day) - weekOfYear(from);
  return from + 7 * ((later + WEEKS_PER_YEAR) % WEEKS_PER_YEAR);
}

/** Returns the choices of `groups` as planned, the others as in the past launch. */
export function mixedChoices(
  planned: LaunchChoices,
  past: LaunchChoices,
  groups: ReadonlySet<PartGroup>,
): LaunchChoices {
  const of = (group: PartGroup) => (groups.has(group) ? planned : past);
  return {
    day: of('week').day,
    channel: of('channel').channel,
    promotion: of('promotion').promotion,
    priceFactor: of('price').priceFactor,
    adSpend: of('spend').adSpend,
  };
}

/** Returns the sale price over the list price, promotion included. */
export function ratioOf(
  { priceFactor, promotion }: LaunchChoices,
  promotions: readonly PromotionTerms[],
): number {
  return priceFactor * (1 - depthOf(promotions, promotion));
}

function depthOf(promotions: readonly PromotionTerms[], name: string): number {
  return promotions.find((promotion) => promotion.name === name)?.depth ?? 0;
}

/** Returns the product of a past launch as a new product. */
export function pastProduct(table: LaunchTable, row: number): NewProduct {
  const price = table.listPrice[row]!;
  const cost = table.unitCost[row]!;
  return {
    id: table.productId[row]!,
    title: table.title[row]!,
    category: table.category[row]!,
    brand: table.brand[row]!,
    listPrice: Number.isNaN(price) ? null : price,
    unitCost: Number.isNaN(cost) ? null : cost,
    attributes: Object.fromEntries(
      Object.entries(table.attributes).map(([name, column]) => [name, column[row]!]),
    ),
  };
}
