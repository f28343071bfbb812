import { expect, it } from 'vitest';
import { mean } from '#core/base/statistics/statistics.ts';
import { demandPoints, demandSpread } from '#core/planning/economics/demand.ts';
import { meanObjective, objectiveAt } from '#core/planning/economics/launch-objective.ts';
import { OBJECTIVES } from '#core/planning/plan/aim.ts';

const spread = demandSpread(Float64Array.from({ length: 80 }, (_, i) => (i - 39.5) / 30));
const launched = {
  money: { revenue: 20, margin: 9, leftover: 3, fixedCost: 40, later: { share: 0.4, holding: 1 } },
  stock: 110,
};

it.each(OBJECTIVES)('has as its mean that of all cases: %s', (objective) => {
  const logUnits = Math.log1p(100);
  const cases = demandPoints(spread, logUnits).map((units) =>
    objectiveAt(objective, units, launched),
  );
  expect(meanObjective({ objective, spread }, logUnits, launched)).toBeCloseTo(mean([...cases]), 6);
});
