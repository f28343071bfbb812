// Finds pictures that show nearly the same: the same article from two suppliers, recompressed, resized, or cut closer.

import { hashHalves, onesIn } from './difference-hash.ts';
import type { PictureFacts, ProductPicture } from './product-picture.ts';

/** Most bits of 64 that two hashes of nearly the same picture differ in. */
const MOST_BITS = 6;
/** Hashes with fewer ones, or zeros, have too little in them to tell pictures apart: an even ground has none. */
const LEAST_BITS = 6;
const BITS = 64;
/** Most that the means of two products differ: a shape in another colour is another article. */
const MOST_DIFFERENCE = 0.06;

type Compared = Pick<ProductPicture, 'id' | 'facts'>;

/**
 * Returns groups of nearly the same pictures by their IDs, two or more in each, in the order of the pictures. Two are
 * alike where their difference hashes differ in at most MOST_BITS bits and the colours of their products hardly differ.
 * Pictures with hardly anything in them are left out.
 */
export function nearDuplicates(pictures: readonly Compared[]): number[][] {
  const told = pictures.filter(({ facts }) => hasContent(facts));
  const brightness = told.map(({ facts }) => facts.brightness);
  // Those of like brightness stand together, so that thousands need not be compared with all others.
  const order = [...told.keys()].sort((a, b) => brightness[a]! - brightness[b]!);
  const halves = told.map(({ facts }) => hashHalves(facts.hash));
  const high = Int32Array.from(halves, ([half]) => half);
  const low = Int32Array.from(halves, ([, half]) => half);
  const groups = new Groups(told.length);
  for (const [place, i] of order.entries()) {
    for (let next = place + 1; next < order.length; next++) {
      const j = order[next]!;
      if (brightness[j]! - brightness[i]! > MOST_DIFFERENCE) break;
      const bits = onesIn(high[i]! ^ high[j]!) + onesIn(low[i]! ^ low[j]!);
      if (bits <= MOST_BITS && areAlike(told[i]!.facts, told[j]!.facts)) groups.join(i, j);
    }
  }
  return groups.all().map((members) => members.map((i) => told[i]!.id));
}

function hasContent({ hash }: PictureFacts): boolean {
  const [high, low] = hashHalves(hash);
  const ones = onesIn(high) + onesIn(low);
  return ones >= LEAST_BITS && ones <= BITS - LEAST_BITS;
}

function areAlike(one: PictureFacts, other: PictureFacts): boolean {
  const measures = ['brightness', 'saturation', 'warmth'] as const;
  return measures.every((name) => Math.abs(one[name] - other[name]) <= MOST_DIFFERENCE);
}

/** Groups of numbers that were joined, directly or through others. */
class Groups {
  readonly #parent: Int32Array;

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, i) => i);
  }

  join(one: number, other: number): void {
    const [a, b] = [this.#root(one), this.#root(other)];
    this.#parent[Math.max(a, b)] = Math.min(a, b);
  }

  /** Returns the groups of two or more, by their first. */
  all(): number[][] {
    const groups = new Map<number, number[]>();
    for (let i = 0; i < this.#parent.length; i++) {
      const root = this.#root(i);
      groups.set(root, [...(groups.get(root) ?? []), i]);
    }
    return [...groups.values()].filter(({ length }) => length > 1);
  }

  #root(of: number): number {
    let root = of;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    return root;
  }
}
