// Builds a calendar greedily: the most promising product first, each where it adds most of what still fits. The solver
// starts from it; planning by hand works the same way.

import type { Day } from '#core/base/dates.ts';
import { ownValue } from '#core/base/lookup.ts';
import { cashOn, fallingDays } from '../offers/cash-use.ts';
import { closeness } from '../offers/competition.ts';
import { spendOf, stockCostOf } from '../offers/pareto-options.ts';
import { meritOf, type SeasonOption } from '../offers/season-option.ts';
import {
  LEFT_OUT,
  pairMeritLoss,
  type SeasonChoice,
  type SeasonProblem,
} from './season-problem.ts';

/** Price of a unit of budget money (Lagrange multiplier), in addition to the money itself. */
export interface BudgetPrices {
  readonly ads: number;
  readonly stock: number;
}

export const FREE: BudgetPrices = { ads: 0, stock: 0 };

/** Returns a calendar; null where a product that must be launched finds no room. */
export function greedySeason(
  problem: SeasonProblem,
  prices: BudgetPrices = FREE,
): SeasonChoice | null {
  const { products } = problem;
  const room = new Room(problem);
  const rivals = rivalsOf(problem);
  const choice = new Int32Array(products.length).fill(LEFT_OUT);
  for (const i of mostPromisingFirst(problem, prices)) {
    const { options, isNeeded } = products[i]!;
    let best = LEFT_OUT;
    let most = isNeeded ? -Infinity : 0;
    const lost = lostByWeek({ problem, choice, rivals: rivals[i]! }, i);
    options.forEach((option, place) => {
      const adds = pricedMerit(option, prices) - lost[option.week]!;
      if (adds > most && room.has(option)) [best, most] = [place, adds];
    });
    if (best === LEFT_OUT) {
      if (isNeeded) return null;
      continue;
    }
    choice[i] = best;
    room.take(options[best]!);
  }
  return choice;
}

/** Products that must be launched come first, those with the fewest options before others. */
function mostPromisingFirst({ products }: SeasonProblem, prices: BudgetPrices): number[] {
  const best = products.map(({ options }) =>
    options.reduce((most, option) => Math.max(most, pricedMerit(option, prices)), -Infinity),
  );
  return products
    .map((_, i) => i)
    .sort((a, b) => {
      const [one, other] = [products[a]!, products[b]!];
      if (one.isNeeded !== other.isNeeded) return one.isNeeded ? -1 : 1;
      if (one.isNeeded && one.options.length !== other.options.length)
        return one.options.length - other.options.length;
      return best[b]! - best[a]!;
    });
}

function pricedMerit(option: SeasonOption, { ads, stock }: BudgetPrices): number {
  return meritOf(option) - ads * spendOf(option) - stock * stockCostOf(option);
}

/** What is left of everything that is limited. */
class Room {
  readonly #launches: Uint32Array;
  readonly #most: number;
  readonly #ofChannel: Float64Array;
  /** Days on which cash may be lowest, and what is left of the cash budget on each. */
  readonly #cashDays: readonly Day[];
  readonly #cash: Float64Array;
  #ads: number;
  #stock: number;

  constructor({ weeks, channels, limits, products }: SeasonProblem) {
    const { cashBudget = null } = limits;
    this.#cashDays =
      cashBudget === null ? [] : fallingDays(products.flatMap(({ options }) => options));
    this.#cash = new Float64Array(this.#cashDays.length).fill(cashBudget ?? 0);
    this.#launches = new Uint32Array(weeks.length);
    this.#most = limits.mostPerWeek ?? Infinity;
    this.#ads = limits.adBudget ?? Infinity;
    this.#stock = limits.stockBudget ?? Infinity;
    this.#ofChannel = Float64Array.from(
      channels,
      (name) => ownValue(limits.channelBudgets, name) ?? Infinity,
    );
  }

  has(option: SeasonOption): boolean {
    const spend = spendOf(option);
    return (
      this.#launches[option.week]! < this.#most &&
      spend <= this.#ads &&
      spend <= (this.#ofChannel[option.channel] ?? Infinity) &&
      stockCostOf(option) <= this.#stock &&
      this.#cashDays.every((day, i) => this.#cash[i]! + cashOn(option, day) >= 0)
    );
  }

  take(option: SeasonOption): void {
    const spend = spendOf(option);
    this.#launches[option.week]! += 1;
    this.#ads -= spend;
    this.#stock -= stockCostOf(option);
    this.#cashDays.forEach((day, i) => (this.#cash[i]! += cashOn(option, day)));
    if (option.channel < this.#ofChannel.length) this.#ofChannel[option.channel]! -= spend;
  }
}

/** Returns, by product, the pairs that it belongs to. */
function rivalsOf({ products, pairs }: SeasonProblem): SeasonProblem['pairs'][] {
  return products.map((_, i) => pairs.filter(({ first, second }) => first === i || second === i));
}

interface Placing {
  readonly problem: SeasonProblem;
  readonly choice: SeasonChoice;
  readonly rivals: SeasonProblem['pairs'];
}

/** Returns, by week, the merit that a launch and those already placed take from each other. */
function lostByWeek({ problem, choice, rivals }: Placing, product: number): Float64Array {
  const lost = new Float64Array(problem.weeks.length);
  for (const pair of rivals) {
    const isFirst = pair.first === product;
    const other = isFirst ? pair.second : pair.first;
    if (choice[other] === LEFT_OUT) continue;
    const otherWeek = problem.products[other]!.options[choice[other]!]!.week;
    for (let week = 0; week < lost.length; week++) {
      if (closeness(problem.weeks[week]! - problem.weeks[otherWeek]!) === 0) continue;
      const weeks: [number, number] = isFirst ? [week, otherWeek] : [otherWeek, week];
      lost[week] = lost[week]! + pairMeritLoss(problem, pair, weeks);
    }
  }
  return lost;
}
