import { expect, it } from 'vitest';
import { ASSUMED_NOISE, earlyPace } from '#core/planning/try/early-pace.ts';

/** Half of twelve weeks' units in the first four weeks: 20, 15, 10 and 5%. */
const shares = [0.2, 0.15, 0.1, 0.05, ...Array.from({ length: 8 }, () => 0.5 / 8)];
const curve = { shares, launchCount: 40 };
const facts = { curve, noise: 0.2, leadTimeDays: 7, horizonDays: 28 };

it('takes shares of the horizon from the curve', () => {
  const pace = earlyPace(facts)!;
  expect(pace.seenShare).toBeCloseTo(0.35 / 0.5, 12);
  expect(pace.arrivedShare).toBeCloseTo(0.45 / 0.5, 12);
  expect(pace).toMatchObject({ noise: 0.2, isLearnt: true });
});

it('is even, with the assumed noise, where the history has no curve', () => {
  expect(earlyPace({ ...facts, curve: null, noise: null })).toEqual({
    ...{ seenShare: 0.5, arrivedShare: 0.75, noise: ASSUMED_NOISE, isLearnt: false },
  });
});

it('is none where a reorder arrives at the end of the horizon or later', () => {
  expect(earlyPace({ ...facts, leadTimeDays: 13 })).not.toBeNull();
  expect(earlyPace({ ...facts, leadTimeDays: 14 })).toBeNull();
  expect(earlyPace({ ...facts, leadTimeDays: 0, horizonDays: 14 })).toBeNull();
});

it('has arrived with what is seen where a reorder takes no time', () => {
  const pace = earlyPace({ ...facts, leadTimeDays: 0 })!;
  expect(pace.arrivedShare).toBe(pace.seenShare);
});
