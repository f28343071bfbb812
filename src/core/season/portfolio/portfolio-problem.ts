// What can be chosen from a shortlist: every option of every article that the limits allow, and what similar articles
// take from each other.

import type { Day } from '#core/base/dates.ts';
import { ownValue } from '#core/base/lookup.ts';
import {
  canBeChosen,
  type ArticleOption,
  type MissCorrelation,
  type RankedArticle,
  type SimilarArticles,
} from '#core/planning/suppliers/shortlist.ts';
import type { PortfolioLimits } from './portfolio-limits.ts';

/** A candidate with its options; an article is launched in one of them at most. */
export interface Candidate {
  readonly articleId: string;
  readonly category: string;
  readonly isWanted: boolean;
  /** The best first. */
  readonly options: readonly ArticleOption[];
}

/** Two candidates of which each takes buyers from the other. */
export interface TakingPair {
  readonly first: number;
  readonly second: number;
  /** Share of its objective that each loses to the other in the same four weeks, 0–1. */
  readonly lostShare: number;
}

export interface PortfolioProblem {
  readonly candidates: readonly Candidate[];
  readonly pairs: readonly TakingPair[];
  readonly limits: PortfolioLimits;
  readonly correlation: MissCorrelation;
}

/** The place of the option taken of each candidate; `NOT_CHOSEN`: none. */
export type Portfolio = readonly number[];
export const NOT_CHOSEN = -1;

interface Listed {
  readonly articles: readonly RankedArticle[];
  readonly correlation: MissCorrelation;
  /** First possible launch day of what is ordered today. */
  readonly earliestDay: Day;
  readonly categoryOf: (articleId: string) => string;
  /** Pairs by article ID. */
  readonly pairs: readonly Pick<SimilarArticles, 'first' | 'second' | 'lostShare'>[];
}

/** Returns the problem; candidates are in the order of the shortlist. Articles without an option are no candidates. */
export function portfolioProblem(listed: Listed, limits: PortfolioLimits): PortfolioProblem {
  const barred = new Set(limits.barred);
  const wanted = new Set(limits.wanted);
  const until = listed.earliestDay + 7 * (limits.weekCount ?? Infinity);
  const candidates = listed.articles.flatMap((article): Candidate[] => {
    const isWanted = wanted.has(article.articleId);
    if (barred.has(article.articleId) || !(canBeChosen(article) || isWanted)) return [];
    const options = article.options.filter((option) =>
      isWithin(option, { ...limits, until }, isWanted),
    );
    if (options.length === 0) return [];
    const { articleId } = article;
    return [{ articleId, category: listed.categoryOf(articleId), isWanted, options }];
  });
  const places = new Map(candidates.map(({ articleId }, place) => [articleId, place]));
  const pairs = listed.pairs.flatMap(({ first, second, lostShare }): TakingPair[] => {
    const [one, other] = [places.get(first), places.get(second)];
    if (one === undefined || other === undefined) return [];
    return [{ first: one, second: other, lostShare }];
  });
  return { candidates, pairs, limits, correlation: listed.correlation };
}

/** Options that can only lose are left out, except of articles that the seller wants. */
function isWithin(
  { launchDay, channel, outlay, value }: ArticleOption,
  {
    until,
    mostByChannel,
    cash,
  }: Pick<PortfolioLimits, 'mostByChannel' | 'cash'> & { readonly until: Day },
  isWanted: boolean,
): boolean {
  if (launchDay >= until) return false;
  if (channel !== null && ownValue(mostByChannel, channel) === 0) return false;
  if (cash !== null && (outlay ?? Infinity) > cash) return false;
  return value > 0 || isWanted;
}

/** Returns the option taken of each candidate; null where none is. */
export function takenOptions(
  { candidates }: Pick<PortfolioProblem, 'candidates'>,
  portfolio: Portfolio,
): (ArticleOption | null)[] {
  return candidates.map(({ options }, i) => options[portfolio[i]!] ?? null);
}

/** Returns what pairs of one portfolio lose to each other, in the objective. */
export function lossOfPairs(
  problem: Pick<PortfolioProblem, 'candidates' | 'pairs'>,
  portfolio: Portfolio,
): number {
  const taken = takenOptions(problem, portfolio);
  return problem.pairs.reduce((all, { first, second, lostShare }) => {
    const [one, other] = [taken[first], taken[second]];
    if (!one || !other || one.launchDay !== other.launchDay) return all;
    return all + lostShare * (Math.max(0, one.value) + Math.max(0, other.value));
  }, 0);
}

/** Returns the expected objective of a portfolio, less what similar articles take from each other. */
export function portfolioValue(problem: PortfolioProblem, portfolio: Portfolio): number {
  const taken = takenOptions(problem, portfolio);
  const all = taken.reduce((total, option) => total + (option?.value ?? 0), 0);
  return all - lossOfPairs(problem, portfolio);
}
