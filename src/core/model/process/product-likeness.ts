// How alike a product is to those of past launches, in each respect and in all together.

import type { LineRespect, MarksRespect, ProductRespect } from './respects.ts';

/** How fast nearness falls with the mean distance in all respects: slowly, so that many are near, and fast. */
const NEARNESS = [2.5, 6];

/** Number of likenesses of products: one for each respect, and nearness. */
export function likenessCount(respects: readonly ProductRespect[]): number {
  return respects.length + NEARNESS.length;
}

/**
 * Prepares past launches for comparison. The result takes a product's inputs, [inputs], and gives its likeness to each
 * launch, [respects and nearness][launches].
 * @param x [launches × inputs]
 */
export function productLikeness(
  respects: readonly ProductRespect[],
  x: Float32Array,
  launches: number,
): (own: Float32Array) => Float64Array[] {
  const inputs = x.length / launches;
  const past = Array.from({ length: launches }, (_, i) => x.subarray(i * inputs, (i + 1) * inputs));
  const comparers = respects.map((respect) => comparerOf(respect, past));
  return (own) => {
    const alike = comparers.map((compare) => compare(own));
    // A line grows with its numbers, and says nothing about how near they are.
    const near = alike.filter((_, k) => respects[k]!.kind !== 'line');
    return [...alike, ...nearness(near, launches)];
  };
}

type Comparer = (own: Float32Array) => Float64Array;

function comparerOf(respect: ProductRespect, past: readonly Float32Array[]): Comparer {
  if (respect.kind === 'marks') return marksComparer(respect, past);
  if (respect.kind === 'line') return lineComparer(respect, past);
  const { from, spread } = respect;
  return (own) =>
    Float64Array.from(past, (other) =>
      Math.exp(-(((own[from]! - other[from]!) / spread) ** 2) / 2),
    );
}

/** Compares by lists of the launches that have each mark, as text search does. */
function marksComparer(respect: MarksRespect, past: readonly Float32Array[]): Comparer {
  const having = Array.from(respect.rarity, (): { launch: number; share: number }[] => []);
  past.forEach((x, launch) => {
    for (const { mark, share } of markShares(respect, x)) having[mark]!.push({ launch, share });
  });
  return (own) => {
    const alike = new Float64Array(past.length);
    for (const { mark, share } of markShares(respect, own))
      for (const other of having[mark]!)
        alike[other.launch] = alike[other.launch]! + share * other.share;
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
  { from, count, middle }: LineRespect,
  past: readonly Float32Array[],
): Comparer {
  const around = (x: Float32Array) =>
    Float64Array.from(middle, (usual, column) => x[from + column]! - usual);
  const others = past.map(around);
  return (x) => {
    const own = around(x);
    return Float64Array.from(others, (other) => {
      let product = 0;
      for (let column = 0; column < count; column++) product += own[column]! * other[column]!;
      return product;
    });
  };
}

function nearness(alike: readonly Float64Array[], launches: number): Float64Array[] {
  const apart = new Float64Array(launches);
  for (const own of alike)
    for (let j = 0; j < launches; j++) apart[j] = apart[j]! + (1 - own[j]!) / alike.length;
  return NEARNESS.map((sharpness) => apart.map((distance) => Math.exp(-sharpness * distance)));
}
