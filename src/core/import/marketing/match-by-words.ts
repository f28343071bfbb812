// Finds the product that a text is about, by the words it shares with the products' titles.

import { words } from '#core/base/text/split-words.ts';

export interface WordMatch {
  /** Index of the title. */
  readonly place: number;
  /** Whether no other title is close, and more than one word or the whole title matches. */
  readonly isSure: boolean;
}

/** Least share, by weight, of the lighter side's words that must match. */
const LEAST_COVERED = 0.6;
/** Least Dice coefficient of both sides: one common word in ten is not a match. */
const LEAST_SIMILARITY = 0.3;
/** If a second title reaches this share of the best similarity, the match is not sure. */
const NEAR = 0.9;

/**
 * Matches texts to titles. Words are weighted by their rarity among the titles: ln(1 + titles / titles with the word).
 */
export class LaunchWords {
  readonly #titleCount: number;
  readonly #placesOf = new Map<string, number[]>();
  /** For each title, the total weight of its words. */
  readonly #weights: Float64Array;
  readonly #wordCounts: readonly number[];
  /** For each title, the weight and number of the words matched so far; cleared after each query. */
  readonly #sharedWeights: Float64Array;
  readonly #sharedCounts: Uint16Array;

  constructor(titles: readonly string[]) {
    this.#titleCount = titles.length;
    this.#sharedWeights = new Float64Array(titles.length);
    this.#sharedCounts = new Uint16Array(titles.length);
    const wordsOf = titles.map((title) => wordsAndDigits(title));
    wordsOf.forEach((own, place) => {
      for (const word of own) {
        const places = this.#placesOf.get(word);
        if (places) places.push(place);
        else this.#placesOf.set(word, [place]);
      }
    });
    this.#weights = Float64Array.from(wordsOf, (own) =>
      own.reduce((all, word) => all + this.#weight(word), 0),
    );
    this.#wordCounts = wordsOf.map((own) => own.length);
  }

  /**
   * Returns the best title for a text, or null if none matches. Words that no title has ("spring", "retargeting") are
   * ignored.
   * @param distance of a title in days; Infinity if it is impossible. Among equals, the nearest wins.
   */
  match(text: string, distance: (place: number) => number): WordMatch | null {
    const known = wordsAndDigits(text).filter((word) => this.#placesOf.has(word));
    const textWeight = known.reduce((all, word) => all + this.#weight(word), 0);
    const [best, second] = this.#shared(known)
      .map(({ place, weight, count }) => {
        const own = this.#weights[place]!;
        const covered = weight / Math.min(own, textWeight);
        return { place, count, covered, similarity: (2 * weight) / (own + textWeight) };
      })
      .filter(
        ({ covered, similarity }) => covered >= LEAST_COVERED && similarity >= LEAST_SIMILARITY,
      )
      .map((each) => ({ ...each, distance: distance(each.place) }))
      .filter((each) => Number.isFinite(each.distance))
      .toSorted(
        (a, b) => b.similarity - a.similarity || a.distance - b.distance || a.place - b.place,
      );
    if (!best) return null;
    const isAlone = !second || second.similarity < NEAR * best.similarity;
    const isWhole = best.count === this.#wordCounts[best.place];
    return { place: best.place, isSure: isAlone && (isWhole || best.count > 1) };
  }

  #weight(word: string): number {
    return Math.log(1 + this.#titleCount / this.#placesOf.get(word)!.length);
  }

  /** Returns the titles that contain any of the words, with the weight and number of those words. */
  #shared(known: readonly string[]): { place: number; weight: number; count: number }[] {
    const touched: number[] = [];
    for (const word of known) {
      const weight = this.#weight(word);
      for (const place of this.#placesOf.get(word)!) {
        if (this.#sharedCounts[place] === 0) touched.push(place);
        this.#sharedWeights[place]! += weight;
        this.#sharedCounts[place]! += 1;
      }
    }
    return touched.map((place) => {
      const shared = {
        place,
        weight: this.#sharedWeights[place]!,
        count: this.#sharedCounts[place]!,
      };
      this.#sharedWeights[place] = 0;
      this.#sharedCounts[place] = 0;
      return shared;
    });
  }
}

/** Keeps single digits: "Set of 4" and "Set of 6" are different products. */
function wordsAndDigits(text: string): string[] {
  const digits = text.normalize('NFKC').match(/(?<![\p{L}\p{N}])\p{N}(?![\p{L}\p{N}])/gu);
  return [...words(text), ...new Set(digits)];
}
