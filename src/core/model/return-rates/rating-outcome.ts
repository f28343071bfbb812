// Mean ratings of products that differ: normal, with the product's expected mean rating as η.

import { sum } from '#core/base/statistics/statistics.ts';
import { highest } from './golden-section.ts';
import type { LeftOut, Outcome, Slopes } from './outcome.ts';

/** Launches as columns, [launches] each. */
export interface MeanRatings {
  readonly rating: Float64Array;
  /** Variance of each mean from the few ratings it is made of; 0 where their number is not known. */
  readonly noise: Float64Array;
}

/** Standard deviation between products that a few launches start from and are drawn to, on a scale of five stars. */
const FIRST_DEVIATION = 0.4;
const DEVIATIONS = { least: 0.02, most: 2 } as const;
const LOG_DEVIATION = 1;

export class RatingOutcome implements Outcome<RatingOutcome> {
  readonly #ratings: MeanRatings;
  /** Standard deviation between products that are alike in all columns. */
  readonly between: number;

  constructor(ratings: MeanRatings, between: number = FIRST_DEVIATION) {
    this.#ratings = ratings;
    this.between = between;
  }

  get start(): number {
    const weights = this.#ratings.noise.map((noise) => 1 / (this.between ** 2 + noise));
    return sum(this.#ratings.rating.map((rating, i) => rating * weights[i]!)) / sum(weights);
  }

  slopes(eta: Float64Array): Slopes {
    const { rating, noise } = this.#ratings;
    const information = noise.map((own) => 1 / (this.between ** 2 + own));
    const gradient = eta.map((own, i) => (rating[i]! - own) * information[i]!);
    const value = sum(
      eta.map((own, i) => logNormal(rating[i]! - own, this.between ** 2 + noise[i]!)),
    );
    return { value, gradient, information, skew: new Float64Array(eta.length) };
  }

  respread({ eta, variance }: LeftOut): RatingOutcome {
    const { rating, noise } = this.#ratings;
    const likelihood = (log: number): number => {
      const square = Math.exp(2 * log);
      const prior = -0.5 * ((log - Math.log(FIRST_DEVIATION)) / LOG_DEVIATION) ** 2;
      const each = eta.map((own, i) =>
        logNormal(rating[i]! - own, square + noise[i]! + variance[i]!),
      );
      return prior + sum(each);
    };
    const best = highest(likelihood, Math.log(DEVIATIONS.least), Math.log(DEVIATIONS.most));
    return new RatingOutcome(this.#ratings, Math.exp(best));
  }
}

function logNormal(apart: number, variance: number): number {
  return -0.5 * (Math.log(2 * Math.PI * variance) + apart ** 2 / variance);
}
