import { expect, it } from 'vitest';
import { knownNothing } from '#core/model/training/known-nothing.ts';
import type { NetTask } from '#core/model/training/net-task.ts';

/** One head with a Gaussian outcome, one with a binomial; of each, four validation launches. */
const GAUSSIAN = [0.5, -1, 2, 0];
const TRIALS = [10, 20, 5, 0];
const SUCCESSES = [3, 2, 5, 0];
const BASELINE = -1.2;

const binomial = (z: number, trials: number, successes: number) =>
  trials * Math.log1p(Math.exp(z)) - successes * z;

const pairs = <T>(first: readonly T[], second: readonly T[]) =>
  Float32Array.from(first.flatMap((value, i) => [Number(value), Number(second[i])]));
const none = GAUSSIAN.map(() => 0);

it('is the loss of what is usual among the training launches, by closed forms', () => {
  const task = {
    shape: {
      inputs: 1,
      members: 4,
      width: 2,
      heads: [
        { name: 'units', basis: 1 },
        { name: 'clickRate', basis: 1 },
      ],
    },
    offsets: [0, BASELINE],
    validation: {
      ...{ rowCount: 4, x: new Float32Array(4), phi: new Float32Array(8) },
      soft: pairs(none, TRIALS),
      square: pairs([1, 1, 1, 1], none),
      target: pairs(GAUSSIAN, SUCCESSES),
      constant: new Float32Array(8),
    },
  } as unknown as NetTask;
  const [units, clicks] = knownNothing(task)!;
  expect(units).toEqual({ name: 'units', loss: 0 });
  const expected = TRIALS.reduce((sum, n, i) => sum + binomial(BASELINE, n, SUCCESSES[i]!), 0) / 4;
  expect(clicks!.loss).toBeCloseTo(expected, 5);
});

it('says nothing without launches to judge by', () => {
  expect(knownNothing({ validation: undefined } as unknown as NetTask)).toBeNull();
});
