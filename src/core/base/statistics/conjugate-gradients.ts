// Solves a symmetric positive definite system that is known by its products only: conjugate gradients with a diagonal
// preconditioner (Hestenes and Stiefel 1952).

export interface LinearSystem {
  readonly multiply: (vector: Float64Array) => Float64Array;
  /** Diagonal of the matrix, positive everywhere. */
  readonly diagonal: Float64Array;
}

interface SolveOptions {
  /** Starting point; overwritten with the solution. */
  readonly start: Float64Array;
  readonly maxSteps: number;
  /** Largest squared norm of the residual, relative to that of the target, both weighted by the preconditioner. */
  readonly tolerance: number;
}

/** Solves the system for a target, [n]. Yields after every step, so that the caller can pause. */
export function* solve(
  { multiply, diagonal }: LinearSystem,
  target: Float64Array,
  { start: solution, maxSteps, tolerance }: SolveOptions,
): Generator<void, Float64Array> {
  const product = multiply(solution);
  const residual = target.map((value, i) => value - product[i]!);
  const enough = tolerance * weighted(target, target, diagonal);
  let length = weighted(residual, residual, diagonal);
  const direction = residual.map((value, i) => value / diagonal[i]!);
  for (let step = 0; step < maxSteps && length > enough; step++) {
    const along = multiply(direction);
    const pace = length / dot(direction, along);
    for (let i = 0; i < solution.length; i++) {
      solution[i] = solution[i]! + pace * direction[i]!;
      residual[i] = residual[i]! - pace * along[i]!;
    }
    const before = length;
    length = weighted(residual, residual, diagonal);
    for (let i = 0; i < direction.length; i++)
      direction[i] = residual[i]! / diagonal[i]! + (length / before) * direction[i]!;
    yield;
  }
  return solution;
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

function weighted(a: Float64Array, b: Float64Array, diagonal: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i]! * b[i]!) / diagonal[i]!;
  return total;
}
