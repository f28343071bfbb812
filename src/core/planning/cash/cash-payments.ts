// Dates the money of one launch. Stock is paid when it is ordered (deposit) and on the launch day (balance), ads in
// equal parts by day on the first day of each week, and the sales of a week are paid out together some days after its
// last day. Units of the horizon spread over weeks like those of past launches, or evenly where no curve is known. The
// amounts of one case sum to its profit less the value that its units still have: see `valueLeft`.

import type { Day } from '#core/base/dates.ts';
import { shareSoldBy, type WeeklyCurve } from '#core/model/outcomes/weekly-curve.ts';
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
  const costs = costsOf(launch, basis);
  const payouts = payoutsOf(launch, basis);
  const days = [...new Set([...costs, ...payouts].map(({ day }) => day))].sort((a, b) => a - b);
  const placeOf = new Map(days.map((day, place) => [day, place]));
  const amounts = Array.from(demand, (units) => {
    const own = new Float64Array(days.length);
    const add = (day: Day, amount: number) => (own[placeOf.get(day)!]! += amount);
    for (const { day, amount } of costs) add(day, amount);
    let before = 0;
    for (const { day, shareSold } of payouts) {
      const sold = Math.min(launch.stockUnits, units * shareSold);
      add(day, incomePerUnit(launch) * (sold - before));
      before = sold;
    }
    return own;
  });
  return { days, amounts };
}

/**
 * Returns what a channel pays out for a unit sold, refunds included. The margin has the unit cost deducted, except for
 * the value that a returned unit keeps; stock is paid for apart, so both are taken back.
 */
export function incomePerUnit({ money, unitCost, returnRate }: CashLaunch): number {
  return money.margin + unitCost - returnRate * returnedValue({ money, unitCost });
}

/** Returns the value that a returned unit keeps: that of a leftover one, where it can be sold again. */
function returnedValue({ money, unitCost }: Pick<CashLaunch, 'money' | 'unitCost'>): number {
  return (money.resaleableShare ?? 1) * (unitCost - money.leftover);
}

/**
 * Returns the value that leftover and returned units still have, as the profit counts it: their cost less the loss on
 * leftovers. A launch's payments sum to its profit less this.
 */
export function valueLeft(launch: CashLaunch, sold: number): number {
  const { stockUnits, unitCost, money, returnRate } = launch;
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

/** A day on which sales are paid out, and the share of the horizon's units sold by then, 0–1. */
interface Payout {
  readonly day: Day;
  readonly shareSold: number;
}

function payoutsOf({ launchDay }: CashLaunch, { terms, horizonDays, curve }: CashBasis): Payout[] {
  const weeks = horizonDays / WEEK_DAYS;
  const whole = curve ? shareSoldBy(curve, weeks) : 0;
  return weekEnds(horizonDays).map((end) => ({
    day: launchDay + end + terms.payoutDays,
    shareSold: curve && whole > 0 ? shareSoldBy(curve, end / WEEK_DAYS) / whole : end / horizonDays,
  }));
}

/** Returns the days since launch on which its weeks end; the last may be a part of a week. */
function weekEnds(horizonDays: number): number[] {
  return Array.from({ length: Math.ceil(horizonDays / WEEK_DAYS) }, (_, week) =>
    Math.min(horizonDays, WEEK_DAYS * (week + 1)),
  );
}
