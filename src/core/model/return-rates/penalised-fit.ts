// Fits effects that are normal around 0 with a spread for each group: penalised maximum likelihood by Fisher scoring.
// The spreads are learnt from the launches by their marginal likelihood in Laplace's approximation (MacKay 1992;
// Breslow and Clayton 1993), and the spread between products by predicting each launch from all others.

import { invert, pairTimes, type Pairs } from '#core/model/ridge/symmetric.ts';
import type { BetaBinomialOutcome, LeftOut, Slopes } from './beta-binomial-outcome.ts';
import type { SparseRow } from './rate-columns.ts';

export interface PenalisedTask {
  readonly rows: readonly SparseRow[];
  /** Group whose spread each column has; the constant's is -1. */
  readonly spreadOf: Int32Array;
  readonly groupCount: number;
  readonly outcome: BetaBinomialOutcome;
}

export interface PenalisedFit {
  /** [columns] */
  readonly coefficients: Float64Array;
  /** Posterior covariance of the coefficients, [columns × columns]. */
  readonly covariance: Pairs;
  /** Variance of the effects of each group, [groups]. */
  readonly variances: Float64Array;
  readonly outcome: BetaBinomialOutcome;
}

const ROUNDS = 25;
/** Scoring steps per round: the fit only has to follow the penalties, which change little by little. */
const STEPS = 2;
const LAST_STEPS = 12;
const HALVINGS = 20;
/** The constant is not penalised, but needs some precision where a shop has a single launch. */
const BASE_PRECISION = 1e-3;
/**
 * Prior of each spread: exponential, so that one in seven is above 1 (a penalised-complexity prior: Simpson et al.
 * 2017). Few surprising units of one level must not make a spread large. A little weight on PRIOR_VARIANCE keeps it
 * from 0, where it could not grow again.
 */
const PRIOR_RATE = 2;
const PRIOR_VARIANCE = 0.04;
const PRIOR_WEIGHT = 0.1;
const FIRST_VARIANCE = 0.1;
const LEAST_VARIANCE = 1e-5;
const MOST_VARIANCE = 1.5;
/** Share by which no variance changes any more once settled. */
const SETTLED = 0.01;

/** Fits the effects, their spreads and the spread between products. */
export function fitPenalised(task: PenalisedTask): PenalisedFit {
  const fit = new Fit(task);
  for (let round = 0; round < ROUNDS; round++) {
    fit.climb(STEPS);
    if (fit.learnSpreads() < SETTLED) break;
  }
  fit.climb(LAST_STEPS);
  return fit.result();
}

/** Returns η of one row. */
export function predictorOf(row: SparseRow, coefficients: ArrayLike<number>): number {
  let eta = 0;
  row.columns.forEach((column, i) => (eta += row.values[i]! * coefficients[column]!));
  return eta;
}

/** Returns the variance of η of one row under a covariance of the coefficients. */
export function varianceOf({ columns, values }: SparseRow, covariance: ArrayLike<number>): number {
  let variance = 0;
  for (let i = 0; i < columns.length; i++) {
    for (let j = 0; j <= i; j++) {
      const twice = i === j ? 1 : 2;
      variance += twice * values[i]! * values[j]! * covariance[placeOf(columns[i]!, columns[j]!)]!;
    }
  }
  return variance;
}

/** Returns the variance of η from texts that no launch tells anything of. */
export function unknownVariance({ unknown }: SparseRow, variances: ArrayLike<number>): number {
  return unknown.reduce((total, group) => total + variances[group]!, 0);
}

function placeOf(i: number, j: number): number {
  return i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i;
}

class Fit {
  readonly #task: PenalisedTask;
  readonly #coefficients: Float64Array;
  #outcome: BetaBinomialOutcome;
  #variances: Float64Array;
  #covariance: Pairs;

  constructor(task: PenalisedTask) {
    this.#task = task;
    this.#outcome = task.outcome;
    this.#coefficients = new Float64Array(task.spreadOf.length);
    this.#coefficients[0] = task.outcome.start;
    this.#variances = new Float64Array(task.groupCount).fill(FIRST_VARIANCE);
    this.#covariance = new Float64Array(0);
  }

  result(): PenalisedFit {
    return {
      coefficients: this.#means(),
      covariance: this.#covariance,
      variances: this.#variances,
      outcome: this.#outcome,
    };
  }

  /** Takes scoring steps towards the most likely effects under the penalties, none of which makes them less likely. */
  climb(steps: number): void {
    let now = this.#slopesAt(this.#coefficients);
    for (let step = 0; step < steps; step++) {
      this.#covariance = this.#inverseAt(now.slopes.information);
      const direction = this.#directionAt(now.slopes);
      const next = this.#bestAlong(direction, now.likelihood);
      if (!next) break;
      const gained = next.likelihood - now.likelihood;
      this.#coefficients.set(next.coefficients);
      now = next;
      if (gained < 1e-8) break;
    }
    this.#covariance = this.#inverseAt(now.slopes.information);
  }

