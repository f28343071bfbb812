// Calculates forecasts along one slider while the others stay. The mean has a closed form; the ranges need only the few
// points of demand that bound them. A curve is therefore much cheaper than its forecasts, and fast enough for dragging.

import { demandAt, demandPoints, expectedSales } from '../economics/demand.ts';
import { orderableAbove } from '../economics/first-stock.ts';
import { expectedUnits, profitAt, profitOf, soldInAll } from '../economics/launch-profit.ts';
import type { OutcomeRange } from '../plan/launch-plan.ts';
import { rangeAround } from '../plan/outcome-range.ts';
import { bestStockAt } from './planned-stock.ts';
import type { Interval, PlanStudy } from './plan-study.ts';
import type { Measure } from '../plan/planned-value.ts';
import { logUnitsAt, unitMoneyAt, type WhatIfChoice } from './what-if.ts';

export type WhatIfAxis = 'week' | 'price' | 'spend' | 'stock';

export interface WhatIfCurve {
  /** Ascending: days, price factors, money, or units. */
  readonly x: readonly number[];
  /** NaN in weeks that were never tried; the same for the ranges. */
  readonly expected: readonly number[];
  readonly low80: readonly number[];
  readonly low50: readonly number[];
  readonly high50: readonly number[];
  readonly high80: readonly number[];
  /** Open intervals that were never tried, to ±Infinity where nothing lies beyond. Values in them are guesses. */
  readonly outside: readonly Interval[];
  /** Where plans choose from, ends included; absent: everywhere that was tried. */
  readonly proposable?: Interval | undefined;
}

const POINTS = 40;
const WEEK = 7;
/** Share of demand cases that the stock curve reaches. */
const NEARLY_ALL = 0.97;
const MORE_STOCK = 1.5;
/** Share of the best value within which others are equally good: no history separates them. */
const LEVEL_SHARE = 0.03;
/** Tolerance for ends that are products of shares. */
const SLACK = 1e-9;

/** Returns what curves show: profit, else revenue, else units, by what is known of the product. */
export function measureOf({ economics }: PlanStudy): Measure {
  if (Number.isNaN(economics.listPrice)) return 'units';
  return Number.isNaN(economics.unitCost) ? 'revenue' : 'profit';
}

/** Returns the curve along one axis, with the other choices held. */
export function curveAlong(study: PlanStudy, axis: WhatIfAxis, choice: WhatIfChoice): WhatIfCurve {
  if (axis === 'week') return weekCurve(study, choice);
  if (axis === 'price') return priceCurve(study, choice);
  if (axis === 'spend') return spendCurve(study, choice);
  return stockCurve(study, choice, stocksAround(study, choice));
}

/**
 * Returns the stocks of a curve: quantities that can be ordered, from the smallest to nearly all demand, the best
 * included.
 */
export function stocksAround(study: PlanStudy, choice: WhatIfChoice): readonly number[] {
  const terms = study.stock;
  const asked = demandAt(study.spread, logUnitsAt(study, choice), NEARLY_ALL);
  const best = bestStockAt(study, choice);
  const least = orderableAbove(0, terms);
  const wanted = Math.max(asked, best, MORE_STOCK * choice.stockUnits, 2 * least);
  const most = orderableAbove(wanted, terms);
  const even = Array.from({ length: POINTS + 1 }, (_, i) =>
    orderableAbove(least + (i / POINTS) * (most - least), terms),
  );
  return ascending([...even, best]);
}

/**
 * Returns the stock curve over given stocks, so that its axis stays while other sliders move, unless the best stock
 * lies beyond them.
 */
export function stockCurve(
  study: PlanStudy,
  choice: WhatIfChoice,
  stocks: readonly number[],
): WhatIfCurve {
  const best = bestStockAt(study, choice);
  const x = best > stocks.at(-1)! ? stocksAround(study, choice) : ascending([...stocks, best]);
  return curveOf(x, (stockUnits) => soldAt(study, { ...choice, stockUnits }), []);
}

