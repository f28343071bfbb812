import { describe, expect, it } from 'vitest';
import {
  adLaunchesToTell,
  launchesToTell,
  trialNoise,
} from '#core/season/experiments/response-trial.ts';
import { seededRandom } from '#core/base/random.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';

const FACTOR = 1.3;
const DEVIATION = 0.6;

/** Returns the elasticities that simulated trials show. */
function simulatedTrials(elasticity: number, launches: number, times: number): number[] {
  const random = seededRandom(3);
  return Array.from({ length: times }, () => {
    const signs = Array.from({ length: launches }, () => (random() < 0.5 ? 1 : -1));
    const shown = signs.map((sign) => {
      const left = elasticity * sign * Math.log(FACTOR) + DEVIATION * drawNormal(random);
      return (sign * left) / Math.log(FACTOR);
    });
    return mean(shown);
  });
}

describe('trialNoise', () => {
  it('is the residual deviation over the log of the factor: more spread and smaller steps teach less', () => {
    expect(trialNoise(0.6, Math.E)).toBeCloseTo(0.6, 12);
    expect(trialNoise(0.6, 1.05)).toBeCloseTo(0.6 / 0.048790164169432, 9);
  });

  it('is, over the root of the launches, how far simulated trials err', () => {
    const shown = simulatedTrials(0.1, 100, 4000);
    expect(mean(shown)).toBeCloseTo(0.1, 1);
    const error = trialNoise(DEVIATION, FACTOR) / Math.sqrt(100);
    expect(standardDeviation(shown) / error).toBeGreaterThan(0.96);
    expect(standardDeviation(shown) / error).toBeLessThan(1.04);
  });
});

describe('launchesToTell', () => {
  it('is when the standard error is the difference over 2 · 0.8416', () => {
    const launches = launchesToTell({ noise: 2, apart: 0.1 });
    const error = 2 / Math.sqrt(launches);
    expect(0.1 / error / 2).toBeCloseTo(0.8416, 3);
  });

  it('grows by the square of the noise, and falls by the square of the difference', () => {
    const of = (noise: number, apart: number) => launchesToTell({ noise, apart });
    expect(of(4, 0.1) / of(2, 0.1)).toBeCloseTo(4, 2);
    expect(of(2, 0.2) / of(2, 0.1)).toBeCloseTo(1 / 4, 2);
  });

  it('has simulated trials nearer to the truth eight times in ten', () => {
    const launches = launchesToTell({ noise: trialNoise(DEVIATION, FACTOR), apart: 0.1 });
    expect(launches).toBe(1482);
    const shown = simulatedTrials(0.1, launches, 1000);
    const right = shown.filter((elasticity) => elasticity > 0.05).length / shown.length;
    expect(right).toBeGreaterThan(0.77);
    expect(right).toBeLessThan(0.83);
  });
});

describe('adLaunchesToTell', () => {
  it('takes the residual deviation from the range of 8 in 10', () => {
    const half = 1.2815515655 * DEVIATION;
    const range = { low80: 100 * Math.exp(-half) - 1, high80: 100 * Math.exp(half) - 1 };
    expect(adLaunchesToTell(range)! / 1482).toBeCloseTo(1, 3);
  });

  it('is not known where the range starts at nothing sold, or has no width', () => {
    expect(adLaunchesToTell({ low80: 0, high80: 12 })).toBeNull();
    expect(adLaunchesToTell({ low80: 12, high80: 12 })).toBeNull();
  });
});
