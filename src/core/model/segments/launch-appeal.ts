// How much a launch appeals to all past buyers of a day together, from sums that can be stored: how many orders the
// buyers' habits foresee, how many of them come from buyers of its group, and how much more those return who bought a
// word of its title before.

import type { BuyersPast, Tally } from './buyers-past.ts';
import { termsOf, type Logit } from './buyer-logit.ts';
import { HABITS, rarityOf, readHabits, TASTES } from './launch-view.ts';
import { NO_GROUP } from './product-shelf.ts';
import type { RepeatModel } from './repeat-purchases.ts';

/** Sums of fewer buyers are not stored, and not used. */
export const LEAST_BUYERS = 10;

/** What a word of a title brings over a launch without it. */
export interface WordAppeal {
  /** Logarithm of the factor on the expected number of returning buyers. */
  readonly lift: number;
  readonly rarity: number;
}

/** Appeal of a launch, as inputs of the models of counts. */
export interface LaunchAppeal {
  readonly logPool: number;
  /** Mean lift of the title's words. */
  readonly words: number;
  /** Share of the expected returns that buyers of its group make, 0–1. */
  readonly group: number;
  /** Whether the group is known with enough buyers. */
  readonly hasGroup: boolean;
  /** Logarithm of its price over the usual one; 0 where either is not known. */
  readonly priceGap: number;
}

/** Share of a title that one word stands for in its lift. */
const WORD_SHARE = 1 / 3;
const WORDS_FROM = HABITS.length + TASTES.indexOf('words');

/** Sums over the past buyers of one day. */
export class DayAppeal {
  readonly logPool: number;
  /** Mean log price of the lines so far; NaN where no price is known. */
  readonly usualLogPrice: number;
  readonly #past: BuyersPast;
  readonly #logit: Logit;
  /** Chance to return by habit alone, [buyers]. */
  readonly #byHabit: Float64Array;
  readonly #pool: number;

  constructor(past: BuyersPast, { logit, model }: { logit: Logit; model: RepeatModel }) {
    this.#past = past;
    this.#logit = logit;
    this.#byHabit = new Float64Array(past.orderDays.length);
    const habits = new Float32Array(HABITS.length);
    let [pool, prices, priced] = [0, 0, 0];
    for (let buyer = 0; buyer < this.#byHabit.length; buyer++) {
      if (past.orderDays[buyer] === 0) continue;
      readHabits(past, buyer, { model, to: habits });
      const log = logit.intercept + termsOf(logit, habits, [0, HABITS.length]);
      this.#byHabit[buyer] = Math.exp(Math.min(0, log));
      pool += this.#byHabit[buyer]!;
      prices += past.logPrices[buyer]!;
      priced += past.pricedLines[buyer]!;
    }
    this.#pool = pool;
    this.logPool = Math.log(pool + 1e-6);
    this.usualLogPrice = prices / priced;
  }

  /** Returns the appeal of a word; null where too few buyers bought it. */
  word(word: number): WordAppeal | null {
    const tallies = this.#past.wordBuyers[word]!;
    if (tallies.size < LEAST_BUYERS) return null;
    const lift = this.#lift(tallies, (tally, buyer) => {
      const bought = Math.log1p(tally.count);
      const recent = Math.log1p(this.#past.leftOf(tally));
      const inputs = [bought, recent, bought / Math.log1p(this.#past.lines[buyer]!)];
      return WORD_SHARE * termsOf(this.#logit, inputs, [WORDS_FROM, WORDS_FROM + 3]);
    });
    return { lift, rarity: rarityOf(this.#past, word) };
  }

  /** Returns the share of the expected returns that comes from buyers of a group; null where too few bought of it. */
  group(group: number): number | null {
    const tallies = group === NO_GROUP ? undefined : this.#past.groupBuyers[group];
    if (!tallies || tallies.size < LEAST_BUYERS) return null;
    let share = 0;
    for (const buyer of tallies.keys()) share += this.#byHabit[buyer]! / (this.#pool + 1e-6);
    return share;
  }

  #lift(
    tallies: ReadonlyMap<number, Tally>,
    gainOf: (tally: Tally, buyer: number) => number,
  ): number {
    let gained = 0;
    for (const [buyer, tally] of tallies)
      gained += this.#byHabit[buyer]! * Math.expm1(Math.min(10, gainOf(tally, buyer)));
    return Math.log1p(Math.max(-0.99, gained / (this.#pool + 1e-6)));
  }
}

/** Returns the mean lift of a title's words, each weighed by its rarity; `none` is the rarity of words without a sum. */
export function titleAppeal(appeals: readonly (WordAppeal | null)[], none: number): number {
  let [lifts, weights] = [0, 0];
  for (const appeal of appeals) {
    weights += appeal?.rarity ?? none;
    lifts += appeal ? appeal.lift * appeal.rarity : 0;
  }
  return weights > 0 ? lifts / weights : 0;
}

/** Returns the appeal of a launch on the day of `today`. */
export function appealOf(
  today: DayAppeal,
  launch: { readonly words: Uint32Array; readonly group: number; readonly logPrice: number },
  unknownRarity: number,
): LaunchAppeal {
  const group = today.group(launch.group);
  return {
    logPool: today.logPool,
    words: titleAppeal(
      Array.from(launch.words, (word) => today.word(word)),
      unknownRarity,
    ),
    group: group ?? 0,
    hasGroup: group !== null,
    priceGap: priceGap(launch.logPrice, today.usualLogPrice),
  };
}

/** Returns how far a log price is from the usual one; 0 where either is not known. */
export function priceGap(logPrice: number, usual: number): number {
  return Number.isFinite(logPrice - usual) ? logPrice - usual : 0;
}

/** Returns the rarity of a word that no product has. */
export function unknownRarity(past: BuyersPast): number {
  return Math.log(past.productsSeen + 1);
}
