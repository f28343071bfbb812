// The directions in which vectors differ most, by subspace iteration (Halko, Martinsson & Tropp 2011, without the random sampling of
// rows): orthonormal directions times the data's scatter, orthonormal again, until they settle.

import type { Random } from '../random.ts';

export interface PrincipalComponents {
  /** [size] */
  readonly mean: Float32Array;
  /** [count, size]: orthonormal, that of the largest variance first. */
  readonly directions: Float32Array;
  /** Standard deviation along each. */
  readonly deviations: Float32Array;
}

/** On titles the space that the directions span is settled by then; where it ends within it matters to nobody. */
const ROUNDS = 6;

/**
 * Fewer than `count` where the vectors differ in fewer directions.
 * @param vectors all of one size
 */
export function principalComponents(
  vectors: readonly Float32Array[],
  count: number,
  random: Random,
): PrincipalComponents {
  const size = vectors[0]?.length ?? 0;
  const mean = meanOf(vectors, size);
  const centred = vectors.map((vector) => vector.map((value, i) => value - mean[i]!));
  const most = Math.min(count, size, Math.max(0, vectors.length - 1));
  let directions = orthonormal(
    Array.from({ length: most }, () => Float64Array.from({ length: size }, () => random() - 0.5)),
  );
  for (let round = 0; round < ROUNDS; round++)
    directions = orthonormal(directions.map((direction) => scattered(centred, direction)));
  const variances = directions.map((direction) => {
    const square = centred.reduce((sum, vector) => sum + dot(vector, direction) ** 2, 0);
    return square / vectors.length;
  });
  const order = [...variances.keys()].sort((a, b) => variances[b]! - variances[a]!);
  return {
    mean,
    directions: Float32Array.from(order.flatMap((i) => [...directions[i]!])),
    deviations: Float32Array.from(order, (i) => Math.sqrt(variances[i]!)),
  };
}

/** Where a vector lies along each direction, in the standard deviations of the first. */
export function project(
  { mean, directions, deviations }: PrincipalComponents,
  vector: Float32Array,
): Float32Array {
  const size = mean.length;
  return deviations.map((_, k) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += (vector[i]! - mean[i]!) * directions[k * size + i]!;
    return sum / deviations[0]!;
  });
}

function meanOf(vectors: readonly Float32Array[], size: number): Float32Array {
  const sums = new Float64Array(size);
  for (const vector of vectors) for (let i = 0; i < size; i++) sums[i] = sums[i]! + vector[i]!;
  return Float32Array.from(sums, (sum) => sum / vectors.length);
}

/** What the vectors' scatter makes of a direction. */
function scattered(vectors: readonly Float32Array[], direction: Float64Array): Float64Array {
  const sums = new Float64Array(direction.length);
  for (const vector of vectors) {
    const along = dot(vector, direction);
    for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + along * vector[i]!;
  }
  return sums;
}

const LEAST_LENGTH = 1e-9;

/** Gram and Schmidt; a direction that the others span is left out. */
function orthonormal(directions: readonly Float64Array[]): Float64Array[] {
  const found: Float64Array[] = [];
  for (const direction of directions) {
    const before = Math.sqrt(dot(direction, direction));
    const left = Float64Array.from(direction);
    for (const other of found) {
      const along = dot(left, other);
      for (let i = 0; i < left.length; i++) left[i] = left[i]! - along * other[i]!;
    }
    const length = Math.sqrt(dot(left, left));
    if (length > LEAST_LENGTH * before && before > 0)
      found.push(left.map((value) => value / length));
  }
  return found;
}

function dot(a: Float32Array | Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
