import { describe, expect, it } from 'vitest';
import { cleanWeeks } from '#core/model/associations/clean-weeks.ts';
import { excessError } from '#core/model/associations/excess-error.ts';
import { excessUnits } from '#core/model/associations/excess-units.ts';
import references from '../../../support/references/associations.json' with { type: 'json' };

const { launches, beside, common, level, ratio, noise, spread, correlation, ...expected } =
  references.regression;

const input = {
  ...{
    ratio: Float64Array.from(ratio),
    level: Float64Array.from(level),
    common: Float64Array.from(common),
  },
  ...{ beside: [{ running: beside, spread }], noise },
};

describe('what launches add to a group', () => {
  it('is what a ridge regression in NumPy finds, with its standard error', () => {
    const excess = excessUnits(input, cleanWeeks(launches, 4));
    expect(excess.units).toBeCloseTo(expected.units, 6);
    expect(excess.parameters).toBeCloseTo(expected.parameters, 6);
    expect(excessError(excess, { correlation, beside: input.beside })).toBeCloseTo(
      expected.error,
      6,
    );
  });

  it('is linear in the ratios, by its weights', () => {
    const weeks = cleanWeeks(launches, 4);
    const { weights, units } = excessUnits(input, weeks);
    const total = weights.reduce(
      (sum, weight, week) => sum + weight * (ratio[week]! - common[week]!),
      0,
    );
    expect(total).toBeCloseTo(units, 8);
  });

  it('is exact without noise', () => {
    const weeks = cleanWeeks(launches, 4);
    const planted = input.common.map((each, week) => each + 0.2 + 0.3 * weeks.running[week]!);
    const { units } = excessUnits({ ...input, ratio: planted, beside: [] }, weeks);
    const inWindows = weeks.running.reduce((sum, count, week) => sum + count * level[week]!, 0);
    expect(units).toBeCloseTo((0.3 * inWindows) / 4, 3);
  });
});

describe('clean weeks', () => {
  it('are those that no launch reaches; weeks after a window are neither', () => {
    const weeks = cleanWeeks([0, 0, 1, 0, 0, 0, 0, 0, 0, 0], 4);
    expect(weeks.clean).toEqual([0, 1, 8, 9]);
    expect(weeks.compared).toEqual([0, 1, 2, 3, 4, 5, 8, 9]);
  });

  it('count a launch that the log cuts off in part', () => {
    const { wholeLaunches, launchCount, running } = cleanWeeks([2, 0, 0, 0, 1], 4);
    expect([wholeLaunches, launchCount]).toEqual([2.25, 3]);
    expect([...running]).toEqual([2, 2, 2, 2, 1]);
  });
});
