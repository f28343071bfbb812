import wasmUrl from 'highs/runtime?url';
import { AppError } from '#core/base/errors.ts';
import { openSolver, type Solver } from './solver.ts';

let solver: Promise<Solver> | undefined;

/** Returns the solver, loaded once. Throws AppError solver-unavailable. */
export function fetchedSolver(): Promise<Solver> {
  return (solver ??= openSolver(fetchSolver));
}

async function fetchSolver(): Promise<ArrayBuffer> {
  const response = await fetch(wasmUrl);
  if (!response.ok) {
    throw new AppError('solver-unavailable', `expected the solver, got ${response.status}`);
  }
  return response.arrayBuffer();
}
