import { describe, expect, it } from 'vitest';
import {
  betaBinomialChances,
  betaQuantile,
  betaShare,
  logBetaBinomial,
} from '#core/base/statistics/beta-distribution.ts';
import { sum } from '#core/base/statistics/statistics.ts';

// Recorded from SciPy 1.15.3: special.betainc, stats.beta.ppf and stats.betabinom.logpmf.
describe('the beta distribution', () => {
  it.each([
    [0.1, 2, 18, 0.5797350211684026],
    [0.3, 0.5, 4, 0.8987784842061337],
    [0.9, 50, 3, 0.09663328513725222],
    [0.02, 1.2, 60, 0.6257116726274331],
  ])('has SciPy’s share below %d', (x, a, b, share) => {
    expect(betaShare({ a, b }, x)).toBeCloseTo(share, 11);
  });

  it.each([
    [0.1, 2, 18, 0.0283493389049628],
    [0.9, 2, 18, 0.18976556332462935],
    [0.5, 0.5, 4, 0.058710801339783646],
    [0.9, 300, 40, 0.90419640905075],
  ])('has SciPy’s quantile of %d', (part, a, b, value) => {
    expect(betaQuantile({ a, b }, part)).toBeCloseTo(value, 11);
  });

  it('ends at 0 and 1', () => {
    expect(betaShare({ a: 2, b: 3 }, -1)).toBe(0);
    expect(betaShare({ a: 2, b: 3 }, 2)).toBe(1);
  });
});

describe('the beta-binomial distribution', () => {
  it.each([
    [3, 20, 2, 18, -1.9992846096466872],
    [0, 5, 0.5, 4, -0.422753416437631],
    [40, 100, 30, 50, -2.983434590970191],
    [700, 2000, 4, 9, -6.608509714371177],
  ])('has SciPy’s probability of %d in %d', (count, tries, a, b, log) => {
    expect(logBetaBinomial(count, tries, { a, b })).toBeCloseTo(log, 9);
  });

  it('adds up to 1, with the mean of its rate', () => {
    const chances = betaBinomialChances(30, { a: 1.5, b: 12 });
    expect(sum(chances)).toBeCloseTo(1, 10);
    expect(sum(chances.map((chance, count) => chance * count))).toBeCloseTo((30 * 1.5) / 13.5, 9);
  });
});
