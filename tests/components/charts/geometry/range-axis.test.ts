import { describe, expect, it } from 'vitest';
import { rangeAxis } from '#components/charts/geometry/range-axis.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';

const range = (low80: number, high80: number): OutcomeRange => ({
  low80,
  low50: low80,
  expected: high80 / 2,
  high50: high80,
  high80,
});

describe('rangeAxis', () => {
  it('includes zero and every range', () => {
    expect(rangeAxis([range(80, 190), range(20, 1300)])).toMatchObject({ min: 0, max: 1500 });
  });

  it('shows a loss, but not a negligible one', () => {
    expect(rangeAxis([range(-400, 1000)]).min).toBeLessThanOrEqual(-400);
    expect(rangeAxis([range(-2, 1000)]).min).toBe(0);
  });
});
