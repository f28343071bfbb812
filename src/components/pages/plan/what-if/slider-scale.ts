// Defines the axes of the sliders: their ends and steps in the units shown, and what a position on them means.

import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import { orderableAbove } from '#core/planning/economics/first-stock.ts';
import { salePriceAt, type WhatIfChoice } from '#core/planning/what-if/what-if.ts';
import type { WhatIfAxis } from '#core/planning/what-if/what-if-curves.ts';
import { niceStep } from '#core/base/nice-step.ts';
import { niceAxis, type Axis } from '#components/charts/geometry/scale.ts';

/** Approximate number of steps: fine enough for a finger, few enough for arrow keys. */
const STEPS = 100;
const WEEK = 7;
/** Wanted number of ticks: so many that little of the axis lies beyond what was tried. */
const PRICE_TICKS = 6;

export interface SliderScale extends Axis {
  readonly step: number;
  /** Returns the position of a choice. */
  readonly placeOf: (choice: WhatIfChoice) => number;
  /** Returns the choice with the slider moved to a position, or to the nearest possible value. */
  readonly moved: (choice: WhatIfChoice, place: number) => WhatIfChoice;
}

/**
 * Returns the scale of a slider.
 * @param mostStock the largest stock that is shown, in units
 */
export function sliderScale(study: PlanStudy, axis: WhatIfAxis, mostStock: number): SliderScale {
  if (axis === 'week') return weekScale(study);
  if (axis === 'price') return priceScale(study);
  return axis === 'spend' ? spendScale(study) : stockScale(study, mostStock);
}

/** Returns what a price factor of 1 is on the axis: money, or a share where the list price is not known. */
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

/** Returns the index of the nearest tried week on the same side of the present one, so that arrow keys cross gaps. */
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
    step: niceStep((axis.max - axis.min) / STEPS),
    placeOf: ({ priceFactor }) => priceFactor * perFactor,
    moved: (choice, price) => ({ ...choice, priceFactor: clamped(price / perFactor, low, high) }),
  };
}

function spendScale({ adSpends }: PlanStudy): SliderScale {
  const [low, high] = [adSpends[0]!, adSpends.at(-1)!];
  const axis = niceAxis(low, high);
  return {
    ...axis,
    step: niceStep((axis.max - axis.min) / STEPS),
    placeOf: ({ adSpend }) => adSpend,
    moved: (choice, adSpend) => ({ ...choice, adSpend: clamped(adSpend, low, high) }),
  };
}

function stockScale({ stock }: PlanStudy, mostStock: number): SliderScale {
  const ticks = niceAxis(0, mostStock).ticks.filter((tick) => tick <= mostStock);
  const pack = orderableAbove(1, { ...stock, minimumOrder: 0 });
  const packs = Math.max(1, Math.round(niceStep(mostStock / STEPS) / pack));
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
