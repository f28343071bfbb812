import { demandSpread } from '#core/planning/economics/demand.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import type { WhatIfChoice } from '#core/planning/what-if/what-if.ts';

const MONDAY = 20_521;
/** Weeks 4 and 5 were never tried. */
const weeks = [0, 1, 2, 3, 6, 7].map((week) => MONDAY + 7 * week);
const priceFactors = Float64Array.of(0.72, 0.8, 0.9, 1, 1.1, 1.2, 1.32);
const adSpends = Float64Array.of(0, 50, 120, 300);

/** Returns units that fall with the price, rise ever less with ad spend, and are highest in the third week. */
function unitsAt(week: number, price: number, spend: number): number {
  return 100 * [0.7, 0.9, 1.2, 1, 0.6, 0.8][week]! * price ** -1.8 * (1 + 0.05 * Math.log1p(spend));
}

/** Returns a study in which every figure follows from `unitsAt`. */
export function planStudy(change: Partial<PlanStudy> = {}): PlanStudy {
  const places = weeks.flatMap((_, week) =>
    [...priceFactors].flatMap((price) => [...adSpends].map((spend) => unitsAt(week, price, spend))),
  );
  const residuals = Float64Array.from({ length: 200 }, (_, i) => 0.9 * ((i + 0.5) / 200 - 0.5));
  return {
    offer: { channel: 'Email', promotion: 'coupon' },
    triedOffers: [
      { channel: 'Email', promotion: 'coupon' },
      { channel: 'Email', promotion: 'none' },
      { channel: 'Market', promotion: 'none' },
    ],
    precedents: {
      support: { alike: 14, anywhere: 40, lastDay: MONDAY - 200 },
      inSeason: [0, 1, 4, 3, 3, 0],
      middle: { prices: [0.85, 1.1], adSpends: [10, 250] },
    },
    weeks,
    priceFactors,
    tried: { low: 0.8, high: 1.2 },
    adSpends,
    logUnits: Float32Array.from(places, Math.log1p),
    returnRates: Float32Array.from(places, (_, i) => 0.02 + 0.001 * (i % 7)),
    spread: demandSpread(residuals),
    economics: { listPrice: 40, unitCost: 14, fee: 0.1, depth: 0.05 },
    stock: USUAL_STOCK_TERMS,
    priceIsTold: true,
    priceIsChosen: true,
    salesCurve: null,
    earlyNoise: null,
    ...change,
  };
}

export const someChoice: WhatIfChoice = {
  weekIndex: 2,
  priceFactor: 1,
  adSpend: 120,
  stockUnits: 150,
};

/** `someChoice` as an action of a plan. */
export const plannedAction: LaunchAction = {
  launchDay: weeks[2]!,
  channel: 'Email',
  promotion: 'coupon',
  priceFactor: 1,
  salePrice: 38,
  adSpend: 120,
  stockUnits: 150,
};
