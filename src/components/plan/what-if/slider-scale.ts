// The axes of the sliders: their ends and steps in the units that people read, and what a place on one of them means.

import type { PlanStudy } from '#core/launch/plan-study.ts';
import { orderableAbove } from '#core/launch/first-stock.ts';
import { salePriceAt, type WhatIfChoice } from '#core/launch/what-if.ts';
import type { WhatIfAxis } from '#core/launch/what-if-curves.ts';
import { roundStep } from '#core/round-step.ts';
import { niceAxis, type Axis } from '#components/charts/scale.ts';

/** Fine enough for a finger, and few enough for arrow keys. */
const STEPS = 100;
const WEEK = 7;
/** So many that little of the axis lies beyond what was tried. */
const PRICE_TICKS = 6;

export interface SliderScale extends Axis {
  readonly step: number;
  /** Where a choice stands on it. */
  readonly placeOf: (choice: WhatIfChoice) => number;
  /** The choice with the slider moved to a place, or to what can be had near it. */
  readonly moved: (choice: WhatIfChoice, place: number) => WhatIfChoice;
}

/** @param mostStock the largest stock that is shown */
export function sliderScale(study: PlanStudy, axis: WhatIfAxis, mostStock: number): SliderScale {
  if (axis === 'week') return weekScale(study);
  if (axis === 'price') return priceScale(study);
  return axis === 'spend' ? spendScale(study) : stockScale(study, mostStock);
}

/** What one price factor is on the axis: money, or a share of a list price that is not known. */
export function pricePerFactor(study: PlanStudy): number {
  const price = salePriceAt(study, 1);
  return price > 0 ? price : 1;
}

function weekScale({ weeks }: PlanStudy): SliderScale {
  return {
    ...{ min: weeks[0]!, max: weeks.at(-1)!, ticks: [] },
    step: WEEK,
    placeOf: ({ weekIndex }) => weeks[weekIndex]!,
    moved: (choice, day) => ({ ...choice, weekIndex: nextWeek(weeks, choice.weekIndex, day) }),
  };
}

/** The tried week that lies nearest, on that side of the present one: so that arrow keys come over a gap. */
function nextWeek(weeks: PlanStudy['weeks'], from: number, day: number): number {
  const side = Math.sign(day - weeks[from]!);
  let best = from;
  weeks.forEach((week, i) => {
    if (Math.sign(week - weeks[from]!) !== side) return;
    if (best === from || Math.abs(week - day) < Math.abs(weeks[best]! - day)) best = i;
  });
  return best;
}

function priceScale(study: PlanStudy): SliderScale {
  const { priceFactors } = study;
  const perFactor = pricePerFactor(study);
  const [low, high] = [priceFactors[0]!, priceFactors.at(-1)!];
  const axis = niceAxis(low * perFactor, high * perFactor, PRICE_TICKS);
  return {
    ...axis,
    step: roundStep((axis.max - axis.min) / STEPS),
    placeOf: ({ priceFactor }) => priceFactor * perFactor,
    moved: (choice, price) => ({ ...choice, priceFactor: clamped(price / perFactor, low, high) }),
  };
}

function spendScale({ adSpends }: PlanStudy): SliderScale {
  const [low, high] = [adSpends[0]!, adSpends.at(-1)!];
  const axis = niceAxis(low, high);
  return {
    ...axis,
    step: roundStep((axis.max - axis.min) / STEPS),
    placeOf: ({ adSpend }) => adSpend,
    moved: (choice, adSpend) => ({ ...choice, adSpend: clamped(adSpend, low, high) }),
  };
}

function stockScale({ stock }: PlanStudy, mostStock: number): SliderScale {
  const ticks = niceAxis(0, mostStock).ticks.filter((tick) => tick <= mostStock);
  const pack = orderableAbove(1, { ...stock, minimumOrder: 0 });
  const packs = Math.max(1, Math.round(roundStep(mostStock / STEPS) / pack));
  const least = orderableAbove(0, stock);
  return {
    ...{ min: 0, max: mostStock, ticks },
    step: packs * pack,
    placeOf: ({ stockUnits }) => stockUnits,
    moved: (choice, units) => ({
      ...choice,
      stockUnits: clamped(Math.round(units / pack) * pack, least, mostStock),
    }),
  };
}

function clamped(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
