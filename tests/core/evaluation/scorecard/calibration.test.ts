import { describe, expect, it } from 'vitest';
import { calibration } from '#core/evaluation/scorecard/calibration.ts';
import { hidden, reference } from './reference.ts';

describe('how often ranges held', () => {
  it('is what NumPy counts, within the interval that SciPy gives', () => {
    const points = calibration(hidden);
    expect(points).toHaveLength(reference.calibration.length);
    points.forEach(({ promised, reached, low, high }, i) => {
      const told = reference.calibration[i]!;
      expect(promised).toBe(told.promised);
      expect(reached).toBeCloseTo(told.reached, 12);
      expect(low).toBeCloseTo(told.interval[0], 10);
      expect(high).toBeCloseTo(told.interval[1], 10);
    });
  });
});