/** Returns the highest point among what plans choose from; null where there is none. */
export function bestAlong(
  curve: WhatIfCurve,
): { readonly x: number; readonly expected: number } | null {
  let best = -1;
  curve.expected.forEach((value, i) => {
    if (!isProposable(curve, i) || (best >= 0 && !(value > curve.expected[best]!))) return;
    best = i;
  });
  return best < 0 ? null : { x: curve.x[best]!, expected: curve.expected[best]! };
}

/** A point of a curve that plans do not choose from. */
export interface HigherPoint {
  readonly x: number;
  readonly expected: number;
  /** Whether no launch was like that. */
  readonly isUntried: boolean;
}

/**
 * Returns the highest point outside what plans choose from, where it is higher than the best they can choose by more than
 * what is nearly level; else null.
 */
export function higherOutside(curve: WhatIfCurve): HigherPoint | null {
  const best = bestAlong(curve);
  if (!best) return null;
  let most = best.expected + LEVEL_SHARE * Math.abs(best.expected);
  let found: HigherPoint | null = null;
  curve.expected.forEach((expected, i) => {
    if (isProposable(curve, i) || !(expected > most)) return;
    most = expected;
    found = { x: curve.x[i]!, expected, isUntried: isOutside(curve, i) };
  });
  return found;
}

/**
 * Returns an interval in which a curve is nearly level with its best point: around `at` where the curve is so there, else
 * around the best point. null where nothing can be proposed.
 */
export function nearlyLevel(curve: WhatIfCurve, at?: number): Interval | null {
  const best = bestAlong(curve);
  if (!best) return null;
  const least = best.expected - LEVEL_SHARE * Math.abs(best.expected);
  const isLevel = (i: number) => isProposable(curve, i) && curve.expected[i]! >= least;
  const own = nearestIndex(curve.x, at ?? NaN);
  let from = isLevel(own) ? own : curve.x.indexOf(best.x);
  let to = from;
  while (isLevel(from - 1)) from--;
  while (isLevel(to + 1)) to++;
  return [curve.x[from]!, curve.x[to]!];
}

/** Returns the index of the value nearest to `at`; -1 where that is NaN. */
function nearestIndex(x: readonly number[], at: number): number {
  const apart = x.map((each) => Math.abs(each - at));
  return Number.isNaN(at) ? -1 : apart.indexOf(Math.min(...apart));
}

/** Returns whether a point of a curve is one that plans choose from. */
export function isProposable(curve: WhatIfCurve, i: number): boolean {
  const { x, expected, proposable } = curve;
  const at = x[i];
  if (at === undefined || Number.isNaN(expected[i]!)) return false;
  if (proposable && (at < proposable[0] - SLACK || at > proposable[1] + SLACK)) return false;
  return !isOutside(curve, i);
}

/** Returns whether a point was never tried. */
function isOutside({ x, outside }: WhatIfCurve, i: number): boolean {
  return outside.some(([from, to]) => x[i]! > from && x[i]! < to);
}

function weekCurve(study: PlanStudy, choice: WhatIfChoice): WhatIfCurve {
  const { weeks } = study;
  const [first, last] = [weeks[0]!, weeks.at(-1)!];
  const x = Array.from({ length: (last - first) / WEEK + 1 }, (_, i) => first + WEEK * i);
  const indices = new Map(weeks.map((week, i) => [week, i]));
  const gaps = weeks.slice(1).map((week, i): Interval => [weeks[i]!, week]);
  const untried = gaps.filter(([from, to]) => to - from > WEEK);
  const at = (day: number) => {
    const weekIndex = indices.get(day);
    return weekIndex === undefined ? UNKNOWN : demandedAt(study, { ...choice, weekIndex });
  };
  return curveOf(x, at, [...untried, ...beyond(first, last)]);
}

function priceCurve(study: PlanStudy, choice: WhatIfChoice): WhatIfCurve {
  const at = (priceFactor: number) => demandedAt(study, { ...choice, priceFactor });
  const curve = curveOf(
    fineSteps(study.priceFactors),
    at,
    beyond(study.tried.low, study.tried.high),
  );
  return { ...curve, proposable: study.proposable?.prices };
}

