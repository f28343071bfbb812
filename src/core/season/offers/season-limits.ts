import type { Day } from '#core/base/dates.ts';

/** Limits of a season (constraints). Weeks are named by their Mondays; money is in the shop's currency. */
export interface SeasonLimits {
  readonly firstWeek: Day;
  readonly weekCount: number;
  /** null: no limit. */
  readonly mostPerWeek: number | null;
  /** null: no limit; the same for `stockBudget`. */
  readonly adBudget: number | null;
  /** By channel; channels that are not named have no limit. */
  readonly channelBudgets: Readonly<Record<string, number>>;
  /** Highest total cost of all initial stocks. */
  readonly stockBudget: number | null;
  /**
   * Most cash that the launches may tie up on any day, by their expected payments. null: no limit; absent in calendars
   * stored before it existed.
   */
  readonly cashBudget?: number | null;
  /** Weeks in which nothing is launched. */
  readonly closedWeeks: readonly Day[];
  /** By product ID. */
  readonly wishes: Readonly<Record<string, ProductWish>>;
}

/** Limits of one product. */
export interface ProductWish {
  /** First day on which its launch week may begin; below, the last. */
  readonly from?: Day;
  readonly until?: Day;
  /** It must be launched. */
  readonly isNeeded?: true;
  /** It is left out. */
  readonly isLeftOut?: true;
  /** It keeps its week and channel. */
  readonly locked?: LockedLaunch;
}

export interface LockedLaunch {
  readonly week: Day;
  /** null where the history has no channels. */
  readonly channel: string | null;
  /** It is a trial launch: see experiments/. */
  readonly isExperiment?: true;
  /**
   * Its plan is adopted with this ad spend and stock; closed weeks and the product's window do not apply. Never stored.
   */
  readonly adopted?: { readonly adSpend: number | null; readonly stockUnits: number };
}

/** Returns whether a week belongs to the season. */
export function isInSeason({ firstWeek, weekCount }: SeasonLimits, week: Day): boolean {
  return week >= firstWeek && week < firstWeek + 7 * weekCount;
}

/** Returns whether limits may require less ad spend than is best. */
export function isAdLimited(limits: SeasonLimits): boolean {
  const { adBudget, channelBudgets } = limits;
  return adBudget !== null || Object.keys(channelBudgets).length > 0 || isCashLimited(limits);
}

/** Returns whether limits may require less stock than is best. */
export function isStockLimited(limits: SeasonLimits): boolean {
  return limits.stockBudget !== null || isCashLimited(limits);
}

export function isCashLimited({ cashBudget }: SeasonLimits): boolean {
  return (cashBudget ?? null) !== null;
}

export const USUAL_SEASON_WEEKS = 26;

/** Returns the length, in weeks, of a season that ends with this week. */
export function weeksTo({ firstWeek }: Pick<SeasonLimits, 'firstWeek'>, week: Day): number {
  return (week - firstWeek) / 7 + 1;
}

/** Returns the limits with the season extended to include these weeks. */
export function reaching(limits: SeasonLimits, weeks: readonly Day[]): SeasonLimits {
  const last = Math.max(limits.firstWeek, ...weeks);
  return { ...limits, weekCount: Math.max(limits.weekCount, weeksTo(limits, last)) };
}

/** Returns half a year without limits. */
export function usualLimits(firstWeek: Day): SeasonLimits {
  return {
    firstWeek,
    weekCount: USUAL_SEASON_WEEKS,
    mostPerWeek: null,
    adBudget: null,
    channelBudgets: {},
    stockBudget: null,
    cashBudget: null,
    closedWeeks: [],
    wishes: {},
  };
}
