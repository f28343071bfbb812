// Principal components by subspace iteration (Halko, Martinsson & Tropp 2011, without the random sampling of rows).
// Each round multiplies orthonormal directions by the data's scatter matrix and orthonormalises them again.

import type { Random } from '../random.ts';
import { addScaled, dot } from './vectors.ts';

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
 * @param vectors [vectors][size]
 */
export function principalComponents(
  vectors: readonly Float32Array[],
  count: number,
  random: Random,
): PrincipalComponents {
  const size = vectors[0]?.length ?? 0;
  const mean = meanOf(vectors, size);
  const centred = centredOn(mean, vectors);
  const most = Math.min(count, size, Math.max(0, vectors.length - 1));
  let directions = orthonormal(
    Array.from({ length: most }, () => Float64Array.from({ length: size }, () => random() - 0.5)),
  );
  for (let round = 0; round < ROUNDS; round++)
    directions = orthonormal(scattered(centred, directions));
  const variances = directions.map((direction) => {
    let square = 0;
    for (let at = 0; at < centred.length; at += size)
      square += dot(centred, at, direction, 0, size) ** 2;
    return square / vectors.length;
  });
  const order = [...variances.keys()].sort((a, b) => variances[b]! - variances[a]!);
  return {
    mean,
    directions: Float32Array.from(order.flatMap((i) => [...directions[i]!])),
    deviations: Float32Array.from(order, (i) => Math.sqrt(variances[i]!)),
  };
}

/**
 * Returns a vector's coordinate along each direction, [count], divided by the standard deviation of the first
 * direction.
 * @param vector [size]
 */
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

/** Returns the vectors less their mean, [vectors × size], row-major. */
function centredOn(mean: Float32Array, vectors: readonly Float32Array[]): Float64Array {
  const centred = new Float64Array(vectors.length * mean.length);
  vectors.forEach((vector, row) => {
    for (let i = 0; i < mean.length; i++) centred[row * mean.length + i] = vector[i]! - mean[i]!;
  });
  return centred;
}

/**
 * Returns the scatter matrix of the vectors times each direction.
 * @param centred [vectors × size], row-major
 */
function scattered(centred: Float64Array, directions: readonly Float64Array[]): Float64Array[] {
  const sums = directions.map(({ length }) => new Float64Array(length));
  const size = directions[0]?.length ?? 1;
  for (let at = 0; at < centred.length; at += size) {
    directions.forEach((direction, k) => {
      const along = dot(centred, at, direction, 0, size);
      addScaled(sums[k]!, 0, along, centred, at, size);
    });
  }
  return sums;
}

const LEAST_LENGTH = 1e-9;

/** Orthonormalises by Gram–Schmidt; drops a direction that the others already span. */
function orthonormal(directions: readonly Float64Array[]): Float64Array[] {
  const found: Float64Array[] = [];
  for (const direction of directions) {
    const size = direction.length;
    const before = lengthOf(direction);
    const left = Float64Array.from(direction);
    for (const other of found) {
      addScaled(left, 0, -dot(left, 0, other, 0, size), other, 0, size);
    }
    const length = lengthOf(left);
    if (length > LEAST_LENGTH * before && before > 0)
      found.push(left.map((value) => value / length));
  }
  return found;
}

function lengthOf(vector: Float64Array): number {
  return Math.sqrt(dot(vector, 0, vector, 0, vector.length));
}
