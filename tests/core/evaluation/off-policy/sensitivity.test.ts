import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyGains, sumsOf } from '#core/evaluation/off-policy/estimators.ts';
import {
  bootstrapErrors,
  DEVIATIONS,
  intervalAround,
  type Interval,
} from '#core/evaluation/off-policy/intervals.ts';
import { launchTerms } from '#core/evaluation/off-policy/launch-terms.ts';
import {
  gainBounder,
  MOST_ODDS,
  statedOdds,
  tippingOdds,
} from '#core/evaluation/off-policy/sensitivity.ts';
import { softmaxPolicy } from '#core/evaluation/off-policy/softmax-policy.ts';
import { seededRandom } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { loggedLaunches, type LoggedLaunch } from '../../../support/logged-launches.ts';

/** The middle of an interval as wide as chance makes it, where both sides are the same. */
const middle = ({ low, high }: Interval) => (low + high) / 2;

function launches(count: number, seed: number): LoggedLaunch[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const first = 0.3 + 0.4 * random();
    const taken = random() < first ? 0 : 1;
    const reward = 20 + 15 * taken + 10 * (random() + random() - 1);
    return { taken, reward, chances: [first, 1 - first], expected: [21, 33] };
  });
}

describe('bounds of a gain', () => {
  const log = loggedLaunches(launches(240, 4));
  const policy = softmaxPolicy(log);

  it('are the doubly robust interval where nothing is hidden', () => {
    const terms = launchTerms(log, policy);
    const { dr } = policyGains(sumsOf(terms));
    const errors = bootstrapErrors(terms, policyGains, { random: seededRandom(1) });
    const bound = gainBounder(log, policy, 'wide')(1);
    const interval = intervalAround(dr, errors.dr, 'wide');
    expect(middle(bound)).toBeCloseTo(dr, 8);
    expect((bound.high - bound.low) / (interval.high - interval.low)).toBeCloseTo(1, 1);
  });

  it('are wider the more may be hidden', () => {
    const boundAt = gainBounder(log, policy, 'half');
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 8, noNaN: true }),
        fc.double({ min: 1.05, max: 3, noNaN: true }),
        (odds, times) => {
          const [narrow, wide] = [boundAt(odds), boundAt(odds * times)];
          expect(wide.low).toBeLessThan(narrow.low);
          expect(wide.high).toBeGreaterThan(narrow.high);
        },
      ),
    );
  });

  it('hold what any weights within the odds would make of it, by brute force over all of them', () => {
    // One kind of product, two actions, each as likely; the plan always takes the second. Either brought as much.
    const rewards = [3, 8, 1, 9, 4, 6];
    const log = loggedLaunches(
      [0, 1].flatMap((taken) =>
        rewards.map((reward) => ({ taken, reward, chances: [0.5, 0.5], expected: [5, 5] })),
      ),
    );
    const second = Float64Array.from({ length: 2 * log.count }, (_, k) => k % 2);
    const odds = 2;
    const point = pointOf(log, second, odds);
    // 1/p* = 1 + (1/p − 1) λ: each launch that had the second weighs 1 + λ.
    const totals = extremes(rewards, odds);
    const gain = (total: number) => (mean(rewards) + total / rewards.length) / 2 - mean(rewards);
    expect(point.high).toBeCloseTo(gain(totals.high), 8);
    expect(point.low).toBeCloseTo(gain(totals.low), 8);
  });
});

/** Bounds without what chance adds: by the ends of two shares of it. */
function pointOf(log: ReturnType<typeof loggedLaunches>, policy: Float64Array, odds: number) {
  const [half, wide] = (['half', 'wide'] as const).map((share) =>
    gainBounder(log, policy, share)(odds),
  ) as [Interval, Interval];
  const times = DEVIATIONS.wide / DEVIATIONS.half;
  return {
    low: half.low + (half.low - wide.low) / (times - 1),
    high: half.high - (wide.high - half.high) / (times - 1),
  };
}

/** Σ λ r over λ in [1/Γ, Γ] with Σ λ = n: vertices have all but one at an end. */
function extremes(rewards: readonly number[], odds: number) {
  const n = rewards.length;
  const totals: number[] = [];
  for (let free = 0; free < n; free++)
    for (let ends = 0; ends < 2 ** n; ends++) {
      const lambdas = rewards.map((_, i) => ((ends >> i) & 1 ? odds : 1 / odds));
      const others = lambdas.reduce((all, lambda, i) => (i === free ? all : all + lambda), 0);
      lambdas[free] = n - others;
      if (lambdas[free]! < 1 / odds - 1e-12 || lambdas[free]! > odds + 1e-12) continue;
      totals.push(lambdas.reduce((all, lambda, i) => all + lambda * rewards[i]!, 0));
    }
  return { low: Math.min(...totals), high: Math.max(...totals) };
}

describe('odds at which a gain is gone', () => {
  const at = (low: number, slope: number) => (odds: number) => ({
    low: low - slope * Math.log(odds),
    high: low + 5 + slope * Math.log(odds),
  });

  it('are those at which a bound reaches zero', () => {
    expect(tippingOdds(at(3, 5))).toBeCloseTo(Math.exp(3 / 5), 2);
    expect(tippingOdds(at(-9, 4))).toBeCloseTo(Math.exp(4 / 4), 2);
  });

  it('are not named where chance alone could explain it, or no odds could', () => {
    expect(tippingOdds(at(-2, 5))).toBeNull();
    expect(tippingOdds(at(3 * Math.log(MOST_ODDS), 2))).toBeNull();
  });
});

it('allows for as much as the strongest input tells, and for a little always', () => {
  expect(statedOdds({ strongest: { input: 'week', odds: 1.8 } })).toEqual({
    input: 'week',
    odds: 1.8,
  });
  expect(statedOdds({ strongest: { input: 'week', odds: 1.4 } })).toEqual({
    input: null,
    odds: 1.5,
  });
  expect(statedOdds({ strongest: null }).odds).toBe(1.5);
});
