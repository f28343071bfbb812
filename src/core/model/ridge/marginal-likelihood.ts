// Fits a ridge and learns the penalty of each group of coefficients from the launches themselves. The penalties and the
// noise are those under which the data are most likely (type-II maximum likelihood; MacKay 1992). Nothing has to be
// held out, and a group without information is shut off.

import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import type { Random } from '#core/base/random.ts';
import { normalSpread, OUTLIER_DEVIATIONS, sum } from '#core/base/statistics/statistics.ts';
import type { CoefficientGroups } from './coefficient-groups.ts';
import { FewRows } from './few-rows.ts';
import type { OpenNormalMatrix } from './interactions.ts';
import { ManyRows } from './many-rows.ts';
import type { PenalisedSystem, RidgeSolver } from './penalised-system.ts';
import type { Ridge } from './ridge.ts';
import { newestRows, type RidgeRows } from './ridge-rows.ts';

export interface EvidenceOptions {
  readonly groups: CoefficientGroups;
  readonly random: Random;
  /** Signed columns of the ridge; the fit itself does not use them. */
  readonly signed?: Ridge['signed'] | undefined;
  /** Penalties and noise of an earlier fit of much the same launches, from which fewer rounds are needed. */
  readonly start?: Pick<Ridge, 'penalties' | 'noise'> | undefined;
  readonly openNormalMatrix?: OpenNormalMatrix | undefined;
}

const ROUNDS = { fresh: 8, again: 4 } as const;
/** Number of newest launches that penalties are learnt from: more change them little and cost much. */
const MOST_ROWS_FOR_PENALTIES = 2_000;
const SHARED_PENALTY = 1;
/** Group of the constant alone: its penalty is weak and is not learnt. */
const BASE_GROUP = 0;
const FIRST_PENALTY = 30;
const PENALTY_BOUNDS = [0.05, 1e4] as const;
/** Largest factor by which a penalty changes per round. */
const MAX_CHANGE = 10;
/** Least noise, as a share of the target's variance: a perfect fit is not to be believed. */
const LEAST_NOISE = 1e-3;
/** Largest share of the rows that counts as used up by learnt coefficients. */
const MOST_USED = 0.8;
/**
 * Prior noise, as a share of the target's variance; it weighs as much as PRIOR_LAUNCHES launches. Without it, a few
 * launches with many inputs fit perfectly, and no coefficient is shrunk any more.
 */
const PRIOR_NOISE_SHARE = 0.3;
const PRIOR_LAUNCHES = 10;
/** Degrees of freedom of the t distribution assumed for residuals, so that far ones have little effect. */
const TAIL = 30;
/** Number of iterations in which the noise and the weights of rows settle. */
const NOISE_TIMES = 8;

/**
 * Fits a ridge to rows in time order. Yields often, so that the caller can pause. Without rows it returns zero weights.
 */
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

/** Returns the ridge before any launch. */
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

/**
 * Returns the weight of a row by its squared residual in variances: the farther off an input error is, the less it
 * counts.
 */
function trustIn(square: number): number {
  return ((TAIL + 1) / (TAIL + square)) * Math.min(1, OUTLIER_DEVIATIONS ** 2 / square) ** 2;
}

/** Number of rows up to which the dual form is faster; it is also exact, without random signs. */
const FEW_ROWS = 300;

class EvidenceFit {
  readonly #solver: RidgeSolver;
  readonly #target: Float64Array;
  readonly #weight: Float64Array;
  readonly #base: number;
  readonly #groups: CoefficientGroups;
  readonly #leastNoise: number;
  readonly #variance: number;
  /** Noise variance of a row with weight 1; starts at the target's variance without an earlier fit. */
  #noise: number;
  #rowPrecision: Float64Array;
  readonly #signed: Ridge['signed'];
  #penalties: Float64Array;

  constructor(rows: RidgeRows, options: EvidenceOptions) {
    const { groups, start } = options;
    const { target, weight } = rows;
    this.#solver =
      target.length <= FEW_ROWS ? new FewRows(rows, groups) : new ManyRows(rows, options);
    this.#signed = options.signed ?? [];
    const allWeight = sum(weight);
    this.#base = allWeight > 0 ? sum(target.map((value, i) => value * weight[i]!)) / allWeight : 0;
    this.#target = target.map((value) => value - this.#base);
    this.#weight = weight;
    this.#groups = groups;
    const variance =
      sum(this.#target.map((value, i) => weight[i]! * value * value)) / target.length;
    this.#variance = variance;
    this.#leastNoise = Math.max(LEAST_NOISE * variance, Number.EPSILON);
    this.#noise = Math.max(start?.noise ?? variance, this.#leastNoise);
    this.#rowPrecision = weight.map((value) => value / this.#noise);
    this.#penalties = start?.penalties.slice() ?? firstPenalties(groups);
  }

  get penalties(): Float64Array {
    return this.#penalties;
  }

  get noise(): number {
    return this.#noise;
  }

  /** Runs one round: coefficients under the penalties so far, then penalties and noise under those coefficients. */
  *improve(): Generator<void> {
    const system = this.#system();
    const { sizes } = this.#solver;
    const coefficients = yield* system.coefficients(this.#target, false);
    const learnt = yield* system.learntByGroup();
    const lengths = this.#solver.squareLengths(coefficients);
    this.#penalties = this.#penalties.map((penalty, group) => {
      if (sizes[group] === 0 || group === BASE_GROUP) return penalty;
      if (learnt[group]! <= 0) return Math.min(PENALTY_BOUNDS[1], penalty * MAX_CHANGE);
      const wanted = learnt[group]! / Math.max(lengths[group]!, Number.EPSILON);
      const change = Math.min(MAX_CHANGE, Math.max(1 / MAX_CHANGE, wanted / penalty));
      return Math.min(PENALTY_BOUNDS[1], Math.max(PENALTY_BOUNDS[0], penalty * change));
    });
    this.#updateNoise(coefficients, sum(learnt));
  }

  /** Updates only the noise and the weights of rows, under the current penalties. */
  *weighRows(): Generator<void> {
    this.#updateNoise(yield* this.#system().coefficients(this.#target, false), 0);
  }

  *finish(): Generator<void, Ridge> {
    const coefficients = yield* this.#system().coefficients(this.#target, true);
    return {
      base: this.#base,
      weights: roundToHalf(
        Float32Array.from(coefficients.subarray(0, this.#groups.ofCoefficient.length)),
      ),
      signed: this.#signed,
      penalties: this.#penalties,
      noise: this.#noise,
    };
  }

  /**
   * Weighs residuals by the t distribution, as in iteratively reweighted least squares. It starts from a robust noise:
   * from one inflated by far residuals, it would take many rounds to see how far they are.
   */
  #updateNoise(coefficients: Float64Array, learntCount: number): void {
    const rowCount = this.#target.length;
    const fitted = this.#solver.times(coefficients);
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

  #system(): PenalisedSystem {
    return this.#solver.under({ penalties: this.#penalties, precision: this.#rowPrecision });
  }
}
