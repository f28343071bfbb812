import { describe, expect, it } from 'vitest';
import { fitPenalised, predictorOf, varianceOf } from '#core/model/return-rates/penalised-fit.ts';
import {
  BetaBinomialOutcome,
  type Slopes,
} from '#core/model/return-rates/beta-binomial-outcome.ts';

/** Normal outcomes, for which the fit is known in closed form. Their spread stays as it is. */
class NormalOutcome extends BetaBinomialOutcome {
  readonly #target: Float64Array;
  readonly #variance: number;

  constructor(target: Float64Array, deviation: number) {
    super({ returned: target, sold: target });
    this.#target = target;
    this.#variance = deviation ** 2;
  }

  override get start(): number {
    return 0;
  }

  override slopes(eta: Float64Array): Slopes {
    const gradient = eta.map((own, i) => (this.#target[i]! - own) / this.#variance);
    return {
      value: gradient.reduce((total, slope) => total - (slope ** 2 * this.#variance) / 2, 0),
      gradient,
      information: eta.map(() => 1 / this.#variance),
      skew: new Float64Array(eta.length),
    };
  }

  override respread(): this {
    return this;
  }
}

const levels = [0, 0, 0, 1, 1, 2, 2, 2, 2];
const target = Float64Array.of(4.1, 4.3, 4.4, 3, 3.2, 4.9, 4.5, 4.7, 4.6);
const rows = levels.map((level) => ({ columns: [0, 1 + level], values: [1, 1], unknown: [] }));
const fit = fitPenalised({
  ...{ rows, spreadOf: Int32Array.of(-1, 0, 0, 0), groupCount: 1 },
  outcome: new NormalOutcome(target, 0.2),
});

describe('a fit of normal outcomes', () => {
  it('is where no effect can be moved: the penalised normal equations', () => {
    const [base, ...effects] = fit.coefficients;
    const residuals = target.map((value, i) => value - base! - effects[levels[i]!]!);
    const sums = [0, 1, 2].map((level) =>
      residuals.reduce((sum, own, i) => sum + (levels[i] === level ? own / 0.04 : 0), 0),
    );
    effects.forEach((effect, level) => {
      expect(sums[level]).toBeCloseTo(effect / fit.variances[0]!, 6);
    });
  });

  it('knows an effect as well as its launches and its group’s spread let it', () => {
    // Given the constant, an effect's precision is the sum of both; not knowing the constant makes it less.
    const own = rows[3]!;
    const alone = 1 / (2 / 0.04 + 1 / fit.variances[0]!);
    const variance = varianceOf({ ...own, columns: [2], values: [1] }, fit.covariance);
    expect(variance).toBeGreaterThan(alone);
    // Together with the constant it is known better than from its two launches alone.
    expect(varianceOf(own, fit.covariance)).toBeLessThan(0.04 / 2);
    expect(predictorOf(own, fit.coefficients)).toBeGreaterThan(3.1);
  });
});

it('shuts off effects that launches do not show', () => {
  const idle = fitPenalised({
    rows: Array.from({ length: 300 }, (_, i) => ({
      ...{ columns: [0, 1 + (i % 10)], values: [1, 1], unknown: [] },
    })),
    ...{ spreadOf: Int32Array.of(-1, ...Array.from({ length: 10 }, () => 0)), groupCount: 1 },
    outcome: new NormalOutcome(
      Float64Array.from({ length: 300 }, (_, i) => 4 + (Math.floor(i / 10) % 2 ? 0.3 : -0.3)),
      0.3,
    ),
  });
  expect(Math.sqrt(idle.variances[0]!)).toBeLessThan(0.1);
  expect(Math.max(...idle.coefficients.slice(1).map(Math.abs))).toBeLessThan(1e-6);
});
