// Price, ad spend and first stock of a plan, once its week, channel and promotion are found. Spending more multiplies what all weeks
// and channels sell by about the same, so that the best of them does not depend on it. A cautious seller gives up a little of what is
// expected; of the choices that keep the rest, the one with the best bad case (its tenth percentile) is taken.

import { demandAt } from './demand.ts';
import { stockOf, valueOf, type Economy } from './economics.ts';
import { orderableAbove } from './first-stock.ts';
import type { UnitMoney } from './forecast.ts';
import { GIVEN_UP, type Attitude } from './aim.ts';

export interface OfferCandidate {
  /** The cell of its week, channel, promotion and price. */
  readonly index: number;
  /** Times the list price. */
  readonly priceFactor: number;
  /** NaN where the history has none. */
  readonly adSpend: number;
  /** log1p of the units in the middle of the forecast. */
  readonly logUnits: number;
  /** Of units that are kept. */
  readonly money: UnitMoney;
}

export interface OfferChoice<Candidate extends OfferCandidate = OfferCandidate> {
  readonly offer: Candidate;
  /** Pieces of first stock. */
  readonly stock: number;
}

/** One in ten cases is worse. */
const BAD_CASE = 0.1;

export function chooseOffer<Candidate extends OfferCandidate>(
  economy: Economy,
  candidates: readonly Candidate[],
  attitude: Attitude,
): OfferChoice<Candidate> {
  const values = candidates.map(({ money, logUnits }) => valueOf(economy, money, logUnits));
  const highest = Math.max(...values);
  const best = candidates[values.indexOf(highest)]!;
  const given = GIVEN_UP[attitude];
  if (economy.objective !== 'profit' || given === 0 || !(highest > 0))
    return { offer: best, stock: stockOf(economy, best.logUnits, best.money) };
  const least = (1 - given) * highest;
  const choices = candidates
    .filter((_, i) => values[i]! >= least)
    .map((offer) => ({ offer, stock: leastStock(economy, offer, least) }));
  const badCases = choices.map((choice) => badCase(economy, choice));
  return choices[badCases.indexOf(Math.max(...badCases))]!;
}

/** Profit where demand is at its tenth percentile. */
export function badCase(
  { spread }: Pick<Economy, 'spread'>,
  { offer: { logUnits, money }, stock }: OfferChoice,
): number {
  const sold = Math.min(stock, demandAt(spread, logUnits, BAD_CASE));
  return money.margin * sold - money.leftover * (stock - sold) - money.fixedCost;
}

/** The fewest pieces that still bring what is to be kept, but no fewer than are sold in a bad case: fewer do not better it. */
function leastStock(economy: Economy, { logUnits, money }: OfferCandidate, least: number): number {
  const { spread, terms, fixedStock } = economy;
  if (fixedStock !== null) return fixedStock;
  const step = Math.max(1, Math.floor(terms.packSize));
  let low = orderableAbove(demandAt(spread, logUnits, BAD_CASE), terms);
  let high = stockOf(economy, logUnits, money);
  const brings = (stock: number) => valueOf({ ...economy, fixedStock: stock }, money, logUnits);
  while (low < high) {
    const middle = low + step * Math.floor((high - low) / (2 * step)); // profit is concave in stock
    if (brings(middle) >= least) high = middle;
    else low = middle + step;
  }
  return high;
}
