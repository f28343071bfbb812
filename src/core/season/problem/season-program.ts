// The problem as a mixed-integer linear program.
// x_o = 1 where option o is taken; y_pa is what the launches of pair p lose to each other if the first is in week a.
// Maximise  Σ merit_o x_o − Σ y_pa
// subject to Σ_o x_o ≤ 1 for each product (= 1 where it is needed), the limits, and
// y_pa ≥ Σ_b loss(a, b) X_jb − M_a (1 − X_ia),  M_a = max_b loss(a, b),  X_iw = Σ x_o of product i in week w.
// This is exact where x is whole, because a product is in one week at most. A cash budget is a row for each day on which
// money goes out: −Σ_o cash_o(day) x_o ≤ budget, with cash_o the expected cumulative cash of option o.

import { cashOn, fallingDays } from '../offers/cash-use.ts';
import { spendOf, stockCostOf } from '../offers/pareto-options.ts';
import { packedRows, type LinearProgram, type ProgramRow } from './linear-program.ts';
import type { LimitName } from './season-value.ts';
import { meritOf } from '../offers/season-option.ts';
import {
  pairMeritLoss,
  LEFT_OUT,
  type SeasonChoice,
  type SeasonProblem,
} from './season-problem.ts';

/** Returns the first column of each product's options; the options of a product lie next to each other. */
export function firstColumns({ products }: Pick<SeasonProblem, 'products'>): number[] {
  let next = 0;
  return products.map(({ options }) => {
    const first = next;
    next += options.length;
    return first;
  });
}

/** Returns the program that maximises the merit of the season. */
export function seasonProgram(problem: SeasonProblem): LinearProgram {
  const firsts = firstColumns(problem);
  const values = problem.products.flatMap(({ options }) =>
    options.map((option) => meritOf(option)),
  );
  const losses = lossRows(problem, firsts, values.length);
  const rows = [...productRows(problem, firsts), ...limitRows(problem, firsts), ...losses];
  return {
    columnCount: values.length + losses.length,
    wholeCount: values.length,
    costs: Float64Array.from([...values, ...losses.map(() => -1)]),
    ...packedRows(rows),
  };
}

/**
 * Returns a program that is feasible if the given limits can be kept together. It has no objective, and only the
 * products named in the limits must be launched.
 */
export function limitsProgram(problem: SeasonProblem, limits: readonly LimitName[]): LinearProgram {
  const kept = new Set(limits.map((limit) => JSON.stringify(limit)));
  const firsts = firstColumns(problem);
  const count = problem.products.reduce((all, { options }) => all + options.length, 0);
  const products = problem.products.map((product) => ({
    ...product,
    isNeeded: kept.has(JSON.stringify({ kind: 'needed', productId: product.productId })),
  }));
  const limited = namedLimitRows(problem, firsts).filter(({ name }) =>
    kept.has(JSON.stringify(name)),
  );
  const rows = [...productRows({ ...problem, products }, firsts), ...limited.map(({ row }) => row)];
  return {
    columnCount: count,
    wholeCount: count,
    costs: new Float64Array(count),
    ...packedRows(rows),
  };
}

/** Returns every limit that takes part in a program, and every product that must be launched. */
export function limitNames(problem: SeasonProblem): LimitName[] {
  const needed = problem.products.filter(({ isNeeded }) => isNeeded);
  const rows = namedLimitRows(problem, firstColumns(problem)).map(({ name }) => name);
  return [
    ...rows.filter(({ kind }, i) => kind !== 'cash-budget' || rows[i - 1]?.kind !== kind),
    ...needed.map(({ productId }): LimitName => ({ kind: 'needed', productId })),
  ];
}

/**
 * Returns the columns of a choice, [columnCount]: 1 for options taken, 0 for others, then the losses. Losses take their
 * smallest feasible values.
 */
export function columnsOfChoice(problem: SeasonProblem, choice: SeasonChoice): Float64Array {
  const firsts = firstColumns(problem);
  const count = problem.products.reduce((all, { options }) => all + options.length, 0);
  const pairs = lossPlaces(problem);
  const columns = new Float64Array(count + pairs.length);
  choice.forEach((place, i) => {
    if (place !== LEFT_OUT) columns[firsts[i]! + place] = 1;
  });
  pairs.forEach(({ pair, week }, i) => {
    const [first, second] = [pair.first, pair.second].map((product) => {
      const place = choice[product]!;
      return place === LEFT_OUT ? null : problem.products[product]!.options[place]!.week;
    });
    if (first === week && second !== null && second !== undefined)
      columns[count + i] = pairMeritLoss(problem, pair, [week, second]);
  });
  return columns;
}

