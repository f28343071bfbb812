import { USUAL_SEASON_WEEKS } from '../offers/season-limits.ts';

/** Limits of what is chosen from a shortlist. null: no limit. Money is in the shop's currency. */
export interface PortfolioLimits {
  /** Articles that are chosen. */
  readonly mostArticles: number | null;
  /** Money paid for stock and ads before the first sale of each, in all. */
  readonly cash: number | null;
  /** Launches that begin within four weeks of each other. */
  readonly mostPerFourWeeks: number | null;
  /** By channel; channels that are not named have no limit. */
  readonly mostByChannel: Readonly<Record<string, number>>;
  /** Length of the season, from the first possible launch day on. */
  readonly weekCount: number | null;
  /** Highest chance, 0–1, that the launches of four weeks lose money together; counts only where profit is the objective. */
  readonly lossChance: number | null;
  /** IDs of articles that must be chosen, and of those that must not. */
  readonly wanted: readonly string[];
  readonly barred: readonly string[];
}

/** Share of months with a loss that most sellers can bear. */
const USUAL_LOSS_CHANCE = 0.1;
const USUAL_ARTICLES = 20;

/** Half a year, as for a calendar. */
export const USUAL_PORTFOLIO_LIMITS: PortfolioLimits = {
  mostArticles: USUAL_ARTICLES,
  cash: null,
  mostPerFourWeeks: null,
  mostByChannel: {},
  weekCount: USUAL_SEASON_WEEKS,
  lossChance: USUAL_LOSS_CHANCE,
  wanted: [],
  barred: [],
};
