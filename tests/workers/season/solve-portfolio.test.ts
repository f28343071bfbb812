import { describe, expect, it } from 'vitest';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import type { PortfolioLimits } from '#core/season/portfolio/portfolio-limits.ts';
import {
  NOT_CHOSEN,
  portfolioValue,
  takenOptions,
  type Portfolio,
  type PortfolioProblem,
} from '#core/season/portfolio/portfolio-problem.ts';
import { monthDeviation } from '#core/season/portfolio/portfolio-risk.ts';
import { solvePortfolio } from '#workers/season/solve-portfolio.ts';
import { openSolver } from '#workers/season/solver.ts';
import { randomPortfolioProblem } from '../../support/shortlist.ts';

const solver = await openSolver();
/** Demand that cannot deviate, so that drawn cases never lose more than the tangents say. */
const shared = {
  objective: 'profit',
  demandFactors: demandSpread(Float64Array.from([0])).factors,
} as const;

function solve(problem: PortfolioProblem) {
  return solvePortfolio(
    { problem, shared, gap: 0, seconds: 30, now: () => 0, pause: () => Promise.resolve() },
    () => Promise.resolve(solver),
  );
}

function isWithin(problem: PortfolioProblem, portfolio: Portfolio): boolean {
  const { mostArticles, cash, mostPerFourWeeks, mostByChannel, lossChance } = problem.limits;
  const taken = takenOptions(problem, portfolio).flatMap((option, i) =>
    option ? [{ ...option, category: problem.candidates[i]!.category }] : [],
  );
  const outlay = taken.reduce((all, option) => all + (option.outlay ?? 0), 0);
  if (taken.length > (mostArticles ?? Infinity) || outlay > (cash ?? Infinity)) return false;
  for (const [name, most] of Object.entries(mostByChannel))
    if (taken.filter(({ channel }) => channel === name).length > most) return false;
  return [...new Set(taken.map(({ launchDay }) => launchDay))].every((day) => {
    const own = taken.filter(({ launchDay }) => launchDay === day);
    if (own.length > (mostPerFourWeeks ?? Infinity)) return false;
    if (lossChance === null) return true;
    const value = own.reduce((all, each) => all + each.value, 0);
    return (
      value >=
      normalQuantile(1 - lossChance) * monthDeviation(own, problem.correlation) * (1 - 1e-9)
    );
  });
}

/** The value of the best of all portfolios, by trying each. */
function bestByTrying(problem: PortfolioProblem): number {
  let best = 0;
  const chosen = problem.candidates.map(() => NOT_CHOSEN);
  const tryFrom = (place: number): void => {
    if (place === chosen.length) {
      if (isWithin(problem, chosen)) best = Math.max(best, portfolioValue(problem, chosen));
      return;
    }
    for (let own = NOT_CHOSEN; own < problem.candidates[place]!.options.length; own++) {
      chosen[place] = own;
      tryFrom(place + 1);
    }
    chosen[place] = NOT_CHOSEN;
  };
  tryFrom(0);
  return best;
}

const LIMITS: readonly (readonly [string, Partial<PortfolioLimits>])[] = [
  ['a number of articles', { mostArticles: 3 }],
  ['cash', { mostArticles: null, cash: 1600 }],
  ['launches of four weeks and of a channel', { mostPerFourWeeks: 2, mostByChannel: { shop: 2 } }],
  ['the chance of a loss', { mostArticles: 4, lossChance: 0.1 }],
  ['all of them', { mostArticles: 4, cash: 2000, mostPerFourWeeks: 3, lossChance: 0.15 }],
];

describe('the best portfolio', () => {
  it.each(LIMITS)('is the best of all under %s', async (_, limits) => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = randomPortfolioProblem(seed, { count: 6, limits });
      const solved = await solve(problem);
      expect(isWithin(problem, solved!.portfolio)).toBe(true);
      const best = bestByTrying(problem);
      expect(solved!.bound).toBeGreaterThanOrEqual(best - 1e-6);
      // A pair loses a little more than the program counts where its options differ.
      expect(solved!.value).toBeGreaterThanOrEqual(0.97 * best);
      expect(solved!.value).toBeLessThanOrEqual(best + 1e-6);
    }
  });

  it('is null where what the seller wants cannot be paid', async () => {
    const free = randomPortfolioProblem(2, { count: 6, limits: {} });
    const { articleId } = free.candidates[0]!;
    const limits = { ...free.limits, mostArticles: 0, wanted: [articleId] };
    const wanted = free.candidates.map((each, i) => (i === 0 ? { ...each, isWanted: true } : each));
    expect(await solve({ ...free, limits, candidates: wanted })).toBeNull();
  });
});
