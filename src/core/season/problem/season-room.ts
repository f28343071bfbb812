// What is left of everything that is limited while launches are placed one after another.

import type { Day } from '#core/base/dates.ts';
import { ownValue } from '#core/base/lookup.ts';
import { cashOn, fallingDays } from '../offers/cash-use.ts';
import { spendOf, stockCostOf } from '../offers/pareto-options.ts';
import type { SeasonOption } from '../offers/season-option.ts';
import type { SeasonProblem } from './season-problem.ts';

export class SeasonRoom {
  readonly #launches: Uint32Array;
  readonly #most: number;
  readonly #ofChannel: Float64Array;
  /** Days on which cash may be lowest, what is left of the cash budget on each, and each option's cash on them. */
  readonly #cashDays: readonly Day[];
  readonly #cash: Float64Array;
  readonly #cashOf = new Map<SeasonOption, Float64Array>();
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
      this.#hasCash(option)
    );
  }

  take(option: SeasonOption): void {
    this.#move(option, 1);
  }

  /** Gives back what an option has taken. */
  giveBack(option: SeasonOption): void {
    this.#move(option, -1);
  }

  #move(option: SeasonOption, launches: 1 | -1): void {
    const spend = launches * spendOf(option);
    this.#launches[option.week]! += launches;
    this.#ads -= spend;
    this.#stock -= launches * stockCostOf(option);
    this.#onCashDays(option).forEach((cash, i) => (this.#cash[i]! += launches * cash));
    if (option.channel < this.#ofChannel.length) this.#ofChannel[option.channel]! -= spend;
  }

  #hasCash(option: SeasonOption): boolean {
    const own = this.#onCashDays(option);
    for (let i = 0; i < own.length; i++) if (this.#cash[i]! + own[i]! < 0) return false;
    return true;
  }

  #onCashDays(option: SeasonOption): Float64Array {
    let own = this.#cashOf.get(option);
    if (!own) {
      own = Float64Array.from(this.#cashDays, (day) => cashOn(option, day));
      this.#cashOf.set(option, own);
    }
    return own;
  }
}
