import { expect, it } from 'vitest';
import { shrunkLog } from '#core/planning/suppliers/shrinkage.ts';

const centre = Math.log1p(100);

it('leaves forecasts as they are where all of them came true', () => {
  const whole = { centre, level: 0, slope: 1, count: 100 };
  for (const log of [0, 2, centre, 8]) expect(shrunkLog(whole, log)).toBeCloseTo(log, 12);
});

it('draws forecasts towards their centre, the further away the more', () => {
  const half = { centre, level: 0, slope: 0.5, count: 100 };
  expect(shrunkLog(half, centre)).toBeCloseTo(centre, 12);
  expect(shrunkLog(half, centre + 1)).toBeCloseTo(centre + 0.5, 12);
  expect(shrunkLog(half, centre - 1)).toBeCloseTo(centre - 0.5, 12);
});

it('never expects fewer units than none', () => {
  expect(shrunkLog({ centre, level: -9, slope: 1, count: 100 }, 2)).toBe(0);
});