function spendCurve(study: PlanStudy, choice: WhatIfChoice): WhatIfCurve {
  const { adSpends } = study;
  const at = (adSpend: number) => demandedAt(study, { ...choice, adSpend });
  const curve = curveOf(fineSteps(adSpends), at, beyond(adSpends[0] ?? 0, adSpends.at(-1) ?? 0));
  return { ...curve, proposable: study.proposable?.adSpends };
}

function beyond(low: number, high: number): readonly Interval[] {
  return [
    [-Infinity, low],
    [high, Infinity],
  ];
}

const UNKNOWN: OutcomeRange = { expected: NaN, low80: NaN, low50: NaN, high50: NaN, high80: NaN };

function curveOf(
  x: readonly number[],
  at: (x: number) => OutcomeRange,
  outside: readonly Interval[],
): WhatIfCurve {
  const ranges = x.map(at);
  const pick = (name: keyof OutcomeRange) => ranges.map((range) => range[name]);
  return {
    x,
    expected: pick('expected'),
    low80: pick('low80'),
    low50: pick('low50'),
    high50: pick('high50'),
    high80: pick('high80'),
    outside,
  };
}

/** Returns the forecast of a choice; of demand where only units are known. */
function demandedAt(study: PlanStudy, choice: WhatIfChoice): OutcomeRange {
  if (measureOf(study) !== 'units') return soldAt(study, choice);
  const logUnits = logUnitsAt(study, choice);
  const at = (fraction: number) => demandAt(study.spread, logUnits, fraction);
  return rangeAround(Math.max(0, Math.expm1(logUnits)), at);
}

/**
 * Returns the range of money, or of units, that the stock allows. The value of a launch rises with demand, or falls where
 * each unit sold is a loss.
 */
function soldAt(study: PlanStudy, choice: WhatIfChoice): OutcomeRange {
  const logUnits = logUnitsAt(study, choice);
  const { mean, at, rises } = valueOver(study, choice);
  const points = demandPoints(study.spread, logUnits);
  const last = points.length - 1;
  const valueOf = (rank: number) => at(points[rises ? rank : last - rank]!);
  return rangeAround(mean, (fraction) => {
    const below = Math.floor(fraction * last);
    const low = valueOf(below);
    return low + (fraction * last - below) * (valueOf(Math.min(last, below + 1)) - low);
  });
}

interface ValueOver {
  readonly mean: number;
  /** Returns the value where so many units are asked for. */
  readonly at: (units: number) => number;
  readonly rises: boolean;
}

function valueOver(study: PlanStudy, choice: WhatIfChoice): ValueOver {
  const { spread } = study;
  const measure = measureOf(study);
  const stock = choice.stockUnits;
  const logUnits = logUnitsAt(study, choice);
  if (measure === 'profit') {
    const money = unitMoneyAt(study, choice);
    return {
      mean: profitOf(study, logUnits, { money, stock }),
      at: (units) => profitAt(units, { money, stock }),
      rises: money.margin + money.leftover >= 0,
    };
  }
  if (measure === 'units') {
    const mean = expectedSales(spread, logUnits, stock);
    return { mean, at: (units) => Math.min(units, stock), rises: true };
  }
  const money = unitMoneyAt(study, choice);
  const { revenue, later } = money;
  return {
    mean: revenue * expectedUnits(spread, logUnits, { money, stock }).inAll,
    at: (units) => revenue * soldInAll(units, { later, stock }),
    rises: true,
  };
}

/** Returns even steps and the grid points of the study, where the curve may bend. */
function fineSteps(grid: Float64Array): readonly number[] {
  if (grid.length < 2) return [...grid];
  const [first, last] = [grid[0]!, grid.at(-1)!];
  const even = Array.from({ length: POINTS }, (_, i) => first + (i / POINTS) * (last - first));
  return ascending([...even, ...grid]);
}

function ascending(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
