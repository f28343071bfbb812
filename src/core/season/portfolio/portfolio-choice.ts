// What is chosen from a shortlist: the best within the limits, next to the top list and to the seller's own pick.

import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import type { ArticleOption, Shortlist } from '#core/planning/suppliers/shortlist.ts';
import { greedyPortfolio } from './greedy-portfolio.ts';
import type { PortfolioLimits } from './portfolio-limits.ts';
import {
  optionRange,
  portfolioOutcome,
  type PortfolioOutcome,
  type SharedFigures,
} from './portfolio-outcome.ts';
import {
  NOT_CHOSEN,
  portfolioProblem,
  takenOptions,
  type Portfolio,
  type PortfolioProblem,
} from './portfolio-problem.ts';

export interface ChosenArticle {
  readonly articleId: string;
  readonly option: ArticleOption;
  /** Of its objective with this option, alone. */
  readonly range: OutcomeRange;
}

export interface PortfolioChoice {
  /** The most valuable first. */
  readonly chosen: readonly ChosenArticle[];
  readonly outcome: PortfolioOutcome;
}

/** The choices that are compared. */
export interface ComparedChoices {
  /** When the shortlist that was chosen from was ranked. */
  readonly rankedAt: number;
  /** null: no choice keeps the limits. */
  readonly best: PortfolioChoice | null;
  /** Objective that no choice within the limits exceeds, as far as totals are normal; null: not known. */
  readonly bound: number | null;
  readonly seconds: number;
  /** The most promising articles one after another, within the limits but that on the chance of a loss. */
  readonly topList: PortfolioChoice;
}

/** Returns the problem of choosing from a shortlist. */
export function shortlistProblem(
  { articles, missCorrelation, pairs, earliestDay }: Shortlist,
  categoryOf: (articleId: string) => string,
  limits: PortfolioLimits,
): PortfolioProblem {
  return portfolioProblem(
    { articles, correlation: missCorrelation, categoryOf, pairs, earliestDay },
    limits,
  );
}

/** Returns a portfolio as it is shown. */
export function portfolioChoice(
  problem: PortfolioProblem,
  portfolio: Portfolio,
  shortlist: SharedFigures,
): PortfolioChoice {
  const chosen = takenOptions(problem, portfolio).flatMap((option, place): ChosenArticle[] =>
    option
      ? [
          {
            articleId: problem.candidates[place]!.articleId,
            option,
            range: optionRange(option, shortlist),
          },
        ]
      : [],
  );
  return {
    chosen: chosen.sort((a, b) => b.option.value - a.option.value),
    outcome: portfolioOutcome(problem, portfolio, shortlist),
  };
}

/** Returns the top list of the problem. */
export function topList(problem: PortfolioProblem, shortlist: SharedFigures): PortfolioChoice {
  return portfolioChoice(problem, greedyPortfolio(problem), shortlist);
}

/** Returns what the seller picked, each with its best option whatever the limits; articles without one are left out. */
export function ownChoice(
  shortlist: Shortlist,
  categoryOf: (articleId: string) => string,
  picked: readonly string[],
): PortfolioChoice {
  const unlimited = {
    ...{ mostArticles: null, cash: null, mostPerFourWeeks: null, mostByChannel: {} },
    ...{ weekCount: null, lossChance: null, wanted: picked, barred: [] },
  };
  const problem = shortlistProblem(shortlist, categoryOf, unlimited);
  const isPicked = new Set(picked);
  const portfolio = problem.candidates.map(({ articleId }) =>
    isPicked.has(articleId) ? 0 : NOT_CHOSEN,
  );
  return portfolioChoice(problem, portfolio, shortlist);
}
