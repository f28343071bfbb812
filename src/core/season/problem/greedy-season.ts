// Builds a calendar greedily: the most promising product first, each where it adds most of what still fits. Then launches
// move, one at a time, to where they add more. The solver starts from it; planning by hand works the same way.

import { closeness } from '../offers/competition.ts';
import { spendOf, stockCostOf } from '../offers/pareto-options.ts';
import { meritOf, type SeasonOption } from '../offers/season-option.ts';
import {
  LEFT_OUT,
  pairMeritLoss,
  type SeasonChoice,
  type SeasonProblem,
} from './season-problem.ts';
import { SeasonRoom } from './season-room.ts';

/** Price of a unit of budget money (Lagrange multiplier), in addition to the money itself. */
export interface BudgetPrices {
  readonly ads: number;
  readonly stock: number;
  /** Of the most cash that a launch ties up on any day. */
  readonly cash: number;
}

export const FREE: BudgetPrices = { ads: 0, stock: 0, cash: 0 };

/** Returns a calendar; null where a product that must be launched finds no room. */
export function greedySeason(
  problem: SeasonProblem,
  prices: BudgetPrices = FREE,
): SeasonChoice | null {
  return new Placing(problem).greedy(prices);
}

/** Most rounds in which each launch is moved once. */
const ROUNDS = 4;

/** Places the launches of one problem, any number of times. */
export class Placing {
  readonly #problem: SeasonProblem;
  /** By product: the pairs that it belongs to. */
  readonly #rivals: readonly SeasonProblem['pairs'][];
  readonly #room: SeasonRoom;

  constructor(problem: SeasonProblem) {
    this.#problem = problem;
    this.#rivals = problem.products.map((_, i) =>
      problem.pairs.filter(({ first, second }) => first === i || second === i),
    );
    this.#room = new SeasonRoom(problem);
  }

  /** Returns a calendar; null where a product that must be launched finds no room. */
  greedy(prices: BudgetPrices): SeasonChoice | null {
    const choice = new Int32Array(this.#problem.products.length).fill(LEFT_OUT);
    let isWhole = true;
    for (const i of mostPromisingFirst(this.#problem, prices)) {
      this.#place(choice, i, prices);
      isWhole &&= choice[i] !== LEFT_OUT || !this.#problem.products[i]!.isNeeded;
      if (!isWhole) break;
    }
    this.#clear(choice);
    return isWhole ? choice : null;
  }

  /** Returns the calendar after each launch in turn has moved to where it adds most, until none moves. */
  improved(before: SeasonChoice, prices: BudgetPrices): SeasonChoice {
    const choice = Int32Array.from(before);
    choice.forEach((place, i) => place !== LEFT_OUT && this.#room.take(this.#option(i, place)));
    for (let round = 0, moved = 1; round < ROUNDS && moved > 0; round++) {
      moved = 0;
      for (let i = 0; i < choice.length; i++) {
        const now = choice[i]!;
        if (now !== LEFT_OUT) this.#room.giveBack(this.#option(i, now));
        this.#place(choice, i, prices);
        if (choice[i] !== now) moved += 1;
      }
    }
    this.#clear(choice);
    return choice;
  }

  /**
   * Puts a product where it adds most of what fits, which its present place does. It stays out where nothing fits, or adds
   * nothing unless it is needed.
   */
  #place(choice: SeasonChoice, i: number, prices: BudgetPrices): void {
    const { options, isNeeded } = this.#problem.products[i]!;
    const now = choice[i]!;
    let best = LEFT_OUT;
    let most = isNeeded ? -Infinity : 0;
    const lost = this.#lostByWeek(choice, i);
    options.forEach((option, place) => {
      const adds = pricedMerit(option, prices) - lost[option.week]!;
      if (adds > most && (place === now || this.#room.has(option))) [best, most] = [place, adds];
    });
    choice[i] = best;
    if (best !== LEFT_OUT) this.#room.take(options[best]!);
  }

  #clear(choice: SeasonChoice): void {
    choice.forEach((place, i) => place !== LEFT_OUT && this.#room.giveBack(this.#option(i, place)));
  }

  #option(product: number, place: number): SeasonOption {
    return this.#problem.products[product]!.options[place]!;
  }

  /** Returns, by week, the merit that a launch and those already placed take from each other. */
  #lostByWeek(choice: SeasonChoice, product: number): Float64Array {
    const { weeks } = this.#problem;
    const lost = new Float64Array(weeks.length);
    for (const pair of this.#rivals[product]!) {
      const isFirst = pair.first === product;
      const other = isFirst ? pair.second : pair.first;
      if (choice[other] === LEFT_OUT) continue;
      const otherWeek = this.#option(other, choice[other]!).week;
      for (let week = 0; week < lost.length; week++) {
        if (closeness(weeks[week]! - weeks[otherWeek]!) === 0) continue;
        const both: [number, number] = isFirst ? [week, otherWeek] : [otherWeek, week];
        lost[week] = lost[week]! + pairMeritLoss(this.#problem, pair, both);
      }
    }
    return lost;
  }
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

function pricedMerit(option: SeasonOption, { ads, stock, cash }: BudgetPrices): number {
  const merit = meritOf(option) - ads * spendOf(option) - stock * stockCostOf(option);
  return cash === 0 ? merit : merit - cash * mostTiedUp(option);
}

/** Returns the most cash that an option alone ties up on any day; 0 or more. */
function mostTiedUp({ cash }: SeasonOption): number {
  let least = 0;
  for (const balance of cash?.balances ?? []) if (balance < least) least = balance;
  return -least;
}
