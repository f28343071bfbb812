// A shortlist and limits → the best portfolio found in time. The chance that a month loses money is limited by tangents,
// which are added where a solution breaks the limit, until none does.

import type { Day } from '#core/base/dates.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { greedyPortfolio } from '#core/season/portfolio/greedy-portfolio.ts';
import { portfolioOutcome, type SharedFigures } from '#core/season/portfolio/portfolio-outcome.ts';
import {
  NOT_CHOSEN,
  portfolioValue,
  takenOptions,
  type Portfolio,
  type PortfolioProblem,
} from '#core/season/portfolio/portfolio-problem.ts';
import {
  columnsOfPortfolio,
  portfolioOfColumns,
  portfolioProgram,
  type RiskCut,
  type TakenLaunch,
} from '#core/season/portfolio/portfolio-program.ts';
import { monthDeviation } from '#core/season/portfolio/portfolio-risk.ts';
import type { Solver } from './solver.ts';

export interface PortfolioRun {
  readonly problem: PortfolioProblem;
  readonly shared: SharedFigures;
  /** Optimality gap that is good enough, as a share of the value found. */
  readonly gap: number;
  readonly seconds: number;
  readonly now: () => number;
  /** Called before each run of the solver, which receives no messages until it is done; may throw to stop. */
  readonly pause: () => Promise<void>;
}

export interface SolvedPortfolio {
  readonly portfolio: Portfolio;
  /** Expected objective. */
  readonly value: number;
  /**
   * Objective that no portfolio within the limits exceeds, where the limit on losses is that of normal totals; null: not
   * known.
   */
  readonly bound: number | null;
  readonly seconds: number;
}

/** Standard deviations grow by this factor where months lose more often than their tangents say. */
const STRICTER = 1.15;
/** By how much the share of 1,000 drawn cases may exceed its limit by the luck of the draws: about one standard error of 10%. */
const DRAWN_BY_LUCK = 0.01;
/** A chance of 0 would allow nothing that can vary. */
const LEAST_CHANCE = 0.001;

/** Returns the best portfolio; null where no choice keeps the limits. Throws what `open` and `pause` throw. */
export async function solvePortfolio(
  run: PortfolioRun,
  open: () => Promise<Solver>,
): Promise<SolvedPortfolio | null> {
  const { problem, now } = run;
  const startedAt = now();
  const secondsSince = () => (now() - startedAt) / 1000;
  let deviations = deviationsOf(run);
  let best: Portfolio | null = null;
  let bound: number | null = null;
  const cuts: RiskCut[] = [];
  let isStricter = false;
  await run.pause();
  const solver = await open();
  do {
    await run.pause();
    const start = columnsOfPortfolio(problem, best ?? greedyPortfolio(problem));
    const seconds = Math.max(1, run.seconds - secondsSince());
    const asked = { start, gap: run.gap, seconds, onBetter: () => undefined };
    const solved = solver.solve(portfolioProgram(problem, cuts), asked);
    if (!solved.columns) break;
    // Tangents remove only what breaks the limit, so the newest bound is the tightest, until the limit is made stricter.
    if (!isStricter) bound = solved.bound ?? bound;
    const found = portfolioOfColumns(problem, solved.columns);
    const kept = withoutRisk(problem, found, deviations);
    const isKept = !hasLossyMonth(problem, kept, run.shared);
    if (isKept && valueOf(problem, kept) > valueOf(problem, best)) best = kept;
    const risky = riskyMonths(problem, found, deviations);
    cuts.push(...risky);
    if (risky.length > 0) continue;
    if (isKept) break;
    deviations *= STRICTER;
    isStricter = true;
  } while (secondsSince() < run.seconds);
  if (!best) return null;
  return { portfolio: best, value: portfolioValue(problem, best), bound, seconds: secondsSince() };
}

/** Returns the standard deviations that a month must be expected to bring; 0: any, because only money can be lost. */
function deviationsOf({ problem, shared }: PortfolioRun): number {
  const { lossChance } = problem.limits;
  if (lossChance === null || shared.objective !== 'profit') return 0;
  return Math.max(0, normalQuantile(1 - Math.max(LEAST_CHANCE, lossChance)));
}

/** Returns a tangent for each month whose launches vary too much for what they are expected to bring. */
function riskyMonths(
  problem: PortfolioProblem,
  portfolio: Portfolio,
  deviations: number,
): RiskCut[] {
  return [...launchesByMonth(problem, portfolio)].flatMap(([launchDay, taken]): RiskCut[] =>
    isRisky(problem, taken, deviations) ? [{ launchDay, taken, deviations }] : [],
  );
}

function isRisky(
  { correlation }: PortfolioProblem,
  taken: readonly TakenLaunch[],
  deviations: number,
): boolean {
  if (deviations === 0) return false;
  const expected = taken.reduce((all, { option }) => all + option.value, 0);
  return expected < deviations * monthDeviation(taken, correlation) * (1 - 1e-9);
}

function launchesByMonth(
  problem: PortfolioProblem,
  portfolio: Portfolio,
): Map<Day, readonly TakenLaunch[]> {
  const months = new Map<Day, TakenLaunch[]>();
  takenOptions(problem, portfolio).forEach((option, place) => {
    if (!option) return;
    const { category } = problem.candidates[place]!;
    const launch = { category, spread: option.spread, option };
    months.set(option.launchDay, [...(months.get(option.launchDay) ?? []), launch]);
  });
  return months;
}

/** Leaves out launches of risky months, the least valuable first, until none is risky or only wanted ones are left. */
function withoutRisk(
  problem: PortfolioProblem,
  portfolio: Portfolio,
  deviations: number,
): Portfolio {
  const kept = [...portfolio];
  for (const taken of launchesByMonth(problem, portfolio).values()) {
    let left = taken.toSorted((a, b) => b.option.value - a.option.value);
    while (left.length > 0 && isRisky(problem, left, deviations)) {
      const last = left.findLastIndex(({ option }) => !isWanted(problem, option));
      if (last < 0) break;
      const { option } = left[last]!;
      kept[placeOf(problem, option)] = NOT_CHOSEN;
      left = left.toSpliced(last, 1);
    }
  }
  return kept;
}

function placeOf({ candidates }: PortfolioProblem, option: TakenLaunch['option']): number {
  return candidates.findIndex(({ options }) => options.includes(option));
}

function isWanted(problem: PortfolioProblem, option: TakenLaunch['option']): boolean {
  return problem.candidates[placeOf(problem, option)]!.isWanted;
}

/** Whether the launches of some month lose money together more often than they may, over drawn cases. */
function hasLossyMonth(
  problem: PortfolioProblem,
  portfolio: Portfolio,
  shared: PortfolioRun['shared'],
): boolean {
  const { lossChance } = problem.limits;
  if (lossChance === null) return false;
  const { months } = portfolioOutcome(problem, portfolio, shared);
  return months.some((month) => month.lossChance > lossChance + DRAWN_BY_LUCK);
}

function valueOf(problem: PortfolioProblem, portfolio: Portfolio | null): number {
  return portfolio ? portfolioValue(problem, portfolio) : -Infinity;
}
