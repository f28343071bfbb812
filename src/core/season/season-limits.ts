import type { Day } from '../dates.ts';

/** What a season has to keep to. Weeks are named by their Mondays, money is in the shop's currency. */
export interface SeasonLimits {
  readonly firstWeek: Day;
  readonly weekCount: number;
  /** null: any number. */
  readonly mostPerWeek: number | null;
  /** null: any sum, here and below. */
  readonly adBudget: number | null;
  /** By channel; of channels that are not named any sum. */
  readonly channelBudgets: Readonly<Record<string, number>>;
  /** What all first stocks may cost together. */
  readonly stockBudget: number | null;
  /** In which nothing is launched. */
  readonly closedWeeks: readonly Day[];
  /** By product ID. */
  readonly wishes: Readonly<Record<string, ProductWish>>;
}

/** What the seller says of one product. */
export interface ProductWish {
  /** First and last day on which its launch week may begin. */
  readonly from?: Day;
  readonly until?: Day;
  /** It may not be left out. */
  readonly isNeeded?: true;
  /** It is left out. */
  readonly isLeftOut?: true;
  /** It stays where it is. */
  readonly locked?: LockedLaunch;
}

export interface LockedLaunch {
  readonly week: Day;
  /** null where the history has no channels. */
  readonly channel: string | null;
  /** It was put there to learn from: see experiments/. */
  readonly isExperiment?: true;
  /** Its plan is adopted, with so much: closed weeks, and days that were set for it, do not count. Never kept. */
  readonly adopted?: { readonly adSpend: number | null; readonly stockUnits: number };
}

export function isInSeason({ firstWeek, weekCount }: SeasonLimits, week: Day): boolean {
  return week >= firstWeek && week < firstWeek + 7 * weekCount;
}

/** Whether less ad spend than is best may be called for. */
export function isAdLimited({ adBudget, channelBudgets }: SeasonLimits): boolean {
  return adBudget !== null || Object.keys(channelBudgets).length > 0;
}

export const USUAL_SEASON_WEEKS = 26;

/** How long a season is that ends with a week. */
export function weeksTo({ firstWeek }: Pick<SeasonLimits, 'firstWeek'>, week: Day): number {
  return (week - firstWeek) / 7 + 1;
}

/** The season, longer where some of these weeks lie after it. */
export function reaching(limits: SeasonLimits, weeks: readonly Day[]): SeasonLimits {
  const last = Math.max(limits.firstWeek, ...weeks);
  return { ...limits, weekCount: Math.max(limits.weekCount, weeksTo(limits, last)) };
}

export function usualLimits(firstWeek: Day): SeasonLimits {
  return {
    firstWeek,
    weekCount: USUAL_SEASON_WEEKS,
    mostPerWeek: null,
    adBudget: null,
    channelBudgets: {},
    stockBudget: null,
    closedWeeks: [],
    wishes: {},
  };
}
