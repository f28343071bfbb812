import { describe, expect, it } from 'vitest';
import { looseningGain, seasonGain, type SeasonParts } from '#core/season/calendar/season-gain.ts';
import type { UncertainOutcome } from '#core/season/calendar/season-range.ts';
import { normalQuantile, normalShare } from '#core/base/statistics/normal-distribution.ts';

/** A normal outcome, in closed form. */
const normal = (seed: number, mean: number, deviation: number, month = 0): UncertainOutcome => ({
  ...{ expected: mean, seed, month },
  at: (share) => mean + deviation * normalQuantile(share),
});
const of = (...outcomes: UncertainOutcome[]): SeasonParts => ({ outcomes, lost: 0 });
const EIGHT_IN_TEN = normalQuantile(0.9);

describe('the gain of one calendar over another', () => {
  it('has no range where both launch the same', () => {
    const same = of(normal(1, 100, 40), normal(2, 50, 30, 31));
    const { expected, low80, high80 } = seasonGain(same, same, 0.3).range;
    for (const each of [expected, low80, high80]) expect(each).toBeCloseTo(0, 9);
  });

  it('has the range of the launch that only one has, less what it takes from others', () => {
    const common = [normal(1, 100, 40), normal(2, 50, 30, 31)];
    const more = { outcomes: [...common, normal(3, 60, 20, 62)], lost: 15 };
    const { expected, low80, high80 } = seasonGain(more, of(...common), 0.3).range;
    expect(expected).toBeCloseTo(45, 9);
    expect(low80).toBeGreaterThan(45 - EIGHT_IN_TEN * 20 - 3);
    expect(low80).toBeLessThan(45 - EIGHT_IN_TEN * 20 + 3);
    expect(high80).toBeGreaterThan(45 + EIGHT_IN_TEN * 20 - 3);
    expect(high80).toBeLessThan(45 + EIGHT_IN_TEN * 20 + 3);
  });

  it('is that of a pair of normal outcomes where a launch moves to another month', () => {
    // Own errors cancel out, those of the months do not: deviation 30 · √(2ρ).
    const { range: moved, ahead } = seasonGain(
      of(normal(1, 90, 30, 31)),
      of(normal(1, 80, 30)),
      0.5,
    );
    // Φ(10 / 30)
    expect(Math.abs(ahead - normalShare(1 / 3))).toBeLessThan(0.05);
    expect(moved.expected).toBeCloseTo(10, 9);
    expect(Math.abs(moved.high80 - (10 + EIGHT_IN_TEN * 30))).toBeLessThan(4);
    expect(Math.abs(moved.low80 - (10 - EIGHT_IN_TEN * 30))).toBeLessThan(4);
  });
});

describe('what a looser limit brings', () => {
  const strict = { value: 1000, bound: 1000 };

  it('is a gain, proven to be next to nothing, or open', () => {
    expect(looseningGain(strict, { value: 1040, bound: 1050 }, 40)).toEqual({
      ...{ kind: 'brings', gain: 40, most: 50 },
    });
    expect(looseningGain(strict, { value: 1000, bound: 1001 }, 0).kind).toBe('nothing');
    expect(looseningGain(strict, { value: 1000, bound: 1080 }, 0)).toEqual({
      ...{ kind: 'open', gain: 0, most: 80 },
    });
    expect(looseningGain(strict, { value: 1000, bound: null }, 0).kind).toBe('open');
    expect(
      looseningGain({ value: -1000, bound: -1000 }, { value: -900, bound: -900 }, 100),
    ).toEqual({
      ...{ kind: 'brings', gain: 100, most: 100 },
    });
  });

  it('is only that launches come sooner, where the objective is not higher', () => {
    expect(looseningGain(strict, { value: 1040, bound: 1050 }, -3).kind).toBe('sooner');
    expect(looseningGain(strict, { value: 1000, bound: 1001 }, -3).kind).toBe('nothing');
  });
});
