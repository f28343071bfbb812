// Which launch a text is about, by the words that it shares with the launches' titles.

import { words } from '../text.ts';

export interface WordMatch {
  /** Place of the launch among the titles. */
  readonly launch: number;
  /** No other launch comes near, and more than one word speaks for it. */
  readonly isSure: boolean;
}

/** Of the rarer side's words so much has to be shared, by weight. */
const LEAST_COVERED = 0.6;
/** And of both sides together (Dice's coefficient): one common word of ten is no match. */
const LEAST_ALIKE = 0.3;
/** A second launch that comes so near leaves it open which is meant. */
const NEAR = 0.9;

/** Words weigh by how rare they are among the titles: ln(1 + launches / launches with the word). */
export class LaunchWords {
  readonly #launchCount: number;
  readonly #launchesOf = new Map<string, number[]>();
  /** Per launch, the weight of all its words. */
  readonly #weights: readonly number[];
  readonly #wordCounts: readonly number[];

  constructor(titles: readonly string[]) {
    this.#launchCount = titles.length;
    const wordsOf = titles.map((title) => words(title));
    wordsOf.forEach((own, launch) => {
      for (const word of own) {
        const launches = this.#launchesOf.get(word);
        if (launches) launches.push(launch);
        else this.#launchesOf.set(word, [launch]);
      }
    });
    this.#weights = wordsOf.map((own) => own.reduce((all, word) => all + this.#weight(word), 0));
    this.#wordCounts = wordsOf.map((own) => own.length);
  }

  /**
   * Null where no launch is meant. Words that no title has ("spring", "retargeting") say nothing.
   *
   * @param distance of a launch in days; Infinity where it cannot be meant. Of equals the nearest is taken.
   */
  match(text: string, distance: (launch: number) => number): WordMatch | null {
    const known = words(text).filter((word) => this.#launchesOf.has(word));
    const textWeight = known.reduce((all, word) => all + this.#weight(word), 0);
    const [best, second] = this.#shared(known)
      .map(({ launch, weight, count }) => {
        const own = this.#weights[launch]!;
        const covered = weight / Math.min(own, textWeight);
        return { launch, count, covered, alike: (2 * weight) / (own + textWeight) };
      })
      .filter(({ covered, alike }) => covered >= LEAST_COVERED && alike >= LEAST_ALIKE)
      .map((each) => ({ ...each, distance: distance(each.launch) }))
      .filter((each) => Number.isFinite(each.distance))
      .toSorted((a, b) => b.alike - a.alike || a.distance - b.distance || a.launch - b.launch);
    if (!best) return null;
    const isAlone = !second || second.alike < NEAR * best.alike;
    const isWhole = best.count === this.#wordCounts[best.launch];
    return { launch: best.launch, isSure: isAlone && (isWhole || best.count > 1) };
  }

  #weight(word: string): number {
    return Math.log(1 + this.#launchCount / this.#launchesOf.get(word)!.length);
  }

  /** Per launch with one of the words, what they weigh together. */
  #shared(known: readonly string[]): { launch: number; weight: number; count: number }[] {
    const found = new Map<number, { launch: number; weight: number; count: number }>();
    for (const word of known) {
      const weight = this.#weight(word);
      for (const launch of this.#launchesOf.get(word)!) {
        const before = found.get(launch) ?? { launch, weight: 0, count: 0 };
        found.set(launch, {
          launch,
          weight: before.weight + weight,
          count: before.count + 1,
        });
      }
    }
    return [...found.values()];
  }
}
