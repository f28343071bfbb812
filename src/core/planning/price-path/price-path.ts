// Calculates what a launch earns if its price is cut some weeks after its first day. Demand is the forecast's 100
// equally likely points, spread over weeks like past launches. From the cut on, each week's demand is multiplied by the
// model's response to the lower price. Sales stop when the stock is gone; units left after the last week count as
// leftover stock.

import { demandPoints } from '../economics/demand.ts';
import { laterMargin } from '../economics/launch-profit.ts';
import type { PlanStudy } from '../what-if/plan-study.ts';
import type { UnitMoney } from '../plan/unit-money.ts';
import { logUnitsAt, unitMoneyAt, type WhatIfChoice } from '../what-if/what-if.ts';
import { shareSoldBy, type WeeklyCurve } from '#core/model/outcomes/weekly-curve.ts';

/** One price cut. */
export interface Markdown {
  /** First week at the lower price, from 2; week 1 is the first week since launch. */
  readonly fromWeek: number;
  /** Share of the price that is taken off, 0–1. */
  readonly depth: number;
}

/** One case of demand. */
interface PathCase {
  /** Demand in units over all weeks, at the first week's price. */
  readonly asked: number;
}

/** Units sold at the first price, units sold at the lower price, and leftover units. */
export interface PathSales {
  readonly soldBefore: number;
  readonly soldAfter: number;
  readonly left: number;
}

/** Everything that determines the profit of a path. */
export interface PriceScene {
  readonly curve: WeeklyCurve;
  readonly stock: number;
  /** Demand in units over all weeks at the first price; equally likely cases. */
  readonly cases: Float64Array;
  readonly money: UnitMoney;
  /**
   * Demand after the weeks of the curve, as a multiple of demand within them, at the price that then holds. Absent or 0:
   * no later sales are counted, or the curve spans them.
   */
  readonly laterShare?: number;
  /** Money per unit at a lower price, and the factor by which its demand differs from that at the first price. */
  readonly at: (depth: number) => { readonly money: UnitMoney; readonly response: number };
}

const WEEK_DAYS = 7;

/** Returns the demand cases and the money of a choice, with the response to lower prices from the study. */
export function priceScene(
  study: PlanStudy,
  curve: WeeklyCurve,
  { choice, horizonDays }: { readonly choice: WhatIfChoice; readonly horizonDays: number },
): PriceScene {
  const logUnits = logUnitsAt(study, choice);
  const shareInHorizon = shareSoldBy(curve, horizonDays / WEEK_DAYS);
  const money = unitMoneyAt(study, choice);
  const lower = new Map<number, ReturnType<PriceScene['at']>>();
  const atDepth = (depth: number): ReturnType<PriceScene['at']> => {
    const cut = { ...choice, priceFactor: choice.priceFactor * (1 - depth) };
    const asked = Math.expm1(logUnitsAt(study, cut)) / Math.expm1(logUnits);
    return { money: unitMoneyAt(study, cut), response: logUnits > 0 ? Math.max(0, asked) : 1 };
  };
  return {
    curve,
    stock: choice.stockUnits,
    cases: demandPoints(study.spread, logUnits).map((units) => units / shareInHorizon),
    money,
    laterShare: Math.max(0, (1 + (money.later?.share ?? 0)) * shareInHorizon - 1),
    at: (depth) => {
      const known = lower.get(depth) ?? atDepth(depth);
      lower.set(depth, known);
      return known;
    },
  };
}

/**
 * Returns the units sold and left over in one case. While the price stays the same, stock is sold as it is asked for,
 * so whole spans of weeks are summed.
 */
export function salesOf(
  { curve, stock, at }: PriceScene,
  { asked }: PathCase,
  markdown: Markdown | null,
): PathSales {
  if (!markdown) {
    const sold = Math.min(stock, asked);
    return { soldBefore: sold, soldAfter: 0, left: stock - sold };
  }
  const shareBefore = shareSoldBy(curve, markdown.fromWeek - 1);
  const soldBefore = Math.min(stock, asked * shareBefore);
  const { response } = at(markdown.depth);
  const soldAfter = Math.min(stock - soldBefore, asked * (1 - shareBefore) * response);
  return { soldBefore, soldAfter, left: stock - soldBefore - soldAfter };
}

/** Returns the profit of each case, [cases], fixed costs included; at one price where `markdown` is null. */
export function profitsOf(scene: PriceScene, markdown: Markdown | null): Float64Array {
  const { money, cases, laterShare = 0 } = scene;
  const { money: lower, response } = markdown ? scene.at(markdown.depth) : { money, response: 1 };
  return cases.map((asked) => {
    const { soldBefore, soldAfter, left } = salesOf(scene, { asked }, markdown);
    const later = Math.min(left, laterShare * response * asked);
    const ofLater = later > 0 ? later * laterMargin(lower) : 0;
    const inTime = money.margin * soldBefore + lower.margin * soldAfter + ofLater;
    return inTime - money.leftover * (left - later) - money.fixedCost;
  });
}

/**
 * Returns the share of the stock sold by the end of each week, 0–1, [weeks × cases]. It is 1 where there is no stock.
 */
export function sellThroughOf(
  scene: PriceScene,
  markdown: Markdown | null,
): readonly Float64Array[] {
  const { curve, stock, cases } = scene;
  return curve.shares.map((_, index) => {
    const share = shareSoldBy(curve, index + 1);
    const before = markdown ? Math.min(share, shareSoldBy(curve, markdown.fromWeek - 1)) : share;
    const response = markdown ? scene.at(markdown.depth).response : 1;
    return cases.map((asked) => {
      const units = asked * (before + (share - before) * response);
      return stock > 0 ? Math.min(stock, units) / stock : 1;
    });
  });
}
