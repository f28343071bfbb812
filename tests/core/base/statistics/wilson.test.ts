import { expect, it } from 'vitest';
import reference from '../../../support/references/drift.json' with { type: 'json' };
import { EIGHT_IN_TEN, NINE_IN_TEN, wilsonInterval } from '#core/base/statistics/wilson.ts';

it('is an interval whose ends are as many deviations from the share as was asked', () => {
  for (const [share, count] of [
    [0.8, 20],
    [0.5, 82],
    [1, 7],
  ] as const) {
    const ends = wilsonInterval(share, count, NINE_IN_TEN);
    for (const end of ends) {
      if (end >= 1) continue;
      const deviation = Math.sqrt((end * (1 - end)) / count);
      expect(Math.abs(end - share) / deviation).toBeCloseTo(NINE_IN_TEN, 9);
    }
  }
});

it('is SciPy’s', () => {
  for (const { seen, count, low, high } of reference.wilson) {
    const interval = wilsonInterval(seen / count, count, EIGHT_IN_TEN);
    expect(interval[0]).toBeCloseTo(low, 9);
    expect(interval[1]).toBeCloseTo(high, 9);
  }
});

it('stays within 0 and 1, and says nothing of nothing', () => {
  expect(wilsonInterval(1, 3, EIGHT_IN_TEN)[1]).toBe(1);
  expect(wilsonInterval(0, 3, EIGHT_IN_TEN)[0]).toBe(0);
  expect(wilsonInterval(NaN, 0, EIGHT_IN_TEN)).toEqual([0, 1]);
});
