import type { Day } from '../base/dates.ts';
import type { DemandIndex } from '../demand/series/category-demand.ts';
import type { MarketEvents } from './events/market-events.ts';
import type { TextEmbeddings } from '../base/text/text-embeddings.ts';
import type { Looks } from './looks.ts';

/** What is known about products before they launch, one entry per row. '' and NaN mean missing. */
export interface ProductColumns {
  readonly rowCount: number;
  /** Missing where products without a title need not be told apart. */
  readonly productId?: readonly string[] | undefined;
  readonly title: readonly string[];
  readonly category: readonly string[];
  readonly brand: readonly string[];
  /** Money per unit, in the shop's currency. */
  readonly listPrice: Float64Array;
  readonly unitCost: Float64Array;
  /** Free attributes by column name, such as "material". */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** Embeddings of `textsToEmbed`, by text; missing where the language model was not run. Some titles may be unread. */
  readonly embeddings?: TextEmbeddings | undefined;
  /** Whether a model is trained on the meaning of titles in addition to their words; needs embeddings. */
  readonly learnsMeaning?: boolean | undefined;
  /** How products look, by the owner of their picture; missing where there are no pictures. */
  readonly looks?: Looks | undefined;
  /** Whether a model is trained on looks; needs looks. */
  readonly learnsLooks?: boolean | undefined;
  /** Missing where no market was chosen. */
  readonly events?: MarketEvents | undefined;
  /** Missing where nothing is known of the demand of categories. */
  readonly demand?: DemandIndex | undefined;
}

/** Past launches, one row each, as columns. '' and NaN mean missing; launchDay is never missing. */
export interface LaunchTable extends ProductColumns {
  readonly productId: readonly string[];
  /** Demand that the shop's own weeks show, beside one borrowed from the market; missing where they show none. */
  readonly ownDemand?: DemandIndex | undefined;
  readonly launchDay: Float64Array;
  readonly channel: readonly string[];
  readonly promotion: readonly string[];
  /** Money per unit that buyers paid, promotion included. */
  readonly salePrice: Float64Array;
  readonly adSpend: Float64Array;
  /** Share of the sale price that the channel keeps, 0–1. */
  readonly channelFee: Float64Array;
  /** Units on hand for the horizon, where the seller states them. */
  readonly firstStock: Float64Array;
  /** Outcomes over the horizon (HORIZON_DAYS after launch). */
  readonly impressions: Float64Array;
  readonly clicks: Float64Array;
  readonly orders: Float64Array;
  /** NaN where a launch has other outcomes only. */
  readonly units: Float64Array;
  readonly revenue: Float64Array;
  /** Units sold that were returned. */
  readonly returns: Float64Array;
  /** Mean rating by buyers, on the shop's own scale. */
  readonly rating: Float64Array;
  /**
   * Units in each of the first twelve weeks since launch, one column per week; NaN where the records end before.
   * Missing where no file has them.
   */
  readonly weeklyUnits?: readonly Float64Array[] | undefined;
  /** Derived: the shop's own launches of the category in the CROWDING_DAYS before, 0 or more. */
  readonly crowding: Float64Array;
}

/** Default horizon: outcomes are counted over the first four weeks. */
export const HORIZON_DAYS = 28;
/** Least and most days of a horizon that the seller may choose. */
export const HORIZON_BOUNDS = { least: 7, most: 365 } as const;

/** Returns the indices of all rows. */
export function everyRow({ rowCount }: Pick<LaunchTable, 'rowCount'>): Uint32Array {
  return Uint32Array.from({ length: rowCount }, (_, row) => row);
}

/** Returns the rows whose units are known: only they can train or test a forecast of units. */
export function measuredRows(table: LaunchTable, rows: Uint32Array): Uint32Array {
  return rows.filter((row) => !Number.isNaN(table.units[row]!));
}

/** Returns the day of the newest launch; -Infinity for an empty table. */
export function lastLaunchDay(table: LaunchTable): Day {
  return table.launchDay.reduce((last, day) => Math.max(last, day), -Infinity);
}