  /** Learns the variances of the groups and the spread between products; returns the largest share of change. */
  learnSpreads(): number {
    const { spreadOf, groupCount } = this.#task;
    const squares = new Float64Array(groupCount);
    const learnt = new Float64Array(groupCount);
    spreadOf.forEach((group, column) => {
      if (group < 0) return;
      squares[group]! += this.#coefficients[column]! ** 2;
      learnt[group]! += 1 - this.#covariance[placeOf(column, column)]! / this.#variances[group]!;
    });
    let change = 0;
    this.#variances = this.#variances.map((variance, group) => {
      const wanted =
        (squares[group]! + PRIOR_WEIGHT * PRIOR_VARIANCE) /
        (Math.max(0, learnt[group]!) + PRIOR_WEIGHT + PRIOR_RATE * Math.sqrt(variance));
      const next = Math.min(MOST_VARIANCE, Math.max(LEAST_VARIANCE, wanted));
      change = Math.max(change, Math.abs(Math.log(next / variance)));
      return next;
    });
    this.#outcome = this.#outcome.respread(this.#leftOut());
    return change;
  }

  /** Predicts each launch from all others, to first order (approximate leave-one-out: Rad and Maleki 2020). */
  #leftOut(): LeftOut {
    const { rows } = this.#task;
    const { gradient, information } = this.#outcome.slopes(this.#etaAt(this.#coefficients));
    const eta = this.#etaAt(this.#means());
    const variance = new Float64Array(rows.length);
    rows.forEach((row, i) => {
      const own = varianceOf(row, this.#covariance);
      const left = Math.max(LEAST_LEFT, 1 - information[i]! * own);
      eta[i]! -= (own / left) * gradient[i]!;
      variance[i] = own / left + unknownVariance(row, this.#variances);
    });
    return { eta, variance };
  }

  /**
   * Returns the posterior means of the effects. Their mode lies beside them where the likelihood is skewed: half the
   * covariance times the third derivative times the variance of η, to first order (Tierney and Kadane 1986).
   */
  #means(): Float64Array {
    const { skew } = this.#outcome.slopes(this.#etaAt(this.#coefficients));
    const slope = new Float64Array(this.#coefficients.length);
    this.#task.rows.forEach((row, i) => {
      const pull = 0.5 * skew[i]! * varianceOf(row, this.#covariance);
      row.columns.forEach((column, k) => (slope[column]! += pull * row.values[k]!));
    });
    const shift = pairTimes(this.#covariance, slope);
    return this.#coefficients.map((value, column) => value + shift[column]!);
  }

  #etaAt(coefficients: Float64Array): Float64Array {
    return Float64Array.from(this.#task.rows, (row) => predictorOf(row, coefficients));
  }

  #slopesAt(coefficients: Float64Array) {
    const slopes = this.#outcome.slopes(this.#etaAt(coefficients));
    let penalty = 0;
    coefficients.forEach((value, column) => (penalty += this.#precisionOf(column) * value ** 2));
    return { coefficients, slopes, likelihood: slopes.value - penalty / 2 };
  }

  #precisionOf(column: number): number {
    const group = this.#task.spreadOf[column]!;
    return group < 0 ? BASE_PRECISION : 1 / this.#variances[group]!;
  }

  #inverseAt(information: Float64Array): Pairs {
    const size = this.#coefficients.length;
    const matrix = new Float64Array((size * (size + 1)) / 2);
    this.#task.rows.forEach(({ columns, values }, row) => {
      for (let i = 0; i < columns.length; i++) {
        const own = information[row]! * values[i]!;
        for (let j = 0; j <= i; j++) matrix[placeOf(columns[i]!, columns[j]!)]! += own * values[j]!;
      }
    });
    for (let column = 0; column < size; column++)
      matrix[placeOf(column, column)]! += this.#precisionOf(column);
    return invert(matrix, size);
  }

  #directionAt({ gradient }: Slopes): Float64Array {
    const slope = this.#coefficients.map((value, column) => -this.#precisionOf(column) * value);
    this.#task.rows.forEach(({ columns, values }, row) =>
      columns.forEach((column, i) => (slope[column]! += gradient[row]! * values[i]!)),
    );
    return pairTimes(this.#covariance, slope);
  }

  /** Returns the first of ever shorter steps that makes the effects likelier; null where none does. */
  #bestAlong(direction: Float64Array, likelihood: number) {
    for (let halving = 0, share = 1; halving < HALVINGS; halving++, share /= 2) {
      const tried = this.#coefficients.map((value, column) => value + share * direction[column]!);
      const next = this.#slopesAt(tried);
      if (next.likelihood >= likelihood) return next;
    }
    return null;
  }
}

const LEAST_LEFT = 0.05;
