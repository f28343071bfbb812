// Fits a ridge and learns how far each group of its coefficients may go from the launches themselves: the penalties and the
// noise that make what happened most likely (type-II maximum likelihood; MacKay 1992). Nothing has to be held out for it, and a
// group that tells nothing is shut off. What a group has learnt is estimated with random signs (Hutchinson 1990).

import { roundToHalf } from '../half-floats.ts';
import type { Random } from '../random.ts';
import { normalSpread, SLIP_DEVIATIONS, sum } from '../statistics.ts';
import { solve, type LinearSystem } from './conjugate-gradients.ts';
import { Interactions, type OpenNormalMatrix } from './interactions.ts';
import type { Ridge } from './ridge.ts';

/** Launches to learn one outcome from. */
export interface RidgeRows {
  /** [rows, product inputs] */
  readonly x: Float32Array;
  /** [rows, basis], the constant 1 first. */
  readonly phi: Float32Array;
  readonly target: Float64Array;
  /** In inverse proportion to a row's variance. */
  readonly weight: Float64Array;
  /** Launches of one batch share a part of their fate that says nothing about later ones: numbers from 0. */
  readonly batch: Uint32Array;
}

/** Which coefficients share a penalty; the batches' are the group after the last. */
export interface CoefficientGroups {
  readonly count: number;
  /** The first groups are of what every product shares: they begin faint. */
  readonly sharedCount: number;
  /** Per coefficient, [1 + product inputs, basis]. */
  readonly ofCoefficient: Uint16Array;
}

/** Groups of coefficients: one for each pair of a group of product inputs and a group of action columns. */
export function pairGroups(
  productGroups: readonly number[],
  actionGroups: readonly number[],
): CoefficientGroups {
  const actionCount = 1 + Math.max(...actionGroups);
  // The constant product input is a group of its own, before the others.
  const products = [0, ...productGroups.map((group) => group + 1)];
  return {
    count: (1 + Math.max(...products)) * actionCount,
    sharedCount: actionCount,
    ofCoefficient: Uint16Array.from(
      products.flatMap((product) => actionGroups.map((action) => product * actionCount + action)),
    ),
  };
}

export interface EvidenceOptions {
  readonly groups: CoefficientGroups;
  readonly random: Random;
  /** Of the ridge; the fit itself does not look at them. */
  readonly signed?: Ridge['signed'] | undefined;
  /** From an earlier fit of much the same launches: fewer rounds are needed. */
  readonly start?: Pick<Ridge, 'penalties' | 'noise'> | undefined;
  readonly openNormalMatrix?: OpenNormalMatrix | undefined;
}

const ROUNDS = { fresh: 8, again: 4 } as const;
const STEPS_PER_ROUND = 30;
const LAST_STEPS = 100;
const TOLERANCE = 1e-5;
const LAST_TOLERANCE = 1e-6;
/** Chance errs by more than what is left of solving. */
const PROBING = { maxSteps: STEPS_PER_ROUND, tolerance: 1e-4 };
/** Penalties are learnt from the newest so many: more change them little and cost much. */
const MOST_ROWS_FOR_PENALTIES = 2_000;
const SHARED_PENALTY = 1;
/** The constant alone: it is drawn to zero but faintly, and learns no penalty. */
const BASE_GROUP = 0;
const FIRST_PENALTY = 30;
const PENALTY_BOUNDS = [0.05, 1e4] as const;
const MOST_PROBES = 8;
const ROWS_OF_ALL_PROBES = 1_000;
/** A penalty changes by at most this factor a round. */
const MAX_CHANGE = 10;
/** Of the target's own variance: a perfect fit is not to be believed. */
const LEAST_NOISE = 1e-3;
/** At most this share of the rows counts as used up by what was learnt. */
const MOST_USED = 0.8;
/**
 * Before any launch, the noise is taken to be this share of the target's variance, as if so many launches had said so. Without it a few
 * launches with many inputs fit perfectly, and then nothing is drawn to zero any more.
 */
const PRIOR_NOISE_SHARE = 0.3;
const PRIOR_LAUNCHES = 10;
/** Degrees of freedom of the t distribution that residuals are taken to follow: far ones steer little. */
const TAIL = 30;
/** Noise and trust in each row settle within so many turns. */
const NOISE_TIMES = 8;

/** Rows in the order of time. Yields often, so that a caller can breathe. */
export function* fitRidge(rows: RidgeRows, options: EvidenceOptions): Generator<void, Ridge> {
  if (rows.target.length === 0) return untaught(options);
  const newest = newestRows(rows, MOST_ROWS_FOR_PENALTIES);
  let fit = new EvidenceFit(newest, options);
  const rounds = options.start ? ROUNDS.again : ROUNDS.fresh;
  for (let round = 0; round < rounds; round++) yield* fit.improve();
  if (newest !== rows) {
    fit = new EvidenceFit(rows, { ...options, start: fit });
    yield* fit.weighRows();
  }
  return yield* fit.finish();
}

