// What a launch earns where its price is cut some weeks after its first day, beside one price for all weeks. What is asked for is the
// forecast's 100 equally likely points, spread over weeks as past launches were; from the cut on, each week's is as many times
// more as the model's study of prices says of the lower price. Stock ends; what is left after the last week is a leftover.

import { demandPoints } from '../launch/demand.ts';
import type { PlanStudy } from '../launch/plan-study.ts';
import type { UnitMoney } from '../launch/unit-money.ts';
import { logUnitsAt, unitMoneyAt, type WhatIfChoice } from '../launch/what-if.ts';
import { shareSoldBy, type WeeklyCurve } from '../sales-curve/weekly-curve.ts';

/** One cut. */
export interface Markdown {
  /** The first week at the lower price, from 2; the first week since launch is 1. */
  readonly fromWeek: number;
  /** Share of the price that is taken off, 0–1. */
  readonly depth: number;
}

/** One case of how much is asked for. */
interface PathCase {
  /** Over all weeks, at the price of the first. */
  readonly asked: number;
}

/** Sold at the first price, at the lower one, and left over. */
export interface PathSales {
  readonly soldBefore: number;
  readonly soldAfter: number;
  readonly left: number;
}

/** All that the money of a path follows from. */
export interface PriceScene {
  readonly curve: WeeklyCurve;
  readonly stock: number;
  /** As likely as each other: units asked for over all weeks at the first price. */
  readonly cases: Float64Array;
  readonly money: UnitMoney;
  /** At a lower price: what a unit leaves, and how many times as many are asked for. */
  readonly at: (depth: number) => { readonly money: UnitMoney; readonly response: number };
}

const WEEK_DAYS = 7;

export function priceScene(
  study: PlanStudy,
  curve: WeeklyCurve,
  { choice, horizonDays }: { readonly choice: WhatIfChoice; readonly horizonDays: number },
): PriceScene {
  const logUnits = logUnitsAt(study, choice);
  const shareInHorizon = shareSoldBy(curve, horizonDays / WEEK_DAYS);
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
    money: unitMoneyAt(study, choice),
    at: (depth) => {
      const known = lower.get(depth) ?? atDepth(depth);
      lower.set(depth, known);
      return known;
    },
  };
}

/** Within a price, stock is sold as it is asked for, so that whole spans of weeks can be summed. */
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

/** Money of each case. */
export function profitsOf(scene: PriceScene, markdown: Markdown | null): Float64Array {
  const { money, cases } = scene;
  const lower = markdown ? scene.at(markdown.depth).money : money;
  return cases.map((asked) => {
    const { soldBefore, soldAfter, left } = salesOf(scene, { asked }, markdown);
    return (
      money.margin * soldBefore + lower.margin * soldAfter - money.leftover * left - money.fixedCost
    );
  });
}

/** Share of the stock that is sold by the end of each week, by case: [week][case]. */
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
