// Dates the money of one launch. Stock is paid when it is ordered (deposit) and on the launch day (balance), ads in
// equal parts by day on the first day of each week, and the sales of a week are paid out together some days after its
// last day. Units of the horizon spread over weeks like those of past launches, or evenly where no curve is known; sales
// after it go on at its mean pace. The amounts of one case sum to its profit less the value that its units still have:
// see `valueLeft`.

import type { Day } from '#core/base/dates.ts';
import { shareSoldBy, type WeeklyCurve } from '#core/model/outcomes/weekly-curve.ts';
import { laterMargin } from '../economics/launch-profit.ts';
import type { CashTerms } from '../plan/cash-terms.ts';
import type { UnitMoney } from '../plan/unit-money.ts';

/** What determines the payments of one launch. Money is in the shop's currency. */
export interface CashLaunch {
  readonly launchDay: Day;
  /** Day on which the deposit is paid; null: all stock is paid for on the launch day. */
  readonly orderDay: Day | null;
  readonly stockUnits: number;
  readonly unitCost: number;
  /** Money per unit sold, returns included. */
  readonly money: UnitMoney;
  /** Share of the units sold that are returned, 0–1. */
  readonly returnRate: number;
}

/** What all launches of a shop share. */
export interface CashBasis {
  readonly terms: CashTerms;
  /** Days over which units are counted. */
  readonly horizonDays: number;
  /** null: units spread evenly over the horizon. */
  readonly curve: WeeklyCurve | null;
}

/** Payments by day; money out is negative. */
export interface CashPayments {
  /** Days with a payment in some case, ascending. */
  readonly days: readonly Day[];
  /** By case, then by day. */
  readonly amounts: readonly Float64Array[];
  /** Mean by day, where it is known better than from the cases. */
  readonly expected?: Float64Array;
}

const WEEK_DAYS = 7;

/**
 * Returns the payments of a launch.
 * @param demand units of demand over the horizon, by case
 */
export function cashPayments(
  launch: CashLaunch,
  basis: CashBasis,
  demand: ArrayLike<number>,
): CashPayments {
  const { days, costs, payouts } = scheduleOf(launch, basis);
  const amounts = Array.from(demand, (units) => {
    const own = costs.slice();
    let before = 0;
    for (const { place, share, income } of payouts) {
      const sold = Math.min(launch.stockUnits, units * share);
      own[place]! += income * (sold - before);
      before = sold;
    }
    return own;
  });
  return { days, amounts };
}

/** The mean of payments by day; money out is negative. */
export interface ExpectedCash {
  /** Ascending. */
  readonly days: readonly Day[];
  readonly amounts: Float64Array;
}

/**
 * Returns the mean of `cashPayments` over equally likely cases.
 * @param demand units of demand over the horizon, by case
 */
export function expectedCash(
  launch: CashLaunch,
  basis: CashBasis,
  demand: Float64Array,
): ExpectedCash {
  const { days, costs, payouts } = scheduleOf(launch, basis);
  let before = 0;
  for (const { place, share, income } of payouts) {
    let sold = 0;
    for (const units of demand) sold += Math.min(launch.stockUnits, units * share) / demand.length;
    costs[place]! += income * (sold - before);
    before = sold;
  }
  return { days, amounts: costs };
}

interface Schedule {
  readonly days: readonly Day[];
  /** By day. */
  readonly costs: Float64Array;
  /** In the order of their days; `place` is the index of the day. */
  readonly payouts: readonly (Payout & { readonly place: number })[];
}

function scheduleOf(launch: CashLaunch, basis: CashBasis): Schedule {
  const due = costsOf(launch, basis);
  const payouts = payoutsOf(launch, basis);
  const days = [...new Set([...due, ...payouts].map(({ day }) => day))].sort((a, b) => a - b);
  const placeOf = new Map(days.map((day, place) => [day, place]));
  const costs = new Float64Array(days.length);
  for (const { day, amount } of due) costs[placeOf.get(day)!]! += amount;
  return {
    ...{ days, costs },
    payouts: payouts.map((payout) => ({ ...payout, place: placeOf.get(payout.day)! })),
  };
}

