import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { effectBelief, fitEffectPrior } from '#core/model/associations/shrink-effects.ts';
import { beyondShare, fitStudent, wideningOf } from '#core/model/associations/student-errors.ts';
import references from '../../../support/references/associations.json' with { type: 'json' };

describe('errors of moved launches', () => {
  it('have the distribution that SciPy fits', () => {
    const { errors, freedom, scale, beyond, widening } = references.student;
    const found = fitStudent(errors);
    expect(found.freedom).toBe(freedom);
    expect(found.scale).toBeCloseTo(scale, 4);
    expect(beyondShare(found, 3)).toBeCloseTo(beyond, 5);
    expect(wideningOf(found)).toBeCloseTo(widening, 4);
  });

  it('never make estimates surer than their standard errors', () => {
    expect(fitStudent([0.1, -0.2, 0.1, 0.05, -0.1]).scale).toBe(1);
  });
});

describe('shrunk effects', () => {
  it('are those of one normal prior in closed form', () => {
    const prior = { mean: 0.5, spreads: [2], shares: Float64Array.of(1) };
    const { mean, low90, high90, meanSquare } = effectBelief(prior, 3.5, 1);
    const spread = Math.sqrt(4 / 5);
    expect(mean).toBeCloseTo(0.5 + (4 / 5) * 3, 12);
    expect(meanSquare).toBeCloseTo(mean ** 2 + 4 / 5, 12);
    expect(low90).toBeCloseTo(mean - 1.644854 * spread, 5);
    expect(high90).toBeCloseTo(mean + 1.644854 * spread, 5);
  });

  it('hold the truth of the largest of many estimates', () => {
    const random = seededRandom(3);
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const truth = Float64Array.from({ length: 2000 }, (_, k) => (k % 10 === 0 ? normal() : 0));
    const effects = truth.map((each) => each + 0.4 * normal());
    const errors = new Float64Array(2000).fill(0.4);
    const prior = fitEffectPrior({ effects, errors });
    const largest = [...effects.keys()].sort((a, b) => effects[b]! - effects[a]!).slice(0, 60);
    const inside = largest.filter((k) => {
      const { low90, high90 } = effectBelief(prior, effects[k]!, 0.4);
      // Effects of 0 are believed to be the common mean, which is 0.004 here.
      return truth[k]! >= low90 - 0.01 && truth[k]! <= high90;
    });
    expect(inside.length / 60).toBeGreaterThan(0.8);
    const plain = largest.filter((k) => Math.abs(truth[k]! - effects[k]!) <= 0.4 * 1.645);
    expect(plain.length).toBeLessThan(inside.length);
  });
});
