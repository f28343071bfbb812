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
import { portfolioOutcome } from '#core/season/portfolio/portfolio-outcome.ts';
import { solvePortfolio, type PortfolioRun } from '#workers/season/solve-portfolio.ts';
import { openSolver } from '#workers/season/solver.ts';
import { randomPortfolioProblem } from '../../support/shortlist.ts';

const solver = await openSolver();
/** Demand that cannot deviate, so that drawn cases never lose more than the tangents say. */
const shared = {
  objective: 'profit',
  demandFactors: demandSpread(Float64Array.from([0])).factors,
} as const;

function solve(problem: PortfolioProblem, of: PortfolioRun['shared'] = shared) {
  return solvePortfolio(
    { problem, shared: of, gap: 0, seconds: 30, now: () => 0, pause: () => Promise.resolve() },
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

  it('has no chance of a loss to limit where it is chosen by units', async () => {
    for (let seed = 1; seed <= 3; seed++) {
      const problem = randomPortfolioProblem(seed, { count: 6, limits: { mostArticles: 4 } });
      const limited = { ...problem, limits: { ...problem.limits, lossChance: 0.01 } };
      const solved = await solve(limited, { ...shared, objective: 'units' });
      expect(solved!.value).toBeGreaterThanOrEqual(0.97 * bestByTrying(problem));
    }
  });

  it('keeps the chance of a loss in drawn cases of demand that varies much', async () => {
    const residuals = Float64Array.from({ length: 200 }, (_, i) => (i - 99.5) / 40);
    const varied = { objective: 'profit', demandFactors: demandSpread(residuals).factors } as const;
    let riskiest = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const limits = { mostArticles: 4 };
      const free = randomPortfolioProblem(seed, { count: 6, limits });
      const unlimited = await solve(free, varied);
      const problem = { ...free, limits: { ...free.limits, lossChance: 0.1 } };
      const solved = await solve(problem, varied);
      const chanceOf = (portfolio: Portfolio) =>
        Math.max(
          0,
          ...portfolioOutcome(problem, portfolio, varied).months.map(
            ({ lossChance }) => lossChance,
          ),
        );
      riskiest = Math.max(riskiest, chanceOf(unlimited!.portfolio));
      if (solved) expect(chanceOf(solved.portfolio)).toBeLessThanOrEqual(0.11);
    }
    expect(riskiest).toBeGreaterThan(0.11); // so the limit matters
  });

  it('takes a chance of 0 as a very small one', async () => {
    const problem = randomPortfolioProblem(1, { count: 6, limits: { lossChance: 0 } });
    expect(
      isWithin(
        { ...problem, limits: { ...problem.limits, lossChance: 0.001 } },
        (await solve(problem))!.portfolio,
      ),
    ).toBe(true);
  });

  it('includes what the seller wants though it loses, and bounds that', async () => {
    const problem = randomPortfolioProblem(3, { count: 5, limits: {} });
    const candidates = problem.candidates.map((each, i) =>
      i === 0
        ? { ...each, isWanted: true, options: each.options.map((of) => ({ ...of, value: -900 })) }
        : { ...each, options: each.options.map((of) => ({ ...of, value: 10 })) },
    );
    const solved = await solve({ ...problem, candidates, pairs: [] });
    expect(solved!.value).toBeCloseTo(10 * (candidates.length - 1) - 900, 6);
    expect(solved!.bound).toBeGreaterThanOrEqual(solved!.value - 1e-6);
  });

  it('is null where what the seller wants cannot be paid', async () => {
    const free = randomPortfolioProblem(2, { count: 6, limits: {} });
    const { articleId } = free.candidates[0]!;
    const limits = { ...free.limits, mostArticles: 0, wanted: [articleId] };
    const wanted = free.candidates.map((each, i) => (i === 0 ? { ...each, isWanted: true } : each));
    expect(await solve({ ...free, limits, candidates: wanted })).toBeNull();
  });
});
