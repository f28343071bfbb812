// Symmetric matrices, stored as their lower half.

import { dot } from '#core/base/statistics/vectors.ts';

/** Lower half of a matrix: the entry of row i and column j ≤ i is at i (i + 1) / 2 + j. */
export type Pairs = Float64Array;

/** Builds a matrix of `size` rows from its entries; `at` is the place of an entry in the lower half. */
export function pairsOf(
  size: number,
  valueOf: (i: number, j: number, at: number) => number,
): Pairs {
  const pairs = new Float64Array((size * (size + 1)) / 2);
  for (let i = 0, at = 0; i < size; i++)
    for (let j = 0; j <= i; j++, at++) pairs[at] = valueOf(i, j, at);
  return pairs;
}

/** Returns the matrix times a vector, [size]. */
export function pairTimes(matrix: Pairs, vector: Float64Array): Float64Array {
  const product = new Float64Array(vector.length);
  for (let i = 0, at = 0; i < vector.length; i++) {
    for (let j = 0; j < i; j++, at++) {
      product[i] = product[i]! + matrix[at]! * vector[j]!;
      product[j] = product[j]! + matrix[at]! * vector[i]!;
    }
    product[i] = product[i]! + matrix[at++]! * vector[i]!;
  }
  return product;
}

/** Returns the inverse of a positive definite matrix, by its Cholesky factor: A = L Lᵀ, A⁻¹ = L⁻ᵀ L⁻¹. */
export function invert(matrix: Pairs, size: number): Pairs {
  const root = invertedRoot(choleskyFactor(matrix, size), size);
  const inverse = new Float64Array(matrix.length);
  // Two rows of the root at a time, so that the inverse is read and written half as often; the earlier one ends a
  // column sooner.
  for (let k = size - 1; k > 0; k -= 2) {
    const later = rowAt(k);
    const earlier = rowAt(k - 1);
    for (let i = 0, at = 0; i < k; i++) {
      const one = root[later + i]!;
      const other = root[earlier + i]!;
      for (let j = 0; j <= i; j++, at++)
        inverse[at] = inverse[at]! + one * root[later + j]! + other * root[earlier + j]!;
    }
    const corner = root[later + k]!;
    for (let j = 0; j <= k; j++)
      inverse[later + j] = inverse[later + j]! + corner * root[later + j]!;
  }
  if (size % 2 === 1) inverse[0] = inverse[0]! + root[0]! ** 2;
  return inverse;
}

/** Returns A⁻¹ v of a positive definite matrix A, [size]. */
export function solve(matrix: Pairs, vector: Float64Array): Float64Array {
  const size = vector.length;
  const factor = choleskyFactor(matrix, size);
  const solution = vector.slice();
  for (let i = 0; i < size; i++) {
    const row = rowAt(i);
    let left = solution[i]!;
    for (let j = 0; j < i; j++) left -= factor[row + j]! * solution[j]!;
    solution[i] = left / factor[row + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    const row = rowAt(i);
    const value = solution[i]! / factor[row + i]!;
    solution[i] = value;
    for (let j = 0; j < i; j++) solution[j] = solution[j]! - value * factor[row + j]!;
  }
  return solution;
}

/** Returns the sum of the diagonal. */
export function traceOf(matrix: Pairs, size: number): number {
  let trace = 0;
  for (let i = 0; i < size; i++) trace += matrix[diagonalAt(i)]!;
  return trace;
}

/** Returns the trace of the product of two matrices. */
export function traceOfProduct(a: Pairs, b: Pairs, size: number): number {
  let diagonal = 0;
  for (let i = 0; i < size; i++) diagonal += a[diagonalAt(i)]! * b[diagonalAt(i)]!;
  return 2 * dot(a, 0, b, 0, a.length) - diagonal;
}

export function diagonalAt(i: number): number {
  return rowAt(i) + i;
}

function rowAt(i: number): number {
  return (i * (i + 1)) / 2;
}

/** Returns L, lower triangular. Two rows and two columns at a time, so that numbers are read half as often. */
function choleskyFactor(matrix: Pairs, size: number): Pairs {
  const factor = matrix.slice();
  const paired = size - (size % 2);
  for (let i = 0; i < paired; i += 2) {
    for (let j = 0; j < i; j += 2) factorBlock(factor, i, j);
    factorEntry(factor, i, i);
    factorEntry(factor, i + 1, i);
    factorEntry(factor, i + 1, i + 1);
  }
  if (paired < size) for (let j = 0; j < size; j++) factorEntry(factor, paired, j);
  return factor;
}

/** Writes the entry of row i and column j, by those before it in rows i and j. */
function factorEntry(factor: Pairs, i: number, j: number): void {
  const row = rowAt(i);
  const other = rowAt(j);
  const left = factor[row + j]! - dot(factor, row, factor, other, j);
  factor[row + j] = i === j ? Math.sqrt(left) : left / factor[other + j]!;
}

/** Writes the entries of rows i and i + 1 in columns j and j + 1, all left of the diagonal. */
function factorBlock(factor: Pairs, i: number, j: number): void {
  const [row, next, other, after] = [rowAt(i), rowAt(i + 1), rowAt(j), rowAt(j + 1)];
  let inRow = 0;
  let inNext = 0;
  let inRowAfter = 0;
  let inNextAfter = 0;
  for (let k = 0; k < j; k++) {
    const ofRow = factor[row + k]!;
    const ofNext = factor[next + k]!;
    const ofOther = factor[other + k]!;
    const ofAfter = factor[after + k]!;
    inRow += ofRow * ofOther;
    inNext += ofNext * ofOther;
    inRowAfter += ofRow * ofAfter;
    inNextAfter += ofNext * ofAfter;
  }
  const corner = factor[other + j]!;
  const first = (factor[row + j]! - inRow) / corner;
  const second = (factor[next + j]! - inNext) / corner;
  factor[row + j] = first;
  factor[next + j] = second;
  const side = factor[after + j]!;
  const last = factor[after + j + 1]!;
  factor[row + j + 1] = (factor[row + j + 1]! - inRowAfter - first * side) / last;
  factor[next + j + 1] = (factor[next + j + 1]! - inNextAfter - second * side) / last;
}

/**
 * Returns L⁻¹, lower triangular. Row i is that of the identity, less the earlier rows times L's entries, divided by L's
 * diagonal entry.
 */
function invertedRoot(factor: Pairs, size: number): Pairs {
  const inverse = new Float64Array(factor.length);
  for (let i = 0; i < size; i++) {
    const row = rowAt(i);
    const own = factor[row + i]!;
    for (let k = i - 1; k >= 0; k--) {
      const other = rowAt(k);
      const share = factor[row + k]! / own;
      for (let j = 0; j <= k; j++)
        inverse[row + j] = inverse[row + j]! - share * inverse[other + j]!;
    }
    inverse[row + i] = 1 / own;
  }
  return inverse;
}