/**
 * Returns what a channel pays out for a unit sold within the horizon, refunds included. The margin has the unit cost
 * deducted, except for the value that a returned unit keeps; stock is paid for apart, so both are taken back.
 */
export function incomePerUnit(launch: CashLaunch): number {
  return incomeAt(launch, launch.money.margin);
}

function incomeAt({ money, unitCost, returnRate }: CashLaunch, margin: number): number {
  return margin + unitCost - returnRate * returnedValue({ money, unitCost });
}

/** Returns the value that a returned unit keeps: that of a leftover one, where it can be sold again. */
function returnedValue({ money, unitCost }: Pick<CashLaunch, 'money' | 'unitCost'>): number {
  return (money.resaleableShare ?? 1) * (unitCost - money.leftover);
}

/**
 * Returns the value that leftover and returned units still have in the end, as the profit counts it: their cost less
 * the loss on leftovers. A launch's payments sum to its profit less this.
 * @param demand units of demand within the horizon
 */
export function valueLeft(launch: CashLaunch, demand: number): number {
  const { stockUnits, unitCost, money, returnRate } = launch;
  const sold = Math.min(stockUnits, (1 + (money.later?.share ?? 0)) * demand);
  const ofReturned = returnedValue(launch) * returnRate * sold;
  return (unitCost - money.leftover) * (stockUnits - sold) + ofReturned;
}

interface Cost {
  readonly day: Day;
  readonly amount: number;
}

function costsOf(
  { launchDay, orderDay, stockUnits, unitCost, money }: CashLaunch,
  { terms, horizonDays }: CashBasis,
): Cost[] {
  const stock = stockUnits * unitCost;
  const deposit = orderDay === null ? 0 : terms.depositShare * stock;
  const ads = weekEnds(horizonDays).map((end, week): Cost => {
    const days = end - WEEK_DAYS * week;
    return { day: launchDay + WEEK_DAYS * week, amount: (-money.fixedCost * days) / horizonDays };
  });
  const ordered = orderDay === null ? [] : [{ day: orderDay, amount: -deposit }];
  return [...ordered, { day: launchDay, amount: deposit - stock }, ...ads];
}

/** A day on which the sales of a week are paid out. */
interface Payout {
  readonly day: Day;
  /** Demand until the end of the week, as a multiple of demand within the horizon. */
  readonly share: number;
  /** Money per unit sold in the week. */
  readonly income: number;
}

/** Sales after the horizon go on at the mean pace of the horizon. */
function payoutsOf(launch: CashLaunch, { terms, horizonDays, curve }: CashBasis): Payout[] {
  const { launchDay, money } = launch;
  const weeks = horizonDays / WEEK_DAYS;
  const whole = curve ? shareSoldBy(curve, weeks) : 0;
  const shareBy = (day: number) =>
    curve && whole > 0 ? shareSoldBy(curve, day / WEEK_DAYS) / whole : day / horizonDays;
  const paidOn = (end: number) => launchDay + end + terms.payoutDays;
  const income = incomePerUnit(launch);
  const within = weekEnds(horizonDays).map((end) => ({
    ...{ day: paidOn(end), share: shareBy(end), income },
  }));
  if (!money.later) return within;
  const laterIncome = incomeAt(launch, laterMargin(money));
  const laterDays = Math.max(1, Math.round(money.later.share * horizonDays));
  const { share } = money.later;
  const later = weekEnds(laterDays).map((end) => ({
    day: paidOn(horizonDays + end),
    share: 1 + (share * end) / laterDays,
    income: laterIncome,
  }));
  return [...within, ...later];
}

/** Returns the days on which the weeks of a span end; the last may be a part of a week. */
function weekEnds(spanDays: number): number[] {
  return Array.from({ length: Math.ceil(spanDays / WEEK_DAYS) }, (_, week) =>
    Math.min(spanDays, WEEK_DAYS * (week + 1)),
  );
}
