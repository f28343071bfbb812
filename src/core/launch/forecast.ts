import { unitsRange, type Residuals } from '../evaluation/conformal.ts';
import type { UnitMoney } from './economics.ts';
import type { ForecastOutcome, OutcomeRange } from './launch-plan.ts';

/** Units with their ranges, and the money that they make where it is known. */
export function forecast(
  logUnits: number,
  money: UnitMoney,
  residuals: Residuals,
): ForecastOutcome {
  const units = unitsRange(logUnits, residuals);
  return {
    units,
    revenue: Number.isNaN(money.revenue) ? null : mapRange(units, (n) => n * money.revenue),
    profit: Number.isNaN(money.margin)
      ? null
      : mapRange(units, (n) => n * money.margin - money.fixedCost),
  };
}

/** Ends change places where each unit loses money. */
function mapRange(range: OutcomeRange, map: (units: number) => number): OutcomeRange {
  const [low80, low50, high50, high80] = [range.low80, range.low50, range.high50, range.high80]
    .map(map)
    .sort((a, b) => a - b);
  return {
    expected: map(range.expected),
    low80: low80!,
    low50: low50!,
    high50: high50!,
    high80: high80!,
  };
}
