// Which past launches were of the most similar products. Only launches that share a word or a level with the product are looked
// at, by lists of the launches that have each, as a text search does.

import { marksOf, type ComparedProducts } from './analogues.ts';

/** On real launches 64 are no better; fewer miss some of a large family. */
const NEAREST = 32;
/** The second nearest counts for much less than the nearest. */
const SHARPNESS = 3;
/** A price a third higher or lower halves the likeness, about. */
const PRICE_SHARPNESS = 2 * SHARPNESS;

/** The most similar first. */
export interface NearLaunches {
  readonly launches: Uint32Array;
  /** 1 where a product is the same in all that is compared. */
  readonly likeness: Float64Array;
}

/** What finds them for one product after another. x: its inputs. */
export function nearestFinder(analogues: ComparedProducts): (x: Float32Array) => NearLaunches {
  const { starts, rarity, price, priceInput } = analogues;
  const launchCount = price.length;
  const having = launchesHaving(analogues);
  const lengths = Float64Array.from(price, (_, launch) =>
    lengthOf(rarity, analogues.marks.subarray(starts[launch], starts[launch + 1])),
  );
  const shared = new Float64Array(launchCount);
  return (x) => {
    const marks = marksOf(x.subarray(0, rarity.length));
    shared.fill(0);
    for (const mark of marks) {
      for (const launch of having[mark]!) shared[launch] = shared[launch]! + rarity[mark]! ** 2;
    }
    const length = lengthOf(rarity, marks);
    return mostAlike(shared, (launch) => {
      const cosine = Math.min(1, shared[launch]! / (length * lengths[launch]!));
      const apart = x[priceInput]! - price[launch]!;
      return cosine ** SHARPNESS * Math.exp(-PRICE_SHARPNESS * apart * apart);
    });
  };
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

/** Of the launches that share anything, the earlier one first where two are as alike. */
function mostAlike(shared: Float64Array, likenessOf: (launch: number) => number): NearLaunches {
  const found: { readonly launch: number; readonly likeness: number }[] = [];
  shared.forEach((value, launch) => {
    if (value === 0) return;
    const likeness = likenessOf(launch);
    if (found.length === NEAREST) {
      if (likeness <= found.at(-1)!.likeness) return;
      found.pop();
    }
    let at = found.length;
    while (at > 0 && found[at - 1]!.likeness < likeness) at--;
    found.splice(at, 0, { launch, likeness });
  });
  return {
    launches: Uint32Array.from(found, ({ launch }) => launch),
    likeness: Float64Array.from(found, ({ likeness }) => likeness),
  };
}
