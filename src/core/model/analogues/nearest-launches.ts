// Finds the past launches with the most similar products, by the words and levels that they share. As in text search,
// it uses lists of the launches that have each. Where names were read, it also compares their meaning.

import { marksOf, type ComparedProducts } from './analogues.ts';
import { withMeaning, type MeaningOf } from './title-similarity.ts';
import { TopMatches, type NearLaunches } from '#core/base/statistics/top-matches.ts';

/** Number of nearest launches. On real launches 64 are no better; fewer miss some of a large family. */
const NEAREST = 32;
/** Exponent of similarity, so that the second nearest counts for much less than the nearest. */
const SHARPNESS = 3;
/** Decay with the distance of prices: a third higher or lower about halves the similarity. */
const PRICE_SHARPNESS = 2 * SHARPNESS;

/**
 * Returns a function that finds the nearest launches of one product after another, at most `most`. Its `x` holds the
 * product's inputs, [inputs].
 */
export function nearestFinder(
  analogues: ComparedProducts,
  most: number = NEAREST,
): (x: Float32Array, meaningOf?: MeaningOf | null) => NearLaunches {
  const { starts, rarity, price, priceInput } = analogues;
  const launchCount = price.length;
  const having = launchesHaving(analogues);
  const lengths = Float64Array.from(price, (_, launch) =>
    lengthOf(rarity, analogues.marks.subarray(starts[launch], starts[launch + 1])),
  );
  const shared = new Float64Array(launchCount);
  return (x, meaningOf = null) => {
    const marks = marksOf(x.subarray(0, rarity.length));
    shared.fill(0);
    for (const mark of marks) {
      for (const launch of having[mark]!) shared[launch] = shared[launch]! + rarity[mark]! ** 2;
    }
    const length = lengthOf(rarity, marks);
    const similarity = (launch: number, meaning: number): number => {
      const words = cosineOf(shared[launch]!, length * lengths[launch]!);
      return similarityOf(words, meaning, x[priceInput]! - price[launch]!);
    };
    const byWords = new TopMatches(most);
    shared.forEach((value, launch) => {
      if (value > 0) byWords.offer(launch, similarity(launch, NaN));
    });
    if (!meaningOf) return byWords.launches();
    return withMeanings({ launchCount, most, similarity, meaningOf, byWords: byWords.launches() });
  };
}

/**
 * Returns the similarity of two launches of a history, 0–1, as `nearestFinder` gives it.
 * @param meaning similarity in meaning of their names, 0–1; NaN where not known
 */
export function pairSimilarity(
  { starts, marks, rarity, price }: ComparedProducts,
  [one, other]: readonly [number, number],
  meaning: number,
): number {
  const [own, others] = [one, other].map((launch) =>
    marks.subarray(starts[launch], starts[launch + 1]),
  ) as [Uint16Array, Uint16Array];
  const having = new Set(others);
  const common = own.filter((mark) => having.has(mark));
  const shared = lengthOf(rarity, common) ** 2;
  const words = cosineOf(shared, lengthOf(rarity, own) * lengthOf(rarity, others));
  return similarityOf(words, meaning, price[one]! - price[other]!);
}

function cosineOf(shared: number, lengths: number): number {
  return shared === 0 ? 0 : Math.min(1, shared / lengths);
}

/**
 * @param words similarity by shared words, 0–1
 * @param apart difference of the encoded prices
 */
function similarityOf(words: number, meaning: number, apart: number): number {
  return withMeaning(words, meaning) ** SHARPNESS * Math.exp(-PRICE_SHARPNESS * apart * apart);
}

interface MeaningSearch {
  readonly launchCount: number;
  readonly most: number;
  readonly similarity: (launch: number, meaning: number) => number;
  readonly meaningOf: MeaningOf;
  readonly byWords: NearLaunches;
}

/**
 * Searches by words and meaning. Meaning takes longest, so it is skipped where even the same meaning could not bring a
 * launch before those that share the most words.
 */
function withMeanings({
  launchCount,
  most,
  similarity,
  meaningOf,
  byWords,
}: MeaningSearch): NearLaunches {
  const known = [...byWords.launches].map((launch) => similarity(launch, meaningOf(launch)));
  const least = known.length < most ? 0 : Math.min(...known);
  const found = new TopMatches(most);
  for (let launch = 0; launch < launchCount; launch++) {
    const atMost = similarity(launch, 1);
    if (atMost >= least && found.takes(atMost))
      found.offer(launch, similarity(launch, meaningOf(launch)));
  }
  return found.launches();
}

/** Returns for each mark the launches that have it. */
function launchesHaving({ starts, marks, rarity, price }: ComparedProducts): number[][] {
  const having: number[][] = Array.from(rarity, () => []);
  for (let launch = 0; launch < price.length; launch++) {
    for (const mark of marks.subarray(starts[launch], starts[launch + 1]))
      having[mark]!.push(launch);
  }
  return having;
}

function lengthOf(rarity: Float32Array, marks: Iterable<number>): number {
  let square = 0;
  for (const mark of marks) square += rarity[mark]! ** 2;
  return Math.sqrt(square);
}
