// Counts the orders that hold both items of a pair: for each item, its orders are walked and what stands behind it in them
// is added up in a dense array (Eclat's vertical layout, Zaki 2000, with counts instead of intersections). Exact; the
// time is that of the pairs in the orders.

import type { Baskets } from './baskets.ts';

export interface PairCounts {
  /** Items; the first is the smaller number. Pairs ascend by first. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Orders with both. */
  readonly both: Uint32Array;
}

export interface CountedPairs {
  /** All pairs with at least `least` orders. */
  readonly frequent: PairCounts;
  /** A sample of the pairs that chance alone would bring together most, whether they are together or not. */
  readonly sample: PairCounts;
  /** Pairs of items that are each in `least` orders. */
  readonly possible: number;
}

/** Pairs that the sample is drawn from, and pairs in it. Pairs of rare items tell little of what lifts are like. */
const POPULATION = 1_000_000;
const SAMPLED = 6000;
/** Pairs in orders between two yields. */
const SLICE = 4_000_000;

/** Counts the pairs of items that are each in at least `least` orders. Yields now and then. */
export function* countPairs(baskets: Baskets, least: number): Generator<void, CountedPairs> {
  const kept = keptItems(baskets, least);
  const postings = postingsOf(kept);
  const itemCount = kept.itemOf.length;
  const counts = new Uint32Array(itemCount);
  const frequent = growingPairs();
  const sample = growingPairs();
  const possible = (itemCount * (itemCount - 1)) / 2;
  const leastExpected = leastProduct(kept.frequency, POPULATION);
  const chance = Math.min(1, SAMPLED / Math.max(1, Math.min(POPULATION, possible)));
  let work = 0;
  for (let i = 0; i < itemCount; i++) {
    const added = countFor(i, kept, postings, counts);
    for (let j = sampledAfter(i, i, chance); j < itemCount; j = sampledAfter(i, j, chance))
      if (kept.frequency[i]! * kept.frequency[j]! >= leastExpected) sample.add(i, j, counts[j]!);
    const take = (j: number): void => {
      if (counts[j]! >= least) frequent.add(i, j, counts[j]!);
      counts[j] = 0;
    };
    // Rare items are in few orders, so these are walked once more; others are looked up one after the other.
    if (added < itemCount - i) walk(i, kept, postings, take);
    else for (let j = i + 1; j < itemCount; j++) take(j);
    work += added;
    if (work < SLICE) continue;
    work = 0;
    yield;
  }
  return {
    frequent: named(frequent.done(), kept.itemOf),
    sample: named(sample.done(), kept.itemOf),
    possible,
  };
}

/** Returns a product of two items' orders that about `most` pairs reach, or 0 where there are no more pairs. */
function leastProduct(frequency: Uint32Array, most: number): number {
  const sorted = frequency.slice().sort();
  const reaching = (product: number): number => {
    let [pairs, low] = [0, sorted.length];
    sorted.forEach((each, i) => {
      while (low > 0 && sorted[low - 1]! * each >= product) low -= 1;
      pairs += sorted.length - Math.max(low, i + 1);
    });
    return pairs;
  };
  let [low, high] = [0, (sorted.at(-1) ?? 0) ** 2];
  while (reaching(0) > most && high - low > 1) {
    const middle = Math.round((low + high) / 2);
    if (reaching(middle) > most) low = middle;
    else high = middle;
  }
  return low;
}

/** The same orders with frequent items only, which are numbered anew. */
interface KeptItems {
  /** [kept] Item that a number stands for. */
  readonly itemOf: Uint32Array;
  readonly items: Uint32Array;
  /** [items] Where the order of an item ends. */
  readonly ends: Uint32Array;
  readonly frequency: Uint32Array;
}

