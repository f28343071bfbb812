// npm run bench:what-if
// Measures what one input of a slider costs in arithmetic, in Node, on a study of a year of weeks. It computes all four
// curves, the figures, the whole changed plan and the table of stocks. The page leaves out the moving slider's curve and adds drawing.

import { demandSpread } from '#core/planning/economics/demand.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import { changedPlan } from '#core/planning/what-if/changed-plan.ts';
import { stockTable } from '#core/planning/what-if/stock-table.ts';
import { curveAlong, stockCurve, stocksAround } from '#core/planning/what-if/what-if-curves.ts';
import { figuresAt, type WhatIfChoice } from '#core/planning/what-if/what-if.ts';
import { median, quantile } from '#core/base/statistics/statistics.ts';
import { planStudy } from '../support/plan-study.ts';
import { samplePlan } from '../support/ranking.ts';

const INPUTS = 2_000;
const WARM_UP = 200;

const study = yearOfWeeks();
const plan = samplePlan();
const start: WhatIfChoice = { weekIndex: 10, priceFactor: 1, adSpend: 180, stockUnits: 160 };
const stocks = stocksAround(study, start);

const times = Array.from({ length: WARM_UP + INPUTS }, (_, i) => timeInput(moved(i))).slice(
  WARM_UP,
);
console.log(
  `one input: ${median(times).toFixed(2)} ms, median of ${INPUTS}; 95 %: ${quantile(times, 0.95).toFixed(2)} ms`,
);

function timeInput(choice: WhatIfChoice): number {
  const began = performance.now();
  for (const axis of ['week', 'price', 'spend'] as const) curveAlong(study, axis, choice);
  stockCurve(study, choice, stocks);
  figuresAt(study, choice);
  changedPlan(plan, study, { choice, objective: 'profit' });
  stockTable(study, choice);
  return performance.now() - began;
}

/** Returns the i-th choice of a moving finger: each input goes a little further. */
function moved(i: number): WhatIfChoice {
  return {
    weekIndex: i % study.weeks.length,
    priceFactor: 0.75 + 0.5 * ((i % 97) / 97),
    adSpend: 500 * ((i % 89) / 89),
    stockUnits: 40 + (i % 240),
  };
}

function yearOfWeeks(): PlanStudy {
  const weeks = Array.from({ length: 52 }, (_, i) => 20_521 + 7 * i);
  const priceFactors = Float64Array.from({ length: 15 }, (_, i) => 0.7 + 0.045 * i);
  const adSpends = Float64Array.from({ length: 8 }, (_, i) => 10 * i ** 2);
  const logUnits = weeks.flatMap((_, week) =>
    [...priceFactors].flatMap((price) =>
      [...adSpends].map(
        (spend) =>
          4.6 + 0.4 * Math.sin(week / 8) - 1.8 * Math.log(price) + 0.05 * Math.log1p(spend),
      ),
    ),
  );
  return planStudy({
    ...{ weeks, priceFactors, adSpends },
    tried: { low: priceFactors[1]!, high: priceFactors[13]! },
    logUnits: Float32Array.from(logUnits),
    returnRates: Float32Array.from(logUnits, () => 0.05),
    spread: demandSpread(Float64Array.from({ length: 400 }, (_, i) => (i - 200) / 300)),
    economics: { listPrice: 42, unitCost: 15, fee: 0.1, depth: 0.1 },
    stock: USUAL_STOCK_TERMS,
    priceIsTold: true,
    priceIsChosen: true,
    earlyNoise: null,
    salesCurve: null,
  });
}
