// How alike a product is to those of past launches, in each respect and in all together.

import type { BellRespect, LineRespect, MarksRespect, ProductRespect } from './respects.ts';

/** How fast nearness falls with the mean distance in all respects: slowly, so that many are near, and fast. */
const NEARNESS = [2.5, 6];

/** Number of likenesses of products: one for each respect, and nearness. */
export function likenessCount(respects: readonly ProductRespect[]): number {
  return respects.length + NEARNESS.length;
}

/**
 * Returns the likeness of a product to each of the first `count` launches, [respects and nearness][count]. `own` are its
 * inputs, [inputs].
 */
export type ProductLikeness = (own: Float32Array, count: number) => Float64Array[];

/**
 * Prepares past launches for comparison.
 * @param x [launches × inputs]
 */
export function productLikeness(
  respects: readonly ProductRespect[],
  x: Float32Array,
  launches: number,
): ProductLikeness {
  const inputs = x.length / launches;
  const past = Array.from({ length: launches }, (_, i) => x.subarray(i * inputs, (i + 1) * inputs));
  const comparers = respects.map((respect) => comparerOf(respect, past));
  return (own, count) => {
    const alike = comparers.map((compare) => compare(own, count));
    // A line grows with its numbers, and says nothing about how near they are.
    const near = alike.filter((_, k) => respects[k]!.kind !== 'line');
    return [...alike, ...nearness(near, count)];
  };
}

type Comparer = (own: Float32Array, count: number) => Float64Array;

function comparerOf(respect: ProductRespect, past: readonly Float32Array[]): Comparer {
  if (respect.kind === 'marks') return marksComparer(respect, past);
  if (respect.kind === 'line') return lineComparer(respect, past);
  return bellComparer(respect, past);
}

/** Compares by lists of the launches that have each mark, as text search does. */
function marksComparer(respect: MarksRespect, past: readonly Float32Array[]): Comparer {
  const having = Array.from(respect.rarity, (): { launch: number; share: number }[] => []);
  past.forEach((x, launch) => {
    for (const { mark, share } of markShares(respect, x)) having[mark]!.push({ launch, share });
  });
  return (own, count) => {
    const alike = new Float64Array(count);
    for (const { mark, share } of markShares(respect, own))
      for (const other of having[mark]!) {
        if (other.launch >= count) break;
        alike[other.launch] = alike[other.launch]! + share * other.share;
      }
    return alike;
  };
}

/** Returns the marks of a product by rarity, as a vector of length 1. */
function markShares({ from, count, rarity }: MarksRespect, x: Float32Array) {
  const marks: { readonly mark: number; readonly value: number }[] = [];
  for (let mark = 0; mark < count; mark++) {
    const value = x[from + mark]! * rarity[mark]!;
    if (value !== 0) marks.push({ mark, value });
  }
  const length = Math.hypot(...marks.map(({ value }) => value));
  return marks.map(({ mark, value }) => ({ mark, share: value / length }));
}

function lineComparer(
  { from, count: columns, middle }: LineRespect,
  past: readonly Float32Array[],
): Comparer {
  const around = (x: Float32Array) =>
    Float64Array.from(middle, (usual, column) => x[from + column]! - usual);
  const others = past.map(around);
  return (x, count) => {
    const own = around(x);
    const alike = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const other = others[i]!;
      let product = 0;
      for (let column = 0; column < columns; column++) product += own[column]! * other[column]!;
      alike[i] = product;
    }
    return alike;
  };
}

function bellComparer({ from, spread }: BellRespect, past: readonly Float32Array[]): Comparer {
  const others = Float64Array.from(past, (x) => x[from]!);
  return (x, count) => {
    const alike = new Float64Array(count);
    for (let i = 0; i < count; i++)
      alike[i] = Math.exp(-(((x[from]! - others[i]!) / spread) ** 2) / 2);
    return alike;
  };
}

function nearness(alike: readonly Float64Array[], count: number): Float64Array[] {
  const apart = new Float64Array(count);
  for (const own of alike)
    for (let i = 0; i < count; i++) apart[i] = apart[i]! + (1 - own[i]!) / alike.length;
  return NEARNESS.map((sharpness) => apart.map((distance) => Math.exp(-sharpness * distance)));
}