function keptItems({ starts, items, orderCount, frequency }: Baskets, least: number): KeptItems {
  const itemOf = Uint32Array.from(frequency.keys()).filter((item) => frequency[item]! >= least);
  const numberOf = new Int32Array(frequency.length).fill(-1);
  itemOf.forEach((item, number) => (numberOf[item] = number));
  const keptOnes = new Uint32Array(items.length);
  const ends = new Uint32Array(items.length);
  let length = 0;
  for (let order = 0; order < orderCount; order++) {
    const start = length;
    for (let p = starts[order]!; p < starts[order + 1]!; p++) {
      const number = numberOf[items[p]!]!;
      if (number >= 0) keptOnes[length++] = number;
    }
    ends.fill(length, start, length);
  }
  return {
    ...{ itemOf, items: keptOnes.subarray(0, length), ends: ends.subarray(0, length) },
    frequency: itemOf.map((item) => frequency[item]!),
  };
}

/** Places of each item, as [items + 1] starts and places. */
function postingsOf({ items, frequency }: KeptItems): { starts: Uint32Array; places: Uint32Array } {
  const starts = new Uint32Array(frequency.length + 1);
  frequency.forEach((count, i) => (starts[i + 1] = starts[i]! + count));
  const next = starts.slice();
  const places = new Uint32Array(items.length);
  for (let p = 0; p < items.length; p++) places[next[items[p]!]!++] = p;
  return { starts, places };
}

/** Adds the orders that an item shares with each later item to `counts`; returns how many it added. */
function countFor(
  item: number,
  { items, ends }: KeptItems,
  { starts, places }: ReturnType<typeof postingsOf>,
  counts: Uint32Array,
): number {
  let added = 0;
  for (let from = starts[item]!; from < starts[item + 1]!; from++) {
    const place = places[from]!;
    const end = ends[place]!;
    for (let p = place + 1; p < end; p++) counts[items[p]!]! += 1;
    added += end - place - 1;
  }
  return added;
}

/** Visits each later item of each order of an item. */
function walk(
  item: number,
  { items, ends }: KeptItems,
  { starts, places }: ReturnType<typeof postingsOf>,
  visit: (other: number) => void,
): void {
  for (let from = starts[item]!; from < starts[item + 1]!; from++) {
    const place = places[from]!;
    for (let p = place + 1; p < ends[place]!; p++) visit(items[p]!);
  }
}

/** Returns the next item after `last` that is sampled with item `i`: gaps are geometric, from a hash of the pair. */
function sampledAfter(i: number, last: number, chance: number): number {
  if (chance >= 1) return last + 1;
  let h = (Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(last + 1, 0x85ebca6b)) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 0;
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39) >>> 0;
  const share = ((h ^ (h >>> 15)) >>> 0) / 4294967296;
  return last + 1 + Math.floor(Math.log1p(-share) / Math.log1p(-chance));
}

interface GrowingPairs {
  add(first: number, second: number, both: number): void;
  done(): PairCounts;
}

function growingPairs(): GrowingPairs {
  let pairs = emptyPairs(1024);
  let length = 0;
  return {
    add(first, second, both) {
      if (length === pairs.first.length) pairs = copied(pairs, emptyPairs(2 * length));
      pairs.first[length] = first;
      pairs.second[length] = second;
      pairs.both[length++] = both;
    },
    done: () => ({
      ...{ first: pairs.first.slice(0, length), second: pairs.second.slice(0, length) },
      both: pairs.both.slice(0, length),
    }),
  };
}

function emptyPairs(count: number): PairCounts {
  const [first, second] = [new Uint32Array(count), new Uint32Array(count)];
  return { first, second, both: new Uint32Array(count) };
}

function copied(from: PairCounts, to: PairCounts): PairCounts {
  to.first.set(from.first);
  to.second.set(from.second);
  to.both.set(from.both);
  return to;
}

function named(pairs: PairCounts, itemOf: Uint32Array): PairCounts {
  const name = (number: number): number => itemOf[number]!;
  return { ...pairs, first: pairs.first.map(name), second: pairs.second.map(name) };
}
