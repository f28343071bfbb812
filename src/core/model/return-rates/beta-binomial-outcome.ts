// Returned units of products whose rates differ: beta-binomial, with the logit of the mean rate as η.

import { logBetaBinomial, type Beta } from '#core/base/statistics/beta-distribution.ts';
import { digamma } from '#core/base/statistics/gamma.ts';
import { logit, sigmoid, sum } from '#core/base/statistics/statistics.ts';
import { highest } from './golden-section.ts';
import { beliefOf } from './belief.ts';

/** Launches as columns, [launches] each. */
export interface RateCounts {
  readonly returned: Float64Array;
  readonly sold: Float64Array;
}

/** Slopes of the log likelihood at the linear predictors η, [launches] each. */
export interface Slopes {
  /** Log likelihood of all launches. */
  readonly value: number;
  readonly gradient: Float64Array;
  /** Expected information on η, 0 or more: the weights of the scoring step. */
  readonly information: Float64Array;
  /** Third derivative in η, to the same approximation as the information. */
  readonly skew: Float64Array;
}

/** η of each launch as the others predict it, and the variance of that prediction, [launches] each. */
export interface LeftOut {
  readonly eta: Float64Array;
  readonly variance: Float64Array;
}

const FIRST_SIZE = 50;
/** Bounds of the size: rates of 5% with deviations of 15 and 0.3 percentage points. */
const SIZES = { least: 1.2, most: 5_000 } as const;
/** Prior of log(size): normal around FIRST_SIZE, so wide that some dozens of launches outweigh it. */
const SIZE_DEVIATION = 1.5;

export class BetaBinomialOutcome {
  readonly #counts: RateCounts;
  /** Sum of the beta parameters of each product's rate. */
  readonly size: number;

  constructor(counts: RateCounts, size: number = FIRST_SIZE) {
    this.#counts = counts;
    this.size = size;
  }

  /** η without any column. */
  get start(): number {
    const { returned, sold } = this.#counts;
    return logit((sum(returned) + 0.5) / (sum(sold) + 1));
  }

  slopes(eta: Float64Array): Slopes {
    const { returned, sold } = this.#counts;
    const gradient = new Float64Array(eta.length);
    const information = new Float64Array(eta.length);
    const skew = new Float64Array(eta.length);
    let value = 0;
    eta.forEach((own, i) => {
      const [count, tries] = [returned[i]!, sold[i]!];
      const beta = betaAt(own, this.size);
      const rate = beta.a / (beta.a + beta.b);
      const unit = rate * (1 - rate);
      value += logBetaBinomial(count, tries, beta);
      const rises = digamma(count + beta.a) - digamma(beta.a);
      const falls = digamma(tries - count + beta.b) - digamma(beta.b);
      gradient[i] = this.size * unit * (rises - falls);
      information[i] = (tries * unit) / (1 + (tries - 1) / (this.size + 1));
      skew[i] = -information[i] * (1 - 2 * rate);
    });
    return { value, gradient, information, skew };
  }

  /** Returns the same outcomes with the size under which launches that were left out are likeliest. */
  respread({ eta, variance }: LeftOut): BetaBinomialOutcome {
    const { returned, sold } = this.#counts;
    const likelihood = (logSize: number): number => {
      const spread = { size: Math.exp(logSize), widening: 1 };
      let total = -0.5 * ((logSize - Math.log(FIRST_SIZE)) / SIZE_DEVIATION) ** 2;
      eta.forEach((own, i) => {
        const belief = beliefOf(own, variance[i]!, spread);
        total += logBetaBinomial(returned[i]!, sold[i]!, belief);
      });
      return total;
    };
    const best = highest(likelihood, Math.log(SIZES.least), Math.log(SIZES.most));
    return new BetaBinomialOutcome(this.#counts, Math.exp(best));
  }
}

/** Keeps η where the rate is not 0 or 1 exactly. */
const FARTHEST = 15;

function betaAt(eta: number, size: number): Beta {
  const rate = sigmoid(Math.max(-FARTHEST, Math.min(FARTHEST, eta)));
  return { a: rate * size, b: (1 - rate) * size };
}
