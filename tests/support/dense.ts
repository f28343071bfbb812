// Plain linear algebra with which tests compare the sparse and iterative code.

import type { RidgeRows } from '#core/model/ridge/ridge-rows.ts';

/** A matrix as rows of numbers. */
export type Dense = readonly (readonly number[])[];

/** Solves a linear system by Gaussian elimination with partial pivoting. */
export function solveDense(matrix: Dense, target: ArrayLike<number>): number[] {
  const system = matrix.map((row, i) => [...row, target[i]!]);
  const size = system.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const greatest = system
      .slice(pivot)
      .reduce((a, b) => (Math.abs(b[pivot]!) > Math.abs(a[pivot]!) ? b : a));
    const at = system.indexOf(greatest);
    [system[pivot], system[at]] = [greatest, system[pivot]!];
    for (let i = pivot + 1; i < size; i++) {
      const factor = system[i]![pivot]! / greatest[pivot]!;
      for (let j = pivot; j <= size; j++) system[i]![j] = system[i]![j]! - factor * greatest[j]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const known = dot(system[i]!.slice(i + 1, size), solution.slice(i + 1));
    solution[i] = (system[i]![size]! - known) / system[i]![i]!;
  }
  return solution;
}

/** Returns the w that minimises Σ precision (target − matrix w)² + Σ penalty w². */
export function solveRidge(
  matrix: Dense,
  target: ArrayLike<number>,
  { precision, penalties }: { precision: ArrayLike<number>; penalties: ArrayLike<number> },
): number[] {
  const columns = Array.from(penalties, (_, j) => matrix.map((row) => row[j]!));
  const weighed = columns.map((column) => column.map((value, i) => value * precision[i]!));
  const system = weighed.map((one, j) =>
    columns.map((other, k) => dot(one, other) + (j === k ? penalties[j]! : 0)),
  );
  return solveDense(
    system,
    weighed.map((column) => dot(column, target)),
  );
}

export function times(matrix: Dense, vector: ArrayLike<number>): number[] {
  return matrix.map((row) => dot(row, vector));
}

export function transposed(matrix: Dense): number[][] {
  return (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j]!));
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** Returns each row's product inputs (with a constant) times all its action columns, and an indicator of its batch. */
export function denseInteractions({
  x,
  phi,
  batch,
}: Pick<RidgeRows, 'x' | 'phi' | 'batch'>): number[][] {
  const [inputs, basis] = [x.length / batch.length, phi.length / batch.length];
  const batches = 1 + Math.max(...batch);
  return Array.from(batch, (own, row) => {
    const product = [1, ...x.slice(row * inputs, (row + 1) * inputs)];
    const action = [...phi.slice(row * basis, (row + 1) * basis)];
    const marks = Array.from({ length: batches }, (_, each) => (each === own ? 1 : 0));
    return [...product.flatMap((value) => action.map((each) => value * each)), ...marks];
  });
}
