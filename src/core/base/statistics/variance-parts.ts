// Splits variance into parts between and within groups: the moment estimates of a one-way analysis of variance (Fisher
// 1925; Donner 1986 for groups of unequal size). Where groups are nested in families, differences between families do
// not count (Searle, Casella, McCulloch: Variance Components, 1992, 5.3).

import { mean, sum } from './statistics.ts';

export interface VarianceParts {
  /** Variance between groups; below 0 where groups differ by less than chance would produce. */
  readonly between: number;
  readonly within: number;
  /** Standard error of `between`, given its true value. */
  readonly doubtOfBetween: (between: number) => number;
}

type Group = readonly number[];

/**
 * Splits the variance of values in groups, nested in families. Results are not finite where no family has two groups,
 * or no group has two values.
 */
export function varianceParts(families: readonly (readonly Group[])[]): VarianceParts {
  const own = families
    .map((groups) => groups.filter((group) => group.length > 0))
    .filter((groups) => groups.length > 0)
    .map(squaresOf);
  const freedom = sum(own.map(({ groups }) => groups - 1));
  const within = sum(own.map((each) => each.within)) / sum(own.map((each) => each.spare));
  /** Effective number of values in a group. */
  const size = sum(own.map((each) => each.telling)) / freedom;
  return {
    between: (sum(own.map((each) => each.between)) / freedom - within) / size,
    within,
    doubtOfBetween: (between) => Math.sqrt(2 / freedom) * (between + within / size),
  };
}

function squaresOf(groups: readonly Group[]) {
  const count = sum(groups.map((group) => group.length));
  const overall = mean(groups.flat());
  return {
    groups: groups.length,
    between: sum(groups.map((group) => group.length * (mean(group) - overall) ** 2)),
    within: sum(groups.map((group) => sum(group.map((value) => (value - mean(group)) ** 2)))),
    spare: count - groups.length,
    telling: count - sum(groups.map((group) => group.length ** 2)) / count,
  };
}
