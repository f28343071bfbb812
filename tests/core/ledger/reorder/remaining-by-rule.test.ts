import { describe, expect, it } from 'vitest';
import { RESIDUALS_BY_RULE, remainingByRule } from '#core/ledger/reorder/remaining-by-rule.ts';
import { demandAt, demandSpread } from '#core/planning/economics/demand.ts';

const nine = (week: number) => 0.9 ** week;

describe('remainingByRule', () => {
  it('goes on at nine tenths of the week before', () => {
    const rest = remainingByRule(
      { units: 100, forecastLog: NaN },
      { after: 1, until: 3, forecastWeeks: 4 },
    );
    expect(Math.expm1(rest)).toBeCloseTo(100 * (nine(1) + nine(2)), 9);
  });

  it('lies half-way, in logs, between that and what was forecast', () => {
    const whole = nine(0) + nine(1) + nine(2) + nine(3);
    const rest = remainingByRule(
      { units: 0, forecastLog: Math.log1p(344) },
      { after: 1, until: 4, forecastWeeks: 4 },
    );
    expect(rest).toBeCloseTo(Math.log1p((344 * (whole - 1)) / whole) / 2, 9);
  });

  it('reckons with a horizon that ends within a week', () => {
    const rest = remainingByRule(
      { units: 100, forecastLog: Math.log1p(100) },
      { after: 1, until: 2, forecastWeeks: 1.5 },
    );
    const [byPace, byForecast] = [90, (100 * 0.9) / (1 + 0.45)];
    expect(rest).toBeCloseTo((Math.log1p(byPace) + Math.log1p(byForecast)) / 2, 9);
  });
});

it('the rule is right within a factor of 2.6 in 8 of 10 cases', () => {
  const spread = demandSpread(RESIDUALS_BY_RULE);
  const log = Math.log1p(1e6);
  expect(demandAt(spread, log, 0.5) / 1e6).toBeCloseTo(1, 1);
  expect(demandAt(spread, log, 0.9) / 1e6).toBeCloseTo(2.6, 1);
  expect(demandAt(spread, log, 0.1) / 1e6).toBeCloseTo(1 / 2.6, 1);
});
