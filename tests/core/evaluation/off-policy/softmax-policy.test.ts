import { expect, it } from 'vitest';
import {
  LEAST_PROPENSITY,
  softmaxPolicy,
  TEMPERATURE,
} from '#core/evaluation/off-policy/softmax-policy.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { loggedLaunches } from '../../../support/logged-launches.ts';

const chances = [0.4, 0.3, 0.29, 0.01];
const policyOf = (expected: readonly number[], temperature?: number) => [
  ...softmaxPolicy(loggedLaunches([{ taken: 0, reward: 0, chances, expected }]), temperature),
];

it('takes an action one standard deviation better e^(1/T) times as often', () => {
  const expected = [0, 10, 20, 1000];
  const deviation = Math.sqrt(200 / 3);
  const [worst, middle, best] = policyOf(expected);
  expect(middle! / worst!).toBeCloseTo(Math.exp(10 / deviation / TEMPERATURE), 6);
  expect(best! / middle!).toBeCloseTo(middle! / worst!, 6);
});

it('leaves out what has no support, and shares everything else out', () => {
  expect(chances[3]).toBeLessThan(LEAST_PROPENSITY);
  const policy = policyOf([0, 10, 20, 1000]);
  expect(policy[3]).toBe(0);
  expect(sum(policy)).toBeCloseTo(1, 12);
});

it('depends neither on the unit nor on what all actions bring', () => {
  const policy = policyOf([3, 5, 11, 0]);
  policyOf([3100, 3300, 3900, 0]).forEach((chance, a) => expect(chance).toBeCloseTo(policy[a]!, 6));
});

it('is the plan itself when cold, and any supported action when hot', () => {
  expect(policyOf([0, 10, 20, 0], 0.001)).toEqual([0, 0, 1, 0]);
  for (const chance of policyOf([0, 10, 20, 0], 1e6).slice(0, 3))
    expect(chance).toBeCloseTo(1 / 3, 5);
  expect(policyOf([5, 5, 5, 9])).toEqual([1 / 3, 1 / 3, 1 / 3, 0]);
});

it('has no policy where nothing has support', () => {
  const rare = Array.from({ length: 100 }, () => 0.01);
  const log = loggedLaunches([{ taken: 0, reward: 1, chances: rare, expected: rare }]);
  expect(sum(softmaxPolicy(log))).toBe(0);
});
