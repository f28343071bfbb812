import { describe, expect, it } from 'vitest';
import { digamma, logGamma } from '#core/base/statistics/gamma.ts';

describe('the gamma function', () => {
  // Recorded from SciPy 1.15.3: special.digamma and special.gammaln.
  it.each([
    [0.01, -100.56088545786868, 4.599479878042022],
    [0.5, -1.9635100260214235, 0.5723649429247],
    [1, -0.5772156649015329, 0],
    [3.7, 1.1671535393615113, 1.428072326665388],
    [250, 5.519459584531046, 1128.5237708729908],
  ])('is SciPy’s at %d', (a, slope, log) => {
    expect(digamma(a)).toBeCloseTo(slope, 9);
    expect(logGamma(a)).toBeCloseTo(log, 9);
  });
});
