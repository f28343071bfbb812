// What one product would do under a choice of week, price, ad spend and first stock, read off a study of its plan: between the
// prices and spends that the model was asked about, along straight lines of log price and log spend, as the model itself sees them.

import { keptMoney, offerMoney } from './economics.ts';
import { forecast, type Forecast } from './forecast.ts';
import type { LaunchAction } from './launch-plan.ts';
import type { UnitMoney } from './unit-money.ts';
import type { PlanStudy } from './plan-study.ts';

/** What can be moved. Beyond the ends of the study the figures stay those of its ends. */
export interface WhatIfChoice {
  /** Among the study's weeks. */
  readonly weekIndex: number;
  readonly priceFactor: number;
  /** NaN where the history has no ad spend. */
  readonly adSpend: number;
  readonly stockUnits: number;
}

/** What a plan does, as a choice: in the week of the study that is nearest to its own. */
export function choiceOf({ weeks }: PlanStudy, action: LaunchAction): WhatIfChoice {
  const apart = weeks.map((week) => Math.abs(week - action.launchDay));
  return {
    weekIndex: apart.indexOf(Math.min(...apart)),
    priceFactor: action.priceFactor,
    adSpend: action.adSpend ?? NaN,
    stockUnits: action.stockUnits,
  };
}

type AskedChoice = Omit<WhatIfChoice, 'stockUnits'>;

export function figuresAt(study: PlanStudy, choice: WhatIfChoice): Forecast {
  return forecast(study.spread, {
    logUnits: logUnitsAt(study, choice),
    money: unitMoneyAt(study, choice),
    stock: choice.stockUnits,
  });
}

export function logUnitsAt(study: PlanStudy, choice: AskedChoice): number {
  return valueAt(study, study.logUnits, choice);
}

/** Share of the units sold that come back; 0 where it is not known. */
export function returnRateAt(study: PlanStudy, choice: AskedChoice): number {
  return study.returnRates ? valueAt(study, study.returnRates, choice) : 0;
}

export function unitMoneyAt(study: PlanStudy, choice: AskedChoice): UnitMoney {
  const { economics, stock } = study;
  const money = offerMoney(economics, {
    price: salePriceAt(study, choice.priceFactor),
    fee: economics.fee,
    adSpend: choice.adSpend,
    leftoverLoss: stock.leftoverLoss,
  });
  return keptMoney(money, returnRateAt(study, choice));
}

/** Money a unit that buyers pay, promotion included; NaN without a list price. */
export function salePriceAt({ economics }: PlanStudy, priceFactor: number): number {
  return economics.listPrice * priceFactor * (1 - economics.depth);
}

/** @param values [weeks, prices, spends] */
function valueAt(study: PlanStudy, values: Float32Array, choice: AskedChoice): number {
  const { weeks, priceFactors, adSpends } = study;
  const week = Math.min(weeks.length - 1, Math.max(0, choice.weekIndex));
  const price = placeOn(priceFactors, choice.priceFactor, Math.log);
  const spend = placeOn(adSpends, choice.adSpend, Math.log1p);
  const spends = Math.max(1, adSpends.length);
  const alongSpend = (priceIndex: number): number => {
    const at = (week * priceFactors.length + priceIndex) * spends + spend.below;
    return between(values[at]!, values[at + 1]!, spend.share);
  };
  if (price.share === 0) return alongSpend(price.below);
  return between(alongSpend(price.below), alongSpend(price.below + 1), price.share);
}

interface Place {
  readonly below: number;
  /** How far from there to the next, 0–1. */
  readonly share: number;
}

function placeOn(grid: Float64Array, value: number, scale: (value: number) => number): Place {
  const last = grid.length - 1;
  if (last < 0 || Number.isNaN(value) || value <= grid[0]!) return { below: 0, share: 0 };
  if (value >= grid[last]!) return { below: last, share: 0 };
  let below = 0;
  while (grid[below + 1]! <= value) below++;
  const [from, to] = [scale(grid[below]!), scale(grid[below + 1]!)];
  return { below, share: (scale(value) - from) / (to - from) };
}

function between(from: number, to: number, share: number): number {
  return share === 0 ? from : from + share * (to - from);
}