/** What is known before any launch. */
function untaught({ groups, signed, start }: EvidenceOptions): Ridge {
  return {
    base: 0,
    weights: new Float32Array(groups.ofCoefficient.length),
    signed: signed ?? [],
    penalties: start?.penalties.slice() ?? firstPenalties(groups),
    noise: start?.noise ?? 1,
  };
}

function firstPenalties({ count, sharedCount }: CoefficientGroups): Float64Array {
  return new Float64Array(count + 1).fill(FIRST_PENALTY).fill(SHARED_PENALTY, 0, sharedCount);
}

function newestRows(rows: RidgeRows, count: number): RidgeRows {
  const from = rows.target.length - count;
  if (from <= 0) return rows;
  const inputs = rows.x.length / rows.target.length;
  const basis = rows.phi.length / rows.target.length;
  return {
    x: rows.x.subarray(from * inputs),
    phi: rows.phi.subarray(from * basis),
    target: rows.target.subarray(from),
    weight: rows.weight.subarray(from),
    batch: rows.batch.subarray(from),
  };
}

/** The weight of a row whose residual has this square, in variances: a slip of the pen steers the less the farther it is. */
function trustIn(square: number): number {
  return ((TAIL + 1) / (TAIL + square)) * Math.min(1, SLIP_DEVIATIONS ** 2 / square) ** 2;
}

/** Random signs, one a coefficient and one a launch, and what the system makes of them: solutions that the next round starts from. */
interface Probe {
  readonly signs: Float64Array;
  readonly launchSigns: Float64Array;
  readonly inverted: Float64Array;
  readonly pulled: Float64Array;
}

/** Chance errs most where launches are few, and there more probes cost little. */
function probeCount(rowCount: number): number {
  return Math.max(1, Math.min(MOST_PROBES, Math.floor(ROWS_OF_ALL_PROBES / rowCount)));
}

class EvidenceFit {
  readonly #inputs: Interactions;
  readonly #target: Float64Array;
  readonly #weight: Float64Array;
  readonly #base: number;
  readonly #groups: CoefficientGroups;
  /** Per coefficient, the batches included. */
  readonly #groupOf: Float64Array;
  /** Coefficients that any launch speaks of, per group. */
  readonly #sizes: Float64Array;
  readonly #spoken: Float64Array;
  readonly #probes: readonly Probe[];
  readonly #leastNoise: number;
  readonly #variance: number;
  /** Of a row with weight 1; starts at the target's variance where no earlier fit knows better. */
  #noise: number;
  #rowPrecision: Float64Array;
  readonly #signed: Ridge['signed'];
  #penalties: Float64Array;
  #coefficients: Float64Array;

