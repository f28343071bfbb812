import { expect, it } from 'vitest';
import { seededRandom, shuffle } from '#core/base/random.ts';

it('gives the same sequence for the same seed and another for another', () => {
  const take = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(take(7)).toEqual(take(7));
  expect(take(7)).not.toEqual(take(8));
});

it('is uniform enough on [0, 1): mean and variance of 100,000 draws', () => {
  const draws = Array.from({ length: 100_000 }, seededRandom(1));
  const mean = draws.reduce((sum, x) => sum + x) / draws.length;
  const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
  expect(mean).toBeCloseTo(1 / 2, 2);
  expect(variance).toBeCloseTo(1 / 12, 2);
  expect(Math.min(...draws.slice(0, 1000))).toBeGreaterThanOrEqual(0);
});

it('shuffles to a permutation', () => {
  const order = Uint32Array.from({ length: 100 }, (_, i) => i);
  shuffle(order, seededRandom(3));
  expect([...order]).not.toEqual([...order].sort((a, b) => a - b));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
});

it('goes on from a state as it would have gone on', () => {
  const random = seededRandom(5);
  random();
  const { state } = random;
  const next = [random(), random()];
  const later = seededRandom(99);
  later.state = state;
  expect([later(), later()]).toEqual(next);
});
