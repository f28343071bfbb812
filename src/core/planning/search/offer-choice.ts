// Chooses price, ad spend and initial stock once week, channel and promotion are fixed. More ad spend multiplies sales
// of all weeks and channels about equally, so their order does not depend on it. A cautious seller gives up a small
// share of the expected profit. Among the choices that keep the rest, the one with the best bad case is taken.

import { demandAt } from '../economics/demand.ts';
import { stockOf, valueOf, type Economy } from '../economics/economics.ts';
import { expectedUnits, profitAt, profitOf } from '../economics/launch-profit.ts';
import { orderableAbove } from '../economics/first-stock.ts';
import { leastTied, TIED_OFFERS, TIED_STOCKS } from './near-ties.ts';
import type { UnitMoney } from '../plan/unit-money.ts';
import { GIVEN_UP, type Attitude } from '../plan/aim.ts';

export interface OfferCandidate {
  /** The cell of its week, channel, promotion and price. */
  readonly index: number;
  /** Multiple of the list price. */
  readonly priceFactor: number;
  /** NaN where the history has none. */
  readonly adSpend: number;
  /** log1p of the median units. */
  readonly logUnits: number;
  /** Money per unit sold, returns included. */
  readonly money: UnitMoney;
}

export interface OfferChoice<Candidate extends OfferCandidate = OfferCandidate> {
  readonly offer: Candidate;
  /** Units of initial stock. */
  readonly stock: number;
}

/**
 * Quantile of demand that counts as the bad case. The spread of forecasts includes what the model does not know about
 * products, so real outcomes vary less. On synthetic world a, the choice that maximises this quantile also maximises
 * the true tenth percentile.
 */
const BAD_CASE = 0.25;

/**
 * Returns the candidate and stock for an attitude: the best objective, near-ties broken, or the best bad case near it.
 */
export function chooseOffer<Candidate extends OfferCandidate>(
  economy: Economy,
  candidates: readonly Candidate[],
  attitude: Attitude,
): OfferChoice<Candidate> {
  const offer = preferredOffer(economy, candidates);
  const best = { offer, stock: preferredStock(economy, offer) };
  const expected = profitOf(economy, offer.logUnits, { money: offer.money, stock: best.stock });
  const given = GIVEN_UP[attitude];
  if (economy.objective !== 'profit' || given === 0 || !(expected > 0)) return best;
  const least = (1 - given) * expected;
  const choices = candidates.flatMap((candidate) => {
    const stock = leastStock(economy, candidate, least);
    return stock === null ? [] : [{ offer: candidate, stock }];
  });
  return bestOf([best, ...choices], (choice) => badCase(economy, choice));
}

/**
 * Returns, of the candidates tied with the best, the nearest to list price, then the one with the lowest ad spend. For
 * profit, each is compared with its own best stock, so that no other price or ad spend is better with the stock ordered.
 */
function preferredOffer<Candidate extends OfferCandidate>(
  economy: Economy,
  candidates: readonly Candidate[],
): Candidate {
  const values = candidates.map((offer) => {
    const { money, logUnits } = offer;
    if (economy.objective !== 'profit') return valueOf(economy, money, logUnits);
    return expectedOf(economy, { offer, stock: stockOf(economy, logUnits, money) });
  });
  const least = leastTied(Math.max(...values), TIED_OFFERS);
  const tied = candidates.filter((_, i) => values[i]! >= least);
  const apart = ({ priceFactor }: Candidate) => Math.abs(priceFactor - 1);
  const spend = ({ adSpend }: Candidate) => (Number.isNaN(adSpend) ? 0 : adSpend);
  const valueOfTied = (each: Candidate) => values[candidates.indexOf(each)]!;
  return tied.toSorted(
    (a, b) => apart(a) - apart(b) || spend(a) - spend(b) || valueOfTied(b) - valueOfTied(a),
  )[0]!;
}

/** Returns the smallest stock whose profit is tied with that of the best stock; another objective has no ties. */
function preferredStock(economy: Economy, offer: OfferCandidate): number {
  const { logUnits, money } = offer;
  const stock = stockOf(economy, logUnits, money);
  const expected = profitOf(economy, logUnits, { money, stock });
  if (economy.objective !== 'profit' || !(expected > 0)) return stock;
  return leastStock(economy, offer, leastTied(expected, TIED_STOCKS)) ?? stock;
}

/** Returns the item with the highest value, the first of equal ones. */
function bestOf<T>(items: readonly T[], valueOfItem: (item: T) => number): T {
  const values = items.map(valueOfItem);
  return items[values.indexOf(Math.max(...values))]!;
}

/** Returns the expected objective of a choice with its stock, as `forecast` gives it. */
export function expectedOf(economy: Economy, { offer, stock }: OfferChoice): number {
  const { logUnits, money } = offer;
  if (economy.objective === 'profit') return profitOf(economy, logUnits, { money, stock });
  if (economy.objective === 'revenue')
    return money.revenue * expectedUnits(economy.spread, logUnits, { money, stock }).inAll;
  return valueOf(economy, money, logUnits);
}

/** Returns the profit where demand is at the BAD_CASE quantile. */
export function badCase(
  { spread }: Pick<Economy, 'spread'>,
  { offer: { logUnits, money }, stock }: OfferChoice,
): number {
  return profitAt(demandAt(spread, logUnits, BAD_CASE), { money, stock });
}

/**
 * Returns the smallest stock that still brings `least`, but no smaller than bad-case sales, below which the bad case
 * does not improve. null where no stock brings as much.
 */
function leastStock(
  economy: Economy,
  { logUnits, money }: OfferCandidate,
  least: number,
): number | null {
  const { spread, terms, fixedStock } = economy;
  const brings = (stock: number) => profitOf(economy, logUnits, { money, stock });
  let high = stockOf(economy, logUnits, money);
  if (brings(high) < least) return null;
  if (fixedStock !== null) return fixedStock;
  const step = Math.max(1, Math.floor(terms.packSize));
  let low = orderableAbove(demandAt(spread, logUnits, BAD_CASE), terms);
  while (low < high) {
    const middle = low + step * Math.floor((high - low) / (2 * step)); // profit is concave in stock
    if (brings(middle) >= least) high = middle;
    else low = middle + step;
  }
  return high;
}
