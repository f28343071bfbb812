// What is known on its day of a launch and of each past buyer, as inputs of the model that says who returns for it.

import type { Day } from '#core/base/dates.ts';
import type { BuyersPast, Tally } from './buyers-past.ts';
import { NO_GROUP } from './product-shelf.ts';
import { chanceActive, type RepeatHistory, type RepeatModel } from './repeat-purchases.ts';

/** A launch by its shelf: its group, words and price. */
export interface ShelvedLaunch {
  readonly group: number;
  readonly words: Uint32Array;
  readonly logPrice: number;
  readonly day: Day;
}

/** Inputs that depend on the buyer and the day alone, in their order. */
export const HABITS: readonly string[] = [
  ...['orders', 'recency', 'known', 'active', 'rate', 'slow', 'fast'],
  ...['money', 'order-value', 'order-lines', 'line-units', 'lines'],
  ...['new-share', 'new-lines', 'discount-share', 'due'],
];
/** Inputs that depend on the launch too; they follow the habits. */
export const TASTES: readonly string[] = [
  ...['price-gap', 'price-distance', 'group-lines', 'group-recent', 'group-share', 'group-days'],
  ...['words', 'words-recent', 'words-share', 'rarest-word'],
];
export const INPUT_COUNT: number = HABITS.length + TASTES.length;

const DAYS_PER_WEEK = 7;
const LONG_AGO_DAYS = 1000;

interface WeighedWord {
  readonly tallies: ReadonlyMap<number, Tally>;
  /** Inverse document frequency, as a share of the title's. */
  readonly weight: number;
  readonly rarity: number;
}

/** Reads inputs for one launch; `past` must stand at its day. */
export class LaunchView {
  readonly #past: BuyersPast;
  readonly #logPrice: number;
  readonly #group: ReadonlyMap<number, Tally> | undefined;
  readonly #words: readonly WeighedWord[];

  constructor(past: BuyersPast, launch: ShelvedLaunch) {
    this.#past = past;
    this.#logPrice = launch.logPrice;
    this.#group = launch.group === NO_GROUP ? undefined : past.groupBuyers[launch.group];
    this.#words = weighedWords(past, launch.words);
  }

  /** Writes the inputs of a buyer with a past, habits first. */
  read(buyer: number, model: RepeatModel, to: Float32Array): void {
    readHabits(this.#past, buyer, { model, to });
    const values = [
      ...this.#priceOf(buyer),
      ...groupInputs(this.#past, buyer, this.#group?.get(buyer)),
      ...this.#wordsOf(buyer),
    ];
    to.set(values, HABITS.length);
  }

  #priceOf(buyer: number): number[] {
    const priced = this.#past.pricedLines[buyer]!;
    const gap = this.#logPrice - this.#past.logPrices[buyer]! / priced;
    return Number.isNaN(gap) ? [0, 0] : [gap, Math.abs(gap)];
  }

  #wordsOf(buyer: number): number[] {
    let [bought, recent, rarest] = [0, 0, 0];
    for (const { tallies, weight, rarity } of this.#words) {
      const tally = tallies.get(buyer);
      if (!tally) continue;
      bought += weight * Math.log1p(tally.count);
      recent += weight * Math.log1p(this.#past.leftOf(tally));
      rarest = Math.max(rarest, rarity);
    }
    return [bought, recent, bought / Math.log1p(this.#past.lines[buyer]!), rarest];
  }
}

/** Writes the habits of a buyer with a past. */
export function readHabits(
  past: BuyersPast,
  buyer: number,
  { model, to }: { readonly model: RepeatModel; readonly to: Float32Array },
): void {
  const orders = past.orderDays[buyer]!;
  const recency = past.day - past.lastDay[buyer]!;
  const known = past.day - past.firstDay[buyer]!;
  const history = historyOf(past, buyer);
  const active = chanceActive(model, history);
  const rate = (model.r + history.repeats) / (model.alpha + history.observed);
  const lines = past.lines[buyer]!;
  const gap = orders > 1 ? (known - recency) / (orders - 1) : known;
  to[0] = Math.log(orders);
  to[1] = Math.log1p(recency);
  to[2] = Math.log1p(known);
  to[3] = active;
  to[4] = Math.log(active * rate + 1e-6);
  to[5] = Math.log1p(past.left(past.fadedOrders, buyer));
  to[6] = Math.log1p(past.left(past.fastOrders, buyer));
  to[7] = Math.log1p(past.money[buyer]!);
  to[8] = Math.log1p(past.money[buyer]! / orders);
  to[9] = Math.log(lines / orders);
  to[10] = Math.log1p(past.units[buyer]! / lines);
  to[11] = Math.log1p(past.left(past.fadedLines, buyer));
  to[12] = past.newLines[buyer]! / lines;
  to[13] = Math.log1p(past.left(past.fadedNew, buyer));
  to[14] = (past.discounted[buyer]! + 0.05) / (past.discountKnown[buyer]! + 1);
  to[15] = Math.log1p(recency / (gap + 1));
}

/** Returns a buyer's history in weeks, as of the day. */
export function historyOf(past: BuyersPast, buyer: number): RepeatHistory {
  const first = past.firstDay[buyer]!;
  return {
    repeats: past.orderDays[buyer]! - 1,
    lastAt: (past.lastDay[buyer]! - first) / DAYS_PER_WEEK,
    observed: (past.day - first) / DAYS_PER_WEEK,
  };
}

/** Returns the four inputs of the launch's group; without a tally those of a buyer who never bought of it. */
export function groupInputs(past: BuyersPast, buyer: number, tally: Tally | undefined): number[] {
  if (!tally) return [0, 0, 0, Math.log1p(LONG_AGO_DAYS)];
  return [
    Math.log1p(tally.count),
    Math.log1p(past.leftOf(tally)),
    tally.count / past.lines[buyer]!,
    Math.log1p(past.day - tally.lastDay),
  ];
}

/** Returns the words with their rarity among the products seen so far (inverse document frequency). */
function weighedWords(past: BuyersPast, words: Uint32Array): WeighedWord[] {
  const rarities = Array.from(words, (word) => rarityOf(past, word));
  const total = rarities.reduce((all, rarity) => all + rarity, 0);
  return Array.from(words, (word, i) => ({
    tallies: past.wordBuyers[word]!,
    weight: total > 0 ? rarities[i]! / total : 0,
    rarity: rarities[i]!,
  }));
}

/** Returns how rare a word is among the products seen so far: its inverse document frequency. */
export function rarityOf(past: BuyersPast, word: number): number {
  return Math.log((past.productsSeen + 1) / (past.productsWithWord[word]! + 1));
}
