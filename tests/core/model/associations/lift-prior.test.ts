import { describe, expect, it } from 'vitest';
import { liftBelief, liftQuantile, meanLift } from '#core/model/associations/lift-belief.ts';
import { fitLiftPrior } from '#core/model/associations/lift-prior.ts';
import references from '../../../support/references/associations.json' with { type: 'json' };

describe('the prior of lifts', () => {
  it('is as likely as the one that SciPy finds', () => {
    const { counts, expected, at } = references.mixture;
    const { share, first, second } = fitLiftPrior({ counts, expected });
    const found = [
      Math.log(share / (1 - share)),
      ...[first, second].flatMap(({ shape, rate }) => [Math.log(shape), Math.log(rate)]),
    ];
    found.forEach((value, k) => expect(value).toBeCloseTo(at[k]!, 1));
  });
});

describe('the belief in a lift', () => {
  const prior = { share: 0.7, first: { shape: 5, rate: 5.5 }, second: { shape: 2, rate: 1 } };

  it('is that of SciPy', () => {
    const belief = liftBelief(prior, 30, 9);
    const { share, mean, low, high } = references.belief;
    expect(belief.share).toBeCloseTo(share, 9);
    expect(meanLift(belief)).toBeCloseTo(mean, 9);
    expect(liftQuantile(belief, 0.05)).toBeCloseTo(low, 7);
    expect(liftQuantile(belief, 0.95)).toBeCloseTo(high, 7);
  });

  it('is drawn to what lifts are like where little was expected', () => {
    const [few, many] = [liftBelief(prior, 10, 1), liftBelief(prior, 1000, 100)];
    expect(meanLift(few)).toBeLessThan(8);
    expect(meanLift(many)).toBeGreaterThan(9.5);
  });
});
