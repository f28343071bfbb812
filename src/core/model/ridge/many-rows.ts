// Solves a ridge with many rows by conjugate gradients; each round starts from the solution of the one before. What a
// group has learnt is estimated with random signs (Hutchinson 1990).

import type { Random } from '#core/base/random.ts';
import { GroupSums, type CoefficientGroups } from './coefficient-groups.ts';
import { solve, type LinearSystem } from '#core/base/statistics/conjugate-gradients.ts';
import { Interactions, type OpenNormalMatrix } from './interactions.ts';
import type { PenalisedSystem, RidgeSolver, UnderPenalties } from './penalised-system.ts';
import type { RidgeRows } from './ridge-rows.ts';

const ROUND = { maxSteps: 30, tolerance: 1e-5 };
const LAST = { maxSteps: 100, tolerance: 1e-6 };
/** Rough tolerance for probes: their random error is larger than what remains unsolved. */
const PROBING = { maxSteps: 30, tolerance: 1e-2 };
/** Share of a group that counts as learnt before the first round. */
const UNKNOWN_SHARE = 0.5;
const MOST_PROBES = 8;
const ROWS_OF_ALL_PROBES = 4_000;

/**
 * Random signs, one per coefficient and one per launch, and the system's solutions for them, from which the next round
 * starts.
 */
interface Probe {
  readonly signs: Float64Array;
  readonly launchSigns: Float64Array;
  readonly inverted: Float64Array;
  readonly pulled: Float64Array;
}

/** Returns the number of probes. The random error is largest with few launches, where more probes cost little. */
function probeCount(rowCount: number): number {
  return Math.max(1, Math.min(MOST_PROBES, Math.floor(ROWS_OF_ALL_PROBES / rowCount)));
}

export class ManyRows implements RidgeSolver {
  readonly sizes: Float64Array;
  readonly #inputs: Interactions;
  readonly #groups: GroupSums;
  readonly #spoken: Float64Array;
  readonly #probes: readonly Probe[];
  readonly #coefficients: Float64Array;
  /** Share of each group's coefficients that was learnt by the last round. */
  #shares: Float64Array;

  constructor(
    { x, phi, batch, weight }: RidgeRows,
    {
      groups,
      random,
      openNormalMatrix,
    }: {
      readonly groups: CoefficientGroups;
      readonly random: Random;
      readonly openNormalMatrix?: OpenNormalMatrix | undefined;
    },
  ) {
    this.#inputs = new Interactions(x, phi, batch, openNormalMatrix);
    const { size, rowCount } = this.#inputs;
    this.#groups = new GroupSums(groups, size);
    this.#spoken = this.#inputs.squares(weight);
    this.sizes = this.#groups.of((i) => (this.#spoken[i]! > 0 ? 1 : 0));
    const sign = (): number => (random() < 0.5 ? -1 : 1);
    this.#probes = Array.from({ length: probeCount(rowCount) }, () => ({
      signs: new Float64Array(size).map(sign),
      launchSigns: new Float64Array(rowCount).map(sign),
      inverted: new Float64Array(size),
      pulled: new Float64Array(size),
    }));
    this.#coefficients = new Float64Array(size);
    this.#shares = this.sizes.map(() => UNKNOWN_SHARE);
  }

  under(given: UnderPenalties): PenalisedSystem {
    const system = this.#system(given);
    return {
      coefficients: (target, isLast) =>
        this.#solve(system, { target, precision: given.precision, isLast }),
      learntByGroup: () => this.#learntByGroup(system, given),
    };
  }

  squareLengths(coefficients: Float64Array): Float64Array {
    return this.#groups.of((i) => coefficients[i]! ** 2);
  }

  times(coefficients: Float64Array): Float64Array {
    return this.#inputs.times(coefficients);
  }

  *#solve(
    system: LinearSystem,
    {
      target,
      precision,
      isLast,
    }: {
      readonly target: Float64Array;
      readonly precision: Float64Array;
      readonly isLast: boolean;
    },
  ): Generator<void, Float64Array> {
    const pull = this.#inputs.gather(target.map((value, row) => value * precision[row]!));
    const start = this.#coefficients;
    return yield* solve(system, pull, { ...(isLast ? LAST : ROUND), start });
  }

  /**
   * Estimates the number of learnt coefficients per group in two ways. With one sign per launch, the error is in
   * proportion to what a group has learnt. With one sign per coefficient, as size − λ × trace of the inverse, it is in
   * proportion to what the group has not learnt. Each estimate is weighted by the other's error, so that an idle group
   * is seen to be idle. The weights come from the round before: with the same signs, the weighted mean would be biased.
   */
  *#learntByGroup(
    system: LinearSystem,
    { penalties, precision }: UnderPenalties,
  ): Generator<void, Float64Array> {
    const { sizes } = this;
    const settled = new Float64Array(sizes.length);
    const unsettled = new Float64Array(sizes.length);
    const addMean = (sums: Float64Array, found: Float64Array) =>
      found.forEach((value, group) => {
        sums[group] = sums[group]! + value / this.#probes.length;
      });
    for (const probe of this.#probes) {
      const pull = this.#inputs.gather(
        probe.launchSigns.map((sign, row) => sign * Math.sqrt(precision[row]!)),
      );
      yield* solve(system, pull, { ...PROBING, start: probe.pulled });
      yield* solve(system, probe.signs, { ...PROBING, start: probe.inverted });
      addMean(
        settled,
        this.#groups.of((i) => pull[i]! * probe.pulled[i]!),
      );
      addMean(
        unsettled,
        this.#groups.of((i) => (this.#spoken[i]! > 0 ? probe.signs[i]! * probe.inverted[i]! : 0)),
      );
    }
    this.#shares = sizes.map((size, group) => {
      if (size === 0) return 0;
      const share = this.#shares[group]!;
      const other = size - penalties[group]! * unsettled[group]!;
      const found = (1 - share) * settled[group]! + share * other;
      return Math.min(1, Math.max(0, found / size));
    });
    return this.#shares.map((share, group) => share * sizes[group]!);
  }

  #system({ penalties: ofGroups, precision }: UnderPenalties): LinearSystem {
    const inputs = this.#inputs;
    const penalties = this.#groups.spread(ofGroups);
    return {
      diagonal: inputs.diagonal(precision).map((square, i) => square + penalties[i]!),
      multiply: (vector) => {
        const back = inputs.multiply(vector, precision);
        for (let i = 0; i < back.length; i++) back[i] = back[i]! + penalties[i]! * vector[i]!;
        return back;
      },
    };
  }
}
