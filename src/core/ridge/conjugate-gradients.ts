// Solves a symmetric positive definite system that is known by its products only: conjugate gradients, preconditioned by the
// diagonal (Hestenes and Stiefel 1952).

export interface LinearSystem {
  readonly multiply: (vector: Float64Array) => Float64Array;
  /** Positive everywhere. */
  readonly diagonal: Float64Array;
}

interface SolveOptions {
  /** Where to begin; written over with the solution. */
  readonly start: Float64Array;
  readonly maxSteps: number;
  /** How much may be left of the target, in the norm of the preconditioner, squared. */
  readonly tolerance: number;
}

/** Yields after every step, so that a caller can breathe. */
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
