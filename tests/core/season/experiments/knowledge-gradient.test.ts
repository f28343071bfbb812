import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armDeviation, armMove } from '#core/season/offers/known-arms.ts';
import { knowledgeGradient } from '#core/season/experiments/knowledge-gradient.ts';
import { seededRandom } from '#core/base/random.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';

describe('knowledgeGradient', () => {
  it('is φ(z) + zΦ(z) of Python’s math.erfc, in the far tail, too', () => {
    const known = [
      [0, 0.3989422804014327],
      [0.5, 0.19779655740130608],
      [1, 0.08331547058768629],
      [2, 0.008490702616829625],
      [4, 7.145258432405508e-6],
      [6, 1.5635697959707935e-10],
    ] as const;
    for (const [apart, expected] of known) {
      expect(knowledgeGradient(apart, 1) / expected).toBeCloseTo(1, 4);
      expect(knowledgeGradient(-apart, 1)).toBe(knowledgeGradient(apart, 1));
    }
  });

  it('is what simulated choices gain by one more launch of the arm', () => {
    const random = seededRandom(5);
    const times = 200_000;
    const spread = { between: 0.4, noise: 0.7 };
    for (const { apart, launches } of [
      { apart: 0, launches: 0 },
      { apart: -0.15, launches: 1 },
      { apart: 0.1, launches: 4 },
    ]) {
      const doubt = armDeviation(spread, launches);
      let gained = 0;
      for (let i = 0; i < times; i++) {
        const truth = apart + doubt * drawNormal(random);
        const seen = truth + spread.noise * drawNormal(random);
        const trust = doubt ** 2 / (doubt ** 2 + spread.noise ** 2);
        const believed = apart + trust * (seen - apart);
        // The best other arm is 0. Whoever believes more of the arm takes it, and has its truth.
        gained += (believed > 0 ? truth : 0) - (apart > 0 ? truth : 0);
      }
      const expected = knowledgeGradient(apart, armMove(spread, launches));
      expect(gained / times).toBeGreaterThan(0.9 * expected);
      expect(gained / times).toBeLessThan(1.1 * expected);
    }
  });

  it('never falls below 0, grows with what is learnt and falls with how far the arm is from the best', () => {
    const size = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(size, size, size, (apart, move, more) => {
        const gain = knowledgeGradient(apart, move);
        const slack = 1e-9 * (1 + move + more);
        expect(gain).toBeGreaterThanOrEqual(0);
        expect(knowledgeGradient(apart, move + more)).toBeGreaterThanOrEqual(gain - slack);
        expect(knowledgeGradient(apart + more, move)).toBeLessThanOrEqual(gain + slack);
      }),
    );
  });

  it('is nothing where nothing is learnt', () => {
    expect(knowledgeGradient(0, 0)).toBe(0);
    expect(knowledgeGradient(3, NaN)).toBe(0);
  });
});
