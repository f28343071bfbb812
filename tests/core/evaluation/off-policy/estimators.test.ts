import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ESTIMATORS,
  policyGains,
  policyValues,
  sumsOf,
} from '#core/evaluation/off-policy/estimators.ts';
import { launchTerms } from '#core/evaluation/off-policy/launch-terms.ts';
import { softmaxPolicy } from '#core/evaluation/off-policy/softmax-policy.ts';
import { effectiveSize, mean } from '#core/base/statistics/statistics.ts';
import { loggedLaunches, type LoggedLaunch } from '../../../support/logged-launches.ts';

interface Reference {
  readonly actions: number;
  readonly propensities: readonly number[];
  readonly expected: readonly number[];
  readonly taken: readonly number[];
  readonly reward: readonly number[];
  readonly policy: readonly number[];
  readonly weight: readonly number[];
  readonly effective: number;
  readonly values: Readonly<Record<(typeof ESTIMATORS)[number], number>>;
  readonly done: number;
}

/** Formulas as their papers write them, in NumPy: tests/support/references/off_policy.py. */
const reference = JSON.parse(
  readFileSync(new URL('../../../support/references/off-policy.json', import.meta.url), 'utf8'),
) as Reference;

const referenceLog = loggedLaunches(
  reference.taken.map((taken, i) => {
    const of = (values: readonly number[]) =>
      values.slice(i * reference.actions, (i + 1) * reference.actions);
    const [chances, expected] = [of(reference.propensities), of(reference.expected)];
    return { taken, reward: reference.reward[i]!, chances, expected };
  }),
);

describe('against NumPy', () => {
  const policy = softmaxPolicy(referenceLog);
  const terms = launchTerms(referenceLog, policy);

  it('softens the same policy', () => {
    policy.forEach((chance, i) => expect(chance).toBeCloseTo(reference.policy[i]!, 5));
  });

  it('weighs launches the same, clipped ones among them', () => {
    terms.weight.forEach((weight, i) => expect(weight).toBeCloseTo(reference.weight[i]!, 4));
    expect(Math.max(...terms.weight)).toBe(Math.sqrt(referenceLog.count));
    expect(effectiveSize(terms.weight)).toBeCloseTo(reference.effective, 4);
  });

  it.each(ESTIMATORS)('estimates the same by %s', (name) => {
    const sums = sumsOf(terms);
    expect(policyValues(sums)[name]).toBeCloseTo(reference.values[name], 3);
    expect(policyGains(sums)[name]).toBeCloseTo(reference.values[name] - reference.done, 3);
  });
});

it('is what a hand works out for two launches', () => {
  const log = loggedLaunches([
    { taken: 0, reward: 10, chances: [0.5, 0.5], expected: [8, 20] },
    { taken: 1, reward: 30, chances: [0.25, 0.75], expected: [6, 24] },
  ]);
  // Always the second action: weights 0 and 4/3.
  const terms = launchTerms(log, Float64Array.of(0, 1, 0, 1));
  expect([...terms.weight]).toEqual([0, 4 / 3]);
  const values = policyValues(sumsOf(terms));
  expect(values.direct).toBe(22);
  expect(values.ips).toBeCloseTo(20, 12); // (4/3 · 30) / 2
  expect(values.snips).toBeCloseTo(30, 12);
  expect(values.dr).toBeCloseTo(26, 12); // 22 + (4/3 · 6) / 2
  expect(policyGains(sumsOf(terms)).dr).toBeCloseTo(6, 12);
});

const launch = fc
  .record({
    parts: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 }),
    expected: fc.array(fc.integer({ min: -50, max: 200 }), { minLength: 3, maxLength: 3 }),
    taken: fc.nat(2),
    reward: fc.integer({ min: -100, max: 500 }),
  })
  .map(({ parts, ...rest }): LoggedLaunch => {
    const all = parts.reduce((total, part) => total + part, 0);
    return { ...rest, chances: parts.map((part) => part / all) };
  });
const launches = fc.array(launch, { minLength: 1, maxLength: 30 });
const asDone = (log: ReturnType<typeof loggedLaunches>) => Float64Array.from(log.propensities);

describe('for any log', () => {
  it('weighing finds the mean reward where the policy is what was done', () => {
    fc.assert(
      fc.property(launches, (some) => {
        const log = loggedLaunches(some);
        const values = policyValues(sumsOf(launchTerms(log, asDone(log))));
        expect(values.ips).toBeCloseTo(mean(log.reward), 8);
        expect(values.snips).toBeCloseTo(mean(log.reward), 8);
      }),
    );
  });

  it('has nothing left to correct where the model was right of every launch', () => {
    fc.assert(
      fc.property(launches, (some) => {
        const right = some.map((each) => ({ ...each, reward: each.expected[each.taken]! }));
        const log = loggedLaunches(right);
        const { dr, direct } = policyValues(sumsOf(launchTerms(log, softmaxPolicy(log))));
        expect(dr).toBeCloseTo(direct, 8);
      }),
    );
  });

  it('normalises to no more than the highest reward and no less than the lowest', () => {
    fc.assert(
      fc.property(launches, (some) => {
        const log = loggedLaunches(some);
        const terms = launchTerms(log, softmaxPolicy(log));
        const { snips } = policyValues(sumsOf(terms));
        if (effectiveSize(terms.weight) === 0) {
          expect(snips).toBeNaN();
          return;
        }
        expect(snips).toBeGreaterThanOrEqual(Math.min(...log.reward) - 1e-9);
        expect(snips).toBeLessThanOrEqual(Math.max(...log.reward) + 1e-9);
      }),
    );
  });

  it('counts between one and all launches', () => {
    fc.assert(
      fc.property(launches, (some) => {
        const log = loggedLaunches(some);
        const size = effectiveSize(launchTerms(log, softmaxPolicy(log)).weight);
        if (size === 0) return;
        expect(size).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(size).toBeLessThanOrEqual(log.count + 1e-9);
      }),
    );
  });
});

it('is right on average under right chances, over every launch that could have been', () => {
  const chances = [0.2, 0.5, 0.3];
  const rewards = [10, 40, -5];
  const policy = [0.7, 0.1, 0.2];
  // A log of exactly ten launches, as often each as its chance: the expectation of the weighed mean.
  const taken = [0, 0, 1, 1, 1, 1, 1, 2, 2, 2];
  const log = loggedLaunches(
    taken.map((a) => ({ taken: a, reward: rewards[a]!, chances, expected: [99, -7, 3] })),
  );
  const wanted = Float64Array.from(taken.flatMap(() => policy));
  const values = policyValues(sumsOf(launchTerms(log, wanted, Infinity)));
  expect(values.ips).toBeCloseTo(10, 5); // 0.7 · 10 + 0.1 · 40 − 0.2 · 5
  expect(values.dr).toBeCloseTo(10, 5); // however wrong the model is
  expect(values.direct).toBeCloseTo(69.2, 5);
});

it('refuses a policy of another size', () => {
  expect(() => launchTerms(referenceLog, new Float64Array(3))).toThrow(/expected a policy of/);
});
