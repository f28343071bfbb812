// Price, ad spend and first stock of a plan, once its week, channel and promotion are found. Spending more multiplies what all weeks
// and channels sell by about the same, so that the best of them does not depend on it. A cautious seller gives up a little of what is
// expected; of the choices that keep the rest, the one with the best bad case is taken.

import { demandAt, expectedSales } from './demand.ts';
import { profitOf, stockOf, valueOf, type Economy } from './economics.ts';
import { orderableAbove } from './first-stock.ts';
import type { UnitMoney } from './unit-money.ts';
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

/**
 * One in four cases is worse. The spread of forecasts holds what the model does not know of products, so that what really comes lies closer
 * together: on world a, what this makes best is best for the true tenth percentile, too.
 */
const BAD_CASE = 0.25;

export function chooseOffer<Candidate extends OfferCandidate>(
  economy: Economy,
  candidates: readonly Candidate[],
  attitude: Attitude,
): OfferChoice<Candidate> {
  const offer = bestOf(candidates, ({ money, logUnits }) => valueOf(economy, money, logUnits));
  const best = { offer, stock: stockOf(economy, offer.logUnits, offer.money) };
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

/** The first of equal ones. */
function bestOf<T>(items: readonly T[], valueOfItem: (item: T) => number): T {
  const values = items.map(valueOfItem);
  return items[values.indexOf(Math.max(...values))]!;
}

/** What is expected of a choice with its stock, as `forecast` gives it. */
export function expectedOf(economy: Economy, { offer, stock }: OfferChoice): number {
  const { logUnits, money } = offer;
  if (economy.objective === 'profit') return profitOf(economy, logUnits, { money, stock });
  if (economy.objective === 'revenue')
    return money.revenue * expectedSales(economy.spread, logUnits, stock);
  return valueOf(economy, money, logUnits);
}

/** Profit where demand is at its tenth percentile. */
export function badCase(
  { spread }: Pick<Economy, 'spread'>,
  { offer: { logUnits, money }, stock }: OfferChoice,
): number {
  const sold = Math.min(stock, demandAt(spread, logUnits, BAD_CASE));
  return money.margin * sold - money.leftover * (stock - sold) - money.fixedCost;
}

/**
 * The fewest pieces that still bring what is to be kept, but no fewer than are sold in a bad case: fewer do not better it. null where no
 * number brings as much.
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
