import { describe, expect, it } from 'vitest';
import { fitForecastBeyond, forecastBeyond } from '#core/ledger/correction/forecast-beyond.ts';

// Half of the launches sell four times as much later on, and only the forecast knows which.
const cases = Array.from({ length: 60 }, (_, i) => ({
  seen: (i >> 1) / 10,
  forecastLog: i % 2 ? 5 : 7,
  residual: i % 2 ? -Math.log(2) : Math.log(2),
}));

describe('fitForecastBeyond', () => {
  it('weighs what forecasts tell beyond the weeks so far, the more the more of them there are', () => {
    const lesson = fitForecastBeyond(cases);
    expect(lesson.weight).toBeCloseTo((60 / 160) * Math.log(2), 10);
    const [good, bad] = [7, 5].map((forecastLog) =>
      forecastBeyond(lesson, { seen: 1, forecastLog }),
    );
    expect(good! - bad!).toBeCloseTo(2 * lesson.weight, 10);
    expect(forecastBeyond(lesson, { seen: 1, forecastLog: NaN })).toBe(0);
  });

  it('leaves out what the weeks so far say already', () => {
    const same = cases.map(({ seen, residual }) => ({ seen, residual, forecastLog: 3 + 2 * seen }));
    const lesson = fitForecastBeyond(same);
    expect(forecastBeyond(lesson, { seen: 1.3, forecastLog: 3 + 2.6 })).toBeCloseTo(0, 8);
  });

  it('tells nothing of few launches, nor where it points the wrong way', () => {
    const few = cases.map((each, i) => (i < 29 ? each : { ...each, forecastLog: NaN }));
    expect(fitForecastBeyond(few).weight).toBe(0);
    const wrong = cases.map((each) => ({ ...each, residual: -each.residual }));
    expect(fitForecastBeyond(wrong).weight).toBe(0);
  });
});
