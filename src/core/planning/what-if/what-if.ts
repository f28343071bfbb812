// Reads a study of a plan: the forecast for any week, price, ad spend and initial stock. Between grid points it
// interpolates linearly in log price and log spend, as the model does.

import { keptMoney, offerMoney, type UnitOffer } from '../economics/offer-money.ts';
import { forecast, type Forecast } from '../economics/forecast.ts';
import type { LaunchAction } from '../plan/launch-plan.ts';
import type { UnitMoney } from '../plan/unit-money.ts';
import type { PlanStudy } from './plan-study.ts';

/** The sliders' values. Beyond the ends of the study, the figures of its ends are used. */
export interface WhatIfChoice {
  /** Index among the study's weeks. */
  readonly weekIndex: number;
  readonly priceFactor: number;
  /** NaN where the history has no ad spend. */
  readonly adSpend: number;
  readonly stockUnits: number;
}

/** Returns a plan's action as a choice, in the study's week nearest to its own. */
export function choiceOf({ weeks }: PlanStudy, action: LaunchAction): WhatIfChoice {
  const apart = weeks.map((week) => Math.abs(week - action.launchDay));
  return {
    weekIndex: apart.indexOf(Math.min(...apart)),
    priceFactor: action.priceFactor,
    adSpend: action.adSpend ?? NaN,
    stockUnits: action.stockUnits,
  };
}

/** Returns the nearest choice whose price and ad spend the study covers. */
export function withinStudy(study: PlanStudy, choice: WhatIfChoice): WhatIfChoice {
  const { priceFactors, adSpends } = study;
  return {
    ...choice,
    priceFactor: withinGrid(priceFactors, choice.priceFactor),
    adSpend: withinGrid(adSpends, choice.adSpend),
  };
}

/** Without a grid, the value as it is. */
function withinGrid(grid: Float64Array, value: number): number {
  return grid.length === 0 ? value : Math.min(grid.at(-1)!, Math.max(grid[0]!, value));
}

type AskedChoice = Omit<WhatIfChoice, 'stockUnits'>;

/** Returns the forecast of a choice. */
export function figuresAt(study: PlanStudy, choice: WhatIfChoice): Forecast {
  return forecast(study.spread, {
    logUnits: logUnitsAt(study, choice),
    money: unitMoneyAt(study, choice),
    stock: choice.stockUnits,
  });
}

/** Returns log1p of the median units of a choice. */
export function logUnitsAt(study: PlanStudy, choice: AskedChoice): number {
  return valueAt(study, study.logUnits, choice);
}

/** Returns the share of the units sold that are returned; 0 where not known. */
export function returnRateAt(study: PlanStudy, choice: AskedChoice): number {
  return study.returnRates ? valueAt(study, study.returnRates, choice) : 0;
}

/** Returns money per unit sold for a choice, returns included. */
export function unitMoneyAt(study: PlanStudy, choice: AskedChoice): UnitMoney {
  const money = offerMoney(study.economics, unitOfferAt(study, choice));
  return keptMoney(money, returnRateAt(study, choice));
}

/** Returns the price and costs of a unit for a choice. */
export function unitOfferAt(study: PlanStudy, choice: AskedChoice): UnitOffer {
  const { economics, stock, unitTerms } = study;
  return {
    price: salePriceAt(study, choice.priceFactor),
    fee: economics.fee,
    adSpend: choice.adSpend,
    leftoverLoss: stock.leftoverLoss,
    unitTerms,
  };
}

/** Returns the price per unit that buyers pay, promotion included; NaN without a list price. */
export function salePriceAt({ economics }: PlanStudy, priceFactor: number): number {
  return economics.listPrice * priceFactor * (1 - economics.depth);
}

/** @param values [weeks × prices × spends] */
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
  /** Position between this grid point and the next, 0–1. */
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
