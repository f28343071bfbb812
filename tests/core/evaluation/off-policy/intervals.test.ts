import { expect, it } from 'vitest';
import { policyGains, policyValues } from '#core/evaluation/off-policy/estimators.ts';
import {
  bootstrapErrors,
  DEVIATIONS,
  intervalAround,
} from '#core/evaluation/off-policy/intervals.ts';
import { seededRandom } from '#core/base/random.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';

const random = seededRandom(4);
const draw = (count: number) => Float64Array.from({ length: count }, () => random() * 100);
const count = 300;
const terms = {
  reward: draw(count),
  weight: draw(count).map((value) => value / 50),
  model: draw(count),
  own: draw(count),
};

it('finds the standard error of a mean', () => {
  const scores = terms.reward.map(
    (r, i) => terms.model[i]! + terms.weight[i]! * (r - terms.own[i]!) - r,
  );
  const { dr } = bootstrapErrors(terms, policyGains, { random: seededRandom(1), resamples: 2000 });
  expect(dr / (standardDeviation(scores) / Math.sqrt(count))).toBeCloseTo(1, 1);
});

it('finds the standard error of a ratio, as linearised', () => {
  const snips = mean(terms.reward.map((r, i) => r * terms.weight[i]!)) / mean(terms.weight);
  const scores = terms.reward.map((r, i) => (terms.weight[i]! * (r - snips)) / mean(terms.weight));
  const errors = bootstrapErrors(terms, policyValues, { random: seededRandom(2), resamples: 2000 });
  expect(errors.snips / (standardDeviation(scores) / Math.sqrt(count))).toBeCloseTo(1, 1);
});

it('is the same for the same seed', () => {
  const errors = () => bootstrapErrors(terms, policyGains, { random: seededRandom(3) });
  expect(errors()).toEqual(errors());
});

it('lies around the estimate, nine of ten wider than eight of ten', () => {
  expect(intervalAround(10, 2, 'likely').low).toBeCloseTo(10 - 2 * DEVIATIONS.likely, 12);
  expect(intervalAround(10, 2, 'wide').high).toBeCloseTo(13.2897, 4);
});
