import { expect, it } from 'vitest';
import { TimeEstimate } from '#core/base/time-estimate.ts';

/** A machine that does a hundred pieces, each of which takes as long as it is told. */
function machine() {
  let ms = 0;
  const estimate = new TimeEstimate(() => ms);
  let left = 100;
  const work = (pieces: number, msEach: number) => {
    for (let i = 0; i < pieces; i++) {
      const before = estimate.awakeMs;
      ms += msEach;
      estimate.add(1);
      estimate.measure(1, estimate.awakeMs - before);
      left -= 1;
    }
  };
  const secondsLeft = () => estimate.secondsFor(left);
  return { work, secondsLeft, sleep: (seconds: number) => (ms += 1_000 * seconds), estimate };
}

it('says nothing before anything was done', () => {
  expect(machine().secondsLeft()).toBeNull();
});

it('is exact at a steady pace', () => {
  const { work, secondsLeft } = machine();
  for (const done of [2, 10, 50]) {
    work(done, 500);
    expect(secondsLeft()).toBeCloseTo({ 2: 98, 10: 88, 50: 38 }[done]! / 2, 9);
  }
});

it('waits for a second piece, because other work may have come before the first', () => {
  const { work, secondsLeft, sleep } = machine();
  sleep(6);
  work(1, 100);
  expect(secondsLeft()).toBeNull();
  work(1, 100);
  expect(secondsLeft()).toBeCloseTo(9.8, 9);
});

it('forgets a night of sleep', () => {
  const { work, secondsLeft, sleep } = machine();
  work(20, 500);
  sleep(8 * 3_600);
  work(5, 500);
  expect(secondsLeft()).toBeCloseTo(75 / 2, 6);
});

it('counts a pause that is no longer than others', () => {
  const { work, secondsLeft, sleep, estimate } = machine();
  work(10, 500);
  sleep(5);
  estimate.tick();
  expect(secondsLeft()).toBeCloseTo((90 * 9.5) / 9, 6);
});

it('follows a machine that grows hot', () => {
  const { work, secondsLeft } = machine();
  work(30, 500);
  work(30, 1_500);
  // Forty to come at the pace of now.
  expect(secondsLeft()).toBeGreaterThan(0.8 * 60);
  expect(secondsLeft()).toBeLessThan(1.2 * 60);
});

it('has nothing left at the end, and never less', () => {
  const { work, estimate } = machine();
  work(3, 500);
  expect(estimate.secondsFor(0)).toBe(0);
  expect(estimate.secondsFor(-5)).toBe(0);
});
