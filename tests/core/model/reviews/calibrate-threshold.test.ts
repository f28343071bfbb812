import { expect, it } from 'vitest';
import { calibratedThreshold } from '#core/model/reviews/calibrate-threshold.ts';
import { sigmoid } from '#core/base/statistics/statistics.ts';
import { seededRandom } from '#core/base/random.ts';

it('finds the level and slope that made the answers', () => {
  const random = seededRandom(3);
  const scores = Array.from({ length: 20_000 }, () => 8 * random() - 4);
  const isBelow = scores.map((score) => random() < sigmoid(-1.5 - 0.7 * score));
  const { level, slope } = calibratedThreshold(scores, isBelow, 0);
  expect(level).toBeCloseTo(-1.5, 1);
  expect(slope).toBeCloseTo(0.7, 1);
});

it('stays at the usual without reviews, and finite where all are alike', () => {
  expect(calibratedThreshold([], [], -1)).toEqual({ level: -1, slope: 1 });
  const { level, slope } = calibratedThreshold([2, 2, 2], [false, false, false], -1);
  expect(level).toBeLessThan(-1);
  expect(level).toBeGreaterThan(-20);
  expect(slope).toBeGreaterThan(0);
});
