// From a forecast to an order: the expected profit of any stock over the errors that the model made on later launches,
// the best guess (median), and the best order (newsvendor quantile, core/planning/economics).

import { WEEKS_PER_YEAR } from '#core/base/dates.ts';
import { seededRandom } from '#core/base/random.ts';
import { demandAt, demandPoints, type DemandSpread } from '#core/planning/economics/demand.ts';
import { bestStock, serviceLevel } from '#core/planning/economics/first-stock.ts';
import { profitAt, profitOf } from '#core/planning/economics/launch-profit.ts';
import { offerMoney } from '#core/planning/economics/offer-money.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { rangeAround } from '#core/planning/plan/outcome-range.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import type { UnitMoney } from '#core/planning/plan/unit-money.ts';
import { CHANNEL_FEES, SHOP_CHANNELS, SHOP_PRICES, type Offer } from './decision-shop.ts';
import { forecastLog, type LaunchModel } from './launch-model.ts';

/** What a unit costs, and the share of it that a leftover unit loses, 0–1. */
export interface UnitCosts {
  readonly unitCost: number;
  readonly leftoverLoss: number;
}

/** One offer with its demand and money. */
export interface OrderStudy {
  readonly spread: DemandSpread;
  /** Forecast of log1p(units). */
  readonly logUnits: number;
  readonly money: UnitMoney;
  /** Units that sell if stock never runs out. */
  readonly demand: OutcomeRange;
  /** Median demand, in whole units. */
  readonly bestGuess: number;
  readonly bestOrder: number;
  /** Share of cases, 0–1, that the best order covers: margin over margin plus leftover loss. */
  readonly level: number;
}

export function studyOrder(model: LaunchModel, offer: Offer, costs: UnitCosts): OrderStudy {
  const { spread } = model;
  const logUnits = forecastLog(model, offer);
  const money = moneyOf(offer, costs);
  const median = demandAt(spread, logUnits, 0.5);
  return {
    ...{ spread, logUnits, money },
    demand: rangeAround(median, (share) => demandAt(spread, logUnits, share)),
    bestGuess: Math.round(median),
    bestOrder: bestStock(spread, logUnits, { terms: USUAL_STOCK_TERMS, money }),
    level: serviceLevel(money),
  };
}

function moneyOf({ price, channel }: Offer, { unitCost, leftoverLoss }: UnitCosts): UnitMoney {
  const fee = CHANNEL_FEES[channel];
  return offerMoney({ listPrice: price, unitCost }, { price, fee, adSpend: 0, leftoverLoss });
}

/** Returns the mean profit of a stock over all cases. */
export function profitOfStock({ spread, logUnits, money }: OrderStudy, stock: number): number {
  return profitOf({ spread }, logUnits, { money, stock });
}

/** Returns the profit of a stock with its 50% and 80% ranges. Profit rises with demand, so its quantiles are demand's. */
export function profitRange(study: OrderStudy, stock: number): OutcomeRange {
  const { spread, logUnits, money } = study;
  return rangeAround(profitOfStock(study, stock), (share) =>
    profitAt(demandAt(spread, logUnits, share), { money, stock }),
  );
}

const ROUND = 40;

/** Returns the stock at the end of the slider: half as much again as the best one, round, and so are its quarters. */
export function largestStock({ bestGuess, bestOrder }: OrderStudy): number {
  return Math.ceil((1.5 * Math.max(bestGuess, bestOrder)) / ROUND) * ROUND;
}

/** Returns the highest expected profit over all weeks, channels, prices and stocks. */
export function highestProfit(model: LaunchModel, costs: UnitCosts): number {
  let highest = -Infinity;
  for (let week = 1; week <= WEEKS_PER_YEAR; week++)
    for (const channel of SHOP_CHANNELS)
      for (let price: number = SHOP_PRICES.min; price <= SHOP_PRICES.max; price++) {
        const study = studyOrder(model, { week, channel, price, isPromoted: false }, costs);
        highest = Math.max(highest, profitOfStock(study, study.bestOrder));
      }
  return highest;
}

/** Returns the mark: expected profit as a share of the highest, 0 where one of them is no profit. */
export function decisionMark(profit: number, highest: number): number {
  return profit > 0 && highest > 0 ? profit / highest : 0;
}

/** What two orders earned in the same launches. */
export interface PlayedLaunches {
  /** Lead of the best order over the best guess after each launch, summed from the first. */
  readonly leads: readonly number[];
  readonly ofBestOrder: number;
  readonly ofBestGuess: number;
  /** Launches in which the best order earned more, and in which it earned less. */
  readonly aheadCount: number;
  readonly behindCount: number;
}

/** Draws the demand of some launches from the equally likely cases. */
export function playLaunches(
  { spread, logUnits, money, bestOrder, bestGuess }: OrderStudy,
  { seed, count }: { readonly seed: number; readonly count: number },
): PlayedLaunches {
  const random = seededRandom(seed);
  const cases = demandPoints(spread, logUnits);
  const earned = Array.from({ length: count }, () => {
    const units = cases[Math.floor(random() * cases.length)]!;
    const earnedWith = (stock: number) => profitAt(units, { money, stock });
    return { order: earnedWith(bestOrder), guess: earnedWith(bestGuess) };
  });
  let lead = 0;
  return {
    leads: earned.map(({ order, guess }) => (lead += order - guess)),
    ofBestOrder: earned.reduce((sum, { order }) => sum + order, 0),
    ofBestGuess: earned.reduce((sum, { guess }) => sum + guess, 0),
    aheadCount: earned.filter(({ order, guess }) => order > guess).length,
    behindCount: earned.filter(({ order, guess }) => order < guess).length,
  };
}
