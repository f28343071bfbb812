// Finds the past launches with the most similar products, by the words and levels that they share. As in text search,
// it uses lists of the launches that have each. Where names were read, it also compares their meaning, and where asked,
// how they look.

import { marksOf, type ComparedProducts } from './analogues.ts';
import { withLook } from './look-similarity.ts';
import { withMeaning, type MeaningOf } from './title-similarity.ts';
import { TopMatches, type NearLaunches } from '#core/base/statistics/top-matches.ts';

/** Number of nearest launches. On real launches 64 are no better; fewer miss some of a large family. */
const NEAREST = 32;
/** Exponent of similarity, so that the second nearest counts for much less than the nearest. */
const SHARPNESS = 3;
/** Decay with the distance of prices: a third higher or lower about halves the similarity. */
const PRICE_SHARPNESS = 2 * SHARPNESS;

/** How a product looks beside the launches. */
export interface LooksCompared {
  /** Returns how alike the product and a launch look, 0–1; NaN where not known. */
  readonly lookOf: (launch: number) => number;
  /** Share of looks in the similarity, above 0 and at most 1; words have the rest. */
  readonly share: number;
}

/** What is known of two launches beside their words. */
interface BesideWords {
  /** Similarity in meaning of their names, 0–1; NaN where not known, as is `look`. */
  readonly meaning: number;
  /** How alike they look, 0–1. */
  readonly look: number;
  /** Share of looks in the similarity, 0–1. */
  readonly looksShare: number;
}

/**
 * Returns a function that finds the nearest launches of one product after another, at most `most`. Its `x` holds the
 * product's inputs, [inputs]. Looks count only where they are given.
 */
export function nearestFinder(
  analogues: ComparedProducts,
  most: number = NEAREST,
): (x: Float32Array, meaningOf?: MeaningOf | null, looks?: LooksCompared | null) => NearLaunches {
  const { starts, rarity, price, priceInput } = analogues;
  const launchCount = price.length;
  const having = launchesHaving(analogues);
  const lengths = Float64Array.from(price, (_, launch) =>
    lengthOf(rarity, analogues.marks.subarray(starts[launch], starts[launch + 1])),
  );
  const shared = new Float64Array(launchCount);
  return (x, meaningOf = null, looks = null) => {
    const looksShare = looks?.share ?? 0;
    const marks = marksOf(x.subarray(0, rarity.length));
    shared.fill(0);
    for (const mark of marks) {
      for (const launch of having[mark]!) shared[launch] = shared[launch]! + rarity[mark]! ** 2;
    }
    const length = lengthOf(rarity, marks);
    const similarity = (launch: number, meaning: number, look: number): number => {
      const words = cosineOf(shared[launch]!, length * lengths[launch]!);
      return similarityOf(words, { meaning, look, looksShare }, x[priceInput]! - price[launch]!);
    };
    const byWords = new TopMatches(most);
    shared.forEach((value, launch) => {
      if (value > 0) byWords.offer(launch, similarity(launch, NaN, NaN));
    });
    if (!meaningOf && !looks) return byWords.launches();
    const meaning = meaningOf ?? (() => NaN);
    const look = looks?.lookOf ?? (() => NaN);
    return bySlowerParts({
      ...{ launchCount, most, byWords: byWords.launches() },
      exactly: (launch) => similarity(launch, meaning(launch), look(launch)),
      atMost: (launch) => similarity(launch, 1, 1),
    });
  };
}

/** Returns the similarity of two launches of a history, 0–1, as `nearestFinder` gives it. */
export function pairSimilarity(
  products: ComparedProducts,
  [one, other]: readonly [number, number],
  beside: BesideWords,
): number {
  const { price } = products;
  const words = wordsShared(products, marksOfLaunch(products, one), other);
  return similarityOf(words, beside, price[one]! - price[other]!);
}

/**
 * Returns the similarity of a product and a launch by words and meaning, 0–1, whatever their prices and looks.
 * @param x the product's inputs, [inputs]
 * @param near the launch, and the similarity in meaning of the names, 0–1; NaN where not known
 */
export function wordSimilarity(
  products: ComparedProducts,
  x: Float32Array,
  near: { readonly launch: number; readonly meaning: number },
): number {
  const own = marksOf(x.subarray(0, products.rarity.length));
  return withMeaning(wordsShared(products, own, near.launch), near.meaning);
}

function wordsShared(products: ComparedProducts, own: Iterable<number>, other: number): number {
  const { rarity } = products;
  const others = marksOfLaunch(products, other);
  const having = new Set(others);
  const common = [...own].filter((mark) => having.has(mark));
  const shared = lengthOf(rarity, common) ** 2;
  return cosineOf(shared, lengthOf(rarity, own) * lengthOf(rarity, others));
}

function marksOfLaunch({ starts, marks }: ComparedProducts, launch: number): Uint16Array {
  return marks.subarray(starts[launch], starts[launch + 1]);
}

function cosineOf(shared: number, lengths: number): number {
  return shared === 0 ? 0 : Math.min(1, shared / lengths);
}

/**
 * @param words similarity by shared words, 0–1
 * @param apart difference of the encoded prices
 */
function similarityOf(
  words: number,
  { meaning, look, looksShare }: BesideWords,
  apart: number,
): number {
  const alike = withLook(withMeaning(words, meaning), look, looksShare);
  return alike ** SHARPNESS * Math.exp(-PRICE_SHARPNESS * apart * apart);
}

interface SlowSearch {
  readonly launchCount: number;
  readonly most: number;
  /** Similarity with meaning and looks; at most that with both the same. */
  readonly exactly: (launch: number) => number;
  readonly atMost: (launch: number) => number;
  readonly byWords: NearLaunches;
}

/**
 * Searches by words, meaning and looks. The latter take longest, so they are skipped where even the same could not bring
 * a launch before those that share the most words.
 */
function bySlowerParts({ launchCount, most, exactly, atMost, byWords }: SlowSearch): NearLaunches {
  const known = [...byWords.launches].map(exactly);
  const least = known.length < most ? 0 : Math.min(...known);
  const found = new TopMatches(most);
  for (let launch = 0; launch < launchCount; launch++) {
    const bound = atMost(launch);
    if (bound >= least && found.takes(bound)) found.offer(launch, exactly(launch));
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
