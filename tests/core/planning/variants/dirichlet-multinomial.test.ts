import { describe, expect, it } from 'vitest';
import {
  effectiveUnits,
  fitConcentration,
  logCounts,
} from '#core/planning/variants/dirichlet-multinomial.ts';

const means = [0.15, 0.4, 0.35, 0.1];
const groups = [
  [9, 8, 2, 1],
  [0, 14, 9, 4],
  [2, 1, 7, 0],
  [10, 22, 38, 3],
  [6, 0, 6, 9],
].map((counts) => ({ counts, means }));

// Recorded from scipy 1.17.1 by tests/support/references/dirichlet_multinomial.py.
const REFERENCE = {
  logs: [-26.3901065141, -30.6502013964, -11.3798939474, -83.9033848277, -32.5569239486],
  concentration: 5.4762,
};

describe('the Dirichlet-multinomial distribution', () => {
  it('has the probabilities of scipy', () => {
    groups.forEach((group, i) => expect(logCounts(group, 20)).toBeCloseTo(REFERENCE.logs[i]!, 8));
  });

  it('has the concentration of maximum likelihood that scipy finds', () => {
    expect(Math.log(fitConcentration(groups))).toBeCloseTo(Math.log(REFERENCE.concentration), 2);
  });

  it('comes closer to a prior the narrower that is', () => {
    const [wide, narrow] = [2, 0.1].map((spread) =>
      fitConcentration(groups, { median: 5, spread }),
    );
    expect(narrow!).toBeLessThan(wide!);
    expect(Math.log(narrow!)).toBeCloseTo(Math.log(5), 0);
  });

  it('counts a big group as 1 + A units at most', () => {
    expect(effectiveUnits(1, 30)).toBe(1);
    expect(effectiveUnits(1e9, 30)).toBeCloseTo(31, 5);
    expect(effectiveUnits(0, 30)).toBe(0);
  });
});