  constructor({ x, phi, target, weight, batch }: RidgeRows, options: EvidenceOptions) {
    const { groups, random, start } = options;
    this.#signed = options.signed ?? [];
    const allWeight = sum(weight);
    this.#inputs = new Interactions(x, phi, batch, options.openNormalMatrix);
    this.#base = allWeight > 0 ? sum(target.map((value, i) => value * weight[i]!)) / allWeight : 0;
    this.#target = target.map((value) => value - this.#base);
    this.#weight = weight;
    this.#groups = groups;
    this.#groupOf = new Float64Array(this.#inputs.size).fill(groups.count);
    this.#groupOf.set(groups.ofCoefficient);
    this.#spoken = this.#inputs.squares(weight);
    this.#sizes = this.#byGroup((i) => (this.#spoken[i]! > 0 ? 1 : 0));
    const variance =
      sum(this.#target.map((value, i) => weight[i]! * value * value)) / target.length;
    this.#variance = variance;
    this.#leastNoise = Math.max(LEAST_NOISE * variance, Number.EPSILON);
    this.#noise = Math.max(start?.noise ?? variance, this.#leastNoise);
    this.#rowPrecision = weight.map((value) => value / this.#noise);
    this.#penalties = start?.penalties.slice() ?? firstPenalties(groups);
    const { size } = this.#inputs;
    const sign = (): number => (random() < 0.5 ? -1 : 1);
    this.#probes = Array.from({ length: probeCount(target.length) }, () => ({
      signs: new Float64Array(size).map(sign),
      launchSigns: target.map(sign),
      inverted: new Float64Array(size),
      pulled: new Float64Array(size),
    }));
    this.#coefficients = new Float64Array(this.#inputs.size);
  }

  get penalties(): Float64Array {
    return this.#penalties;
  }

  get noise(): number {
    return this.#noise;
  }

  /** One round: coefficients under the penalties so far, then penalties and noise under those coefficients. */
  *improve(): Generator<void> {
    const system = this.#system();
    yield* this.#solveCoefficients(system, STEPS_PER_ROUND);
    const learnt = yield* this.#learntByGroup(system);
    const lengths = this.#byGroup((i) => this.#coefficients[i]! ** 2);
    this.#penalties = this.#penalties.map((penalty, group) => {
      if (this.#sizes[group] === 0 || group === BASE_GROUP) return penalty;
      if (learnt[group]! <= 0) return Math.min(PENALTY_BOUNDS[1], penalty * MAX_CHANGE);
      const wanted = learnt[group]! / Math.max(lengths[group]!, Number.EPSILON);
      const change = Math.min(MAX_CHANGE, Math.max(1 / MAX_CHANGE, wanted / penalty));
      return Math.min(PENALTY_BOUNDS[1], Math.max(PENALTY_BOUNDS[0], penalty * change));
    });
    this.#updateNoise(sum(learnt));
  }

  /**
   * How many coefficients of each group the launches settle: the trace of (XᵀWX + Λ)⁻¹ XᵀWX over the group, estimated twice. One
   * sign a launch errs in proportion to what a group has learnt, one sign a coefficient, as size − λ × trace of the inverse, to what
   * it has not: each counts for as much of a group as it is good at, so that an idle group is seen to be idle.
   */
  *#learntByGroup(system: LinearSystem): Generator<void, Float64Array> {
    const learnt = new Float64Array(this.#sizes.length);
    for (const probe of this.#probes) {
      const pull = this.#inputs.gather(
        probe.launchSigns.map((sign, row) => sign * Math.sqrt(this.#rowPrecision[row]!)),
      );
      yield* solve(system, pull, { ...PROBING, start: probe.pulled });
      yield* solve(system, probe.signs, { ...PROBING, start: probe.inverted });
      const settled = this.#byGroup((i) => pull[i]! * probe.pulled[i]!);
      const traces = this.#byGroup((i) =>
        this.#spoken[i]! > 0 ? probe.signs[i]! * probe.inverted[i]! : 0,
      );
      this.#sizes.forEach((size, group) => {
        if (size === 0) return;
        const share = Math.min(1, Math.max(0, settled[group]! / size));
        const other = size - this.#penalties[group]! * traces[group]!;
        const found = (1 - share) * settled[group]! + share * other;
        learnt[group] = learnt[group]! + found / this.#probes.length;
      });
    }
    return learnt.map((count, group) => Math.min(this.#sizes[group]!, Math.max(0, count)));
  }

  /** Noise and the trust in each row alone, under the penalties as they are. */
  *weighRows(): Generator<void> {
    yield* this.#solveCoefficients(this.#system(), STEPS_PER_ROUND);
    this.#updateNoise(0);
  }

  *finish(): Generator<void, Ridge> {
    yield* this.#solveCoefficients(this.#system(), LAST_STEPS, LAST_TOLERANCE);
    return {
      base: this.#base,
      weights: roundToHalf(
        Float32Array.from(this.#coefficients.subarray(0, this.#groups.ofCoefficient.length)),
      ),
      signed: this.#signed,
      penalties: this.#penalties,
      noise: this.#noise,
    };
  }

  *#solveCoefficients(
    system: LinearSystem,
    maxSteps: number,
    tolerance = TOLERANCE,
  ): Generator<void> {
    const pull = this.#inputs.gather(
      this.#target.map((value, i) => value * this.#rowPrecision[i]!),
    );
    const start = this.#coefficients;
    yield* solve(system, pull, { start, maxSteps, tolerance });
  }

  /**
   * Residuals are weighed by the t distribution, as in iteratively reweighted least squares, from a noise that far ones do not
   * touch: from one that they have swollen it would take many rounds to see how far they are.
   */
  #updateNoise(learntCount: number): void {
    const { rowCount } = this.#inputs;
    const fitted = this.#inputs.times(this.#coefficients);
    const squares = fitted.map((value, i) => this.#weight[i]! * (this.#target[i]! - value) ** 2);
    const free = Math.max((1 - MOST_USED) * rowCount, rowCount - learntCount);
    const prior = PRIOR_LAUNCHES * PRIOR_NOISE_SHARE * this.#variance;
    let noise = Math.max(this.#leastNoise, normalSpread(squares.map(Math.sqrt)) ** 2);
    let trust = squares;
    for (let time = 0; time < NOISE_TIMES; time++) {
      trust = squares.map((square) => trustIn(square / noise));
      noise = Math.max(
        this.#leastNoise,
        (sum(squares.map((square, i) => trust[i]! * square)) + prior) / (free + PRIOR_LAUNCHES),
      );
    }
    this.#noise = noise;
    this.#rowPrecision = this.#weight.map((weight, i) => (trust[i]! * weight) / noise);
  }

  #system(): LinearSystem {
    const inputs = this.#inputs;
    const precision = this.#rowPrecision;
    const penalties = this.#groupOf.map((group) => this.#penalties[group]!);
    return {
      diagonal: inputs.diagonal(precision).map((square, i) => square + penalties[i]!),
      multiply: (vector) => {
        const back = inputs.multiply(vector, precision);
        for (let i = 0; i < back.length; i++) back[i] = back[i]! + penalties[i]! * vector[i]!;
        return back;
      },
    };
  }

  #byGroup(valueOf: (coefficient: number) => number): Float64Array {
    const sums = new Float64Array(this.#groups.count + 1);
    this.#groupOf.forEach((group, i) => {
      sums[group] = sums[group]! + valueOf(i);
    });
    return sums;
  }
}
