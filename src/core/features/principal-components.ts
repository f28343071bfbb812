// Principal components by subspace iteration (Halko, Martinsson & Tropp 2011, without the random sampling of rows).
// Each round multiplies orthonormal directions by the data's scatter matrix and orthonormalises them again.

import type { Random } from '../random.ts';

export interface PrincipalComponents {
  /** Mean vector, [size]. */
  readonly mean: Float32Array;
  /** Orthonormal directions, [count × size], largest variance first. */
  readonly directions: Float32Array;
  /** Standard deviation along each direction, [count]. */
  readonly deviations: Float32Array;
}

/**
 * Number of iterations. For titles the spanned space has settled by then; the exact basis within it does not matter.
 */
const ROUNDS = 6;

/**
 * Fits up to `count` principal components; fewer where the vectors vary in fewer directions.
 * @param vectors vectors of one common size
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

/** Returns a vector's coordinate along each direction, divided by the standard deviation of the first direction. */
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

/** Returns the scatter matrix of the vectors times the direction. */
function scattered(vectors: readonly Float32Array[], direction: Float64Array): Float64Array {
  const sums = new Float64Array(direction.length);
  for (const vector of vectors) {
    const along = dot(vector, direction);
    for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + along * vector[i]!;
  }
  return sums;
}

const LEAST_LENGTH = 1e-9;

/** Orthonormalises by Gram–Schmidt; drops a direction that the others already span. */
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
