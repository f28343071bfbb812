// The choice of a portfolio as a mixed-integer linear program. x_o = 1 where option o is taken; y is what a pair of similar
// articles loses in one month.
// Maximise  Σ value_o x_o − Σ y
// subject to Σ_o x_o ≤ 1 for each article (= 1 where it is wanted), the limits, y ≥ loss (X_a + X_b − 1), and for each
// month of which the chance of a loss is limited, tangents of  Σ value_o x_o ≥ z × deviation(x)  (outer approximation:
// Duran, Grossmann 1986). The tangents are added where a solution breaks the limit: see workers/season.

import type { Day } from '#core/base/dates.ts';
import type { ArticleOption } from '#core/planning/suppliers/shortlist.ts';
import { packedRows, type LinearProgram, type ProgramRow } from '../problem/linear-program.ts';
import { deviationTangent, type MonthLaunch } from './portfolio-risk.ts';
import {
  NOT_CHOSEN,
  takenOptions,
  type Portfolio,
  type PortfolioProblem,
} from './portfolio-problem.ts';

/** A tangent of the limit on the chance of a loss. */
export interface RiskCut {
  readonly launchDay: Day;
  /** Launches at which it lies. */
  readonly taken: readonly TakenLaunch[];
  /** Standard deviations that the expected objective must exceed. */
  readonly deviations: number;
}

/** A launch of a portfolio. */
export interface TakenLaunch extends MonthLaunch {
  readonly option: ArticleOption;
}

interface Column {
  readonly candidate: number;
  readonly option: ArticleOption;
  readonly column: number;
}

/** Returns the program. Its first columns are the options, candidate by candidate. */
export function portfolioProgram(
  problem: PortfolioProblem,
  cuts: readonly RiskCut[],
): LinearProgram {
  const columns = columnsOf(problem);
  const losses = lossRows(problem, columns);
  const rows = [
    ...articleRows(problem, columns),
    ...limitRows(problem, columns),
    ...losses.map(({ row }) => row),
    ...cuts.map((cut) => cutRow(problem, columns, cut)),
  ];
  return {
    columnCount: columns.length + losses.length,
    wholeCount: columns.length,
    costs: Float64Array.from([
      ...columns.map(({ option }) => option.value),
      ...losses.map(() => -1),
    ]),
    ...packedRows(rows),
  };
}

/** Returns the portfolio of a solution; x above 0.5 counts as 1. */
export function portfolioOfColumns(
  problem: Pick<PortfolioProblem, 'candidates'>,
  solved: ArrayLike<number>,
): Portfolio {
  let column = 0;
  return problem.candidates.map(({ options }) => {
    let place = NOT_CHOSEN;
    options.forEach((_, i) => {
      if (solved[column++]! > 0.5) place = i;
    });
    return place;
  });
}

/** Returns the columns of a portfolio, [columnCount]; losses take their smallest feasible values. */
export function columnsOfPortfolio(problem: PortfolioProblem, portfolio: Portfolio): Float64Array {
  const columns = columnsOf(problem);
  const losses = lossRows(problem, columns);
  const solved = new Float64Array(columns.length + losses.length);
  for (const { candidate, option, column } of columns)
    if (problem.candidates[candidate]!.options[portfolio[candidate]!] === option)
      solved[column] = 1;
  const taken = takenOptions(problem, portfolio);
  losses.forEach(({ first, second, launchDay, loss }, i) => {
    const both = [first, second].every((place) => taken[place]?.launchDay === launchDay);
    if (both) solved[columns.length + i] = loss;
  });
  return solved;
}

function columnsOf({ candidates }: Pick<PortfolioProblem, 'candidates'>): Column[] {
  return candidates
    .flatMap(({ options }, candidate) => options.map((option) => ({ candidate, option })))
    .map((each, column) => ({ ...each, column }));
}

function articleRows({ candidates }: PortfolioProblem, columns: readonly Column[]): ProgramRow[] {
  const own = candidates.map((): number[] => []);
  for (const { candidate, column } of columns) own[candidate]!.push(column);
  return candidates.map(({ isWanted }, i) => ({
    lower: isWanted ? 1 : 0,
    upper: 1,
    entries: own[i]!.map((column) => [column, 1] as const),
  }));
}

function limitRows({ limits }: PortfolioProblem, columns: readonly Column[]): ProgramRow[] {
  const { mostArticles, cash, mostPerFourWeeks, mostByChannel } = limits;
  const row = (most: number, of: (option: ArticleOption) => number): ProgramRow => ({
    lower: -Infinity,
    upper: most,
    entries: columns.flatMap(({ option, column }) => {
      const value = of(option);
      return value === 0 ? [] : [[column, value] as const];
    }),
  });
  const days = [...new Set(columns.map(({ option }) => option.launchDay))];
  return [
    ...(mostArticles === null ? [] : [row(mostArticles, () => 1)]),
    ...(cash === null ? [] : [row(cash, ({ outlay }) => outlay ?? 0)]),
    ...(mostPerFourWeeks === null
      ? []
      : days.map((day) => row(mostPerFourWeeks, ({ launchDay }) => (launchDay === day ? 1 : 0)))),
    ...Object.entries(mostByChannel).map(([name, most]) =>
      row(most, ({ channel }) => (channel === name ? 1 : 0)),
    ),
  ];
}

interface LossRow {
  readonly first: number;
  readonly second: number;
  readonly launchDay: Day;
  readonly loss: number;
  readonly row: ProgramRow;
}

/**
 * One row for each month that both articles of a pair can be launched in, with the least loss of their options there, so that
 * the bound holds.
 */
function lossRows({ candidates, pairs }: PortfolioProblem, columns: readonly Column[]): LossRow[] {
  const own = candidates.map((): Column[] => []);
  for (const column of columns) own[column.candidate]!.push(column);
  let next = columns.length;
  return pairs.flatMap(({ first, second, lostShare }) => {
    const days = new Set(own[first]!.map(({ option }) => option.launchDay));
    return [...days].flatMap((launchDay): LossRow[] => {
      const inMonth = (place: number) =>
        own[place]!.filter(({ option }) => option.launchDay === launchDay);
      const [one, other] = [inMonth(first), inMonth(second)];
      if (other.length === 0) return [];
      const loss = lostShare * (leastOf(one) + leastOf(other));
      if (loss === 0) return [];
      const entries = [...one, ...other].map(({ column }) => [column, loss] as const);
      const row = { lower: -Infinity, upper: loss, entries: [...entries, [next++, -1] as const] };
      return [{ first, second, launchDay, loss, row }];
    });
  });
}

function leastOf(columns: readonly Column[]): number {
  return columns.reduce(
    (least, { option }) => Math.min(least, Math.max(0, option.value)),
    Infinity,
  );
}

/** Σ (value_o − z × tangent_o) x_o ≥ 0 over the options of the month. */
function cutRow(
  { candidates, correlation }: PortfolioProblem,
  columns: readonly Column[],
  { launchDay, taken, deviations }: RiskCut,
): ProgramRow {
  const tangent = deviationTangent(taken, correlation);
  const own = new Set(taken.map(({ option }) => option));
  return {
    lower: 0,
    upper: Infinity,
    entries: columns.flatMap(({ candidate, option, column }) => {
      if (option.launchDay !== launchDay) return [];
      const { category } = candidates[candidate]!;
      const grows = tangent({ category, spread: option.spread }, own.has(option));
      return [[column, option.value - deviations * grows] as const];
    }),
  };
}