/**
 * Returns the choice of a solution; x above 0.5 counts as 1.
 * @param columns [columnCount], of which the first `wholeCount` are read
 */
export function choiceOfColumns(problem: SeasonProblem, columns: ArrayLike<number>): SeasonChoice {
  const firsts = firstColumns(problem);
  return Int32Array.from(problem.products, ({ options }, i) => {
    const taken = options.findIndex((_, place) => columns[firsts[i]! + place]! > 0.5);
    return taken < 0 ? LEFT_OUT : taken;
  });
}

function productRows({ products }: SeasonProblem, firsts: readonly number[]): ProgramRow[] {
  return products.flatMap(({ options, isNeeded }, i) =>
    options.length === 0
      ? []
      : [
          {
            lower: isNeeded ? 1 : 0,
            upper: 1,
            entries: options.map((_, place) => [firsts[i]! + place, 1] as const),
          },
        ],
  );
}

function limitRows(problem: SeasonProblem, firsts: readonly number[]): ProgramRow[] {
  return namedLimitRows(problem, firsts).map(({ row }) => row);
}

interface NamedRow {
  readonly name: LimitName;
  readonly row: ProgramRow;
}

function namedLimitRows(problem: SeasonProblem, firsts: readonly number[]): NamedRow[] {
  const { products, weeks, channels, limits } = problem;
  const columns = products.flatMap(({ options }, i) =>
    options.map((option, place) => ({ option, column: firsts[i]! + place })),
  );
  const row = (
    name: LimitName,
    most: number,
    used: (option: (typeof columns)[number]['option']) => number,
  ): NamedRow[] => {
    const entries = columns.flatMap(({ option, column }) => {
      const value = used(option);
      return value === 0 ? [] : [[column, value] as const];
    });
    return entries.length === 0 ? [] : [{ name, row: { lower: -Infinity, upper: most, entries } }];
  };
  const { mostPerWeek, adBudget, stockBudget, cashBudget = null, channelBudgets } = limits;
  return [
    ...(mostPerWeek === null
      ? []
      : weeks.flatMap((week, w) =>
          row({ kind: 'most-per-week', week }, mostPerWeek, (option) =>
            option.week === w ? 1 : 0,
          ),
        )),
    ...(adBudget === null ? [] : row({ kind: 'ad-budget' }, adBudget, spendOf)),
    ...Object.entries(channelBudgets).flatMap(([channel, most]) =>
      row({ kind: 'channel-budget', channel }, most, (option) =>
        channels[option.channel] === channel ? spendOf(option) : 0,
      ),
    ),
    ...(stockBudget === null ? [] : row({ kind: 'stock-budget' }, stockBudget, stockCostOf)),
    ...(cashBudget === null
      ? []
      : fallingDays(columns.map(({ option }) => option)).flatMap((day) =>
          row({ kind: 'cash-budget' }, cashBudget, (option) => -cashOn(option, day)),
        )),
  ];
}

/** Pairs with a week of the first launch, only where some week of the second is near enough for a loss. */
function lossPlaces(problem: SeasonProblem) {
  const weeksOf = problem.products.map(({ options }) =>
    [...new Set(options.map(({ week }) => week))].sort((a, b) => a - b),
  );
  return problem.pairs.flatMap((pair) =>
    weeksOf[pair.first]!.flatMap((week) => {
      const losses = weeksOf[pair.second]!.flatMap((other) => {
        const loss = pairMeritLoss(problem, pair, [week, other]);
        return loss > 0 ? [{ other, loss }] : [];
      });
      return losses.length === 0 ? [] : [{ pair, week, losses }];
    }),
  );
}

function lossRows(problem: SeasonProblem, firsts: readonly number[], from: number): ProgramRow[] {
  const byWeek = problem.products.map(({ options }, product) => {
    const columns: number[][] = problem.weeks.map(() => []);
    options.forEach(({ week }, place) => columns[week]!.push(firsts[product]! + place));
    return columns;
  });
  const inWeek = (product: number, week: number): number[] => byWeek[product]![week]!;
  return lossPlaces(problem).map(({ pair, week, losses }, i): ProgramRow => {
    const most = Math.max(...losses.map(({ loss }) => loss));
    return {
      lower: -Infinity,
      upper: most,
      entries: [
        ...inWeek(pair.first, week).map((column) => [column, most] as const),
        ...losses.flatMap(({ other, loss }) =>
          inWeek(pair.second, other).map((column) => [column, loss] as const),
        ),
        [from + i, -1] as const,
      ],
    };
  });
}
