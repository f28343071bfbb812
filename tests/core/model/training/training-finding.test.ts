import { describe, expect, it } from 'vitest';
import { judgeForecast } from '#core/model/training/training-finding.ts';

const logs = (units: readonly number[]) => units.map(Math.log1p);

describe('a judged forecast', () => {
  it('is off by the WAPE, which the method’s document calculates', () => {
    const judged = { actualUnits: Float64Array.of(100, 50, 50), soldOut: [false, false, false] };
    expect(judgeForecast(judged, logs([80, 60, 70])).wape).toBeCloseTo(0.25, 12);
  });

  it('tells what came of a forecast of a hundred units', () => {
    // Every launch sells (forecast + 1) × factor − 1, with factors from a half to two.
    const factors = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.4, 1.6, 1.8, 2];
    const forecast = factors.map((_, i) => 10 * (i + 1));
    const actualUnits = Float64Array.from(factors, (f, i) => (forecast[i]! + 1) * f - 1);
    const { came } = judgeForecast(
      { actualUnits, soldOut: factors.map(() => false) },
      logs(forecast),
    );
    expect(came.expected).toBeCloseTo(100, 9);
    expect(came.low80).toBeCloseTo(101 * 0.6 - 1, 9);
    expect(came.high80).toBeCloseTo(101 * 1.8 - 1, 9);
  });

  it('does not blame a forecast for what was sold out', () => {
    const judged = { actualUnits: Float64Array.of(50, 50), soldOut: [true, false] };
    expect(judgeForecast(judged, logs([90, 50])).wape).toBe(0);
  });

  it('never tells of fewer than no units', () => {
    const actualUnits = new Float64Array(20);
    const { came } = judgeForecast(
      { actualUnits, soldOut: Array.from(actualUnits, () => false) },
      logs(Array.from(actualUnits, () => 1e6)),
    );
    expect(came.low80).toBe(0);
  });
});
