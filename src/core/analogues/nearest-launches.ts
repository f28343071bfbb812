// Which past launches were of the most similar products: by the words and levels that they share, from lists of the launches that
// have each, as a text search does, and where names were read by what those mean.

import { marksOf, type ComparedProducts } from './analogues.ts';
import { MostAlike, type NearLaunches } from './most-alike.ts';

/** On real launches 64 are no better; fewer miss some of a large family. */
const NEAREST = 32;
/** The second nearest counts for much less than the nearest. */
const SHARPNESS = 3;
/** A price a third higher or lower halves the likeness, about. */
const PRICE_SHARPNESS = 2 * SHARPNESS;
/** Of likeness, where meaning is known. On real giftware, units of later launches were nearer to the nearest five than with less. */
const MEANING_SHARE = 0.5;

/** How near a product's name is to that of a launch by meaning, 0–1; NaN where that is not known. */
export type MeaningOf = (launch: number) => number;

/** What finds them for one product after another, so many at most. x: its inputs. */
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
    const likeness = (launch: number, meaning: number): number => {
      const own = shared[launch]!;
      const cosine = own === 0 ? 0 : Math.min(1, own / (length * lengths[launch]!));
      const apart = x[priceInput]! - price[launch]!;
      return withMeaning(cosine, meaning) ** SHARPNESS * Math.exp(-PRICE_SHARPNESS * apart * apart);
    };
    const byWords = new MostAlike(most);
    shared.forEach((value, launch) => {
      if (value > 0) byWords.offer(launch, likeness(launch, NaN));
    });
    if (!meaningOf) return byWords.launches();
    return withMeanings({ launchCount, most, likeness, meaningOf, byWords: byWords.launches() });
  };
}

interface MeaningSearch {
  readonly launchCount: number;
  readonly most: number;
  readonly likeness: (launch: number, meaning: number) => number;
  readonly meaningOf: MeaningOf;
  readonly byWords: NearLaunches;
}

/** Meaning takes the longest: it is left where even the same could not bring a launch before those that share the most words. */
function withMeanings({
  launchCount,
  most,
  likeness,
  meaningOf,
  byWords,
}: MeaningSearch): NearLaunches {
  const known = [...byWords.launches].map((launch) => likeness(launch, meaningOf(launch)));
  const least = known.length < most ? 0 : Math.min(...known);
  const found = new MostAlike(most);
  for (let launch = 0; launch < launchCount; launch++) {
    const atMost = likeness(launch, 1);
    if (atMost >= least && found.takes(atMost))
      found.offer(launch, likeness(launch, meaningOf(launch)));
  }
  return found.launches();
}

function withMeaning(cosine: number, meaning: number): number {
  return Number.isNaN(meaning) ? cosine : cosine + MEANING_SHARE * (meaning - cosine);
}

/** For each mark the launches that have it. */
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
