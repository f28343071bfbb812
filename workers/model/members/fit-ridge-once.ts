import { seededRandom } from '#core/base/random.ts';
import { fitRidge } from '#core/model/ridge/marginal-likelihood.ts';
import type { RidgeTask } from '#core/model/ridge/ridge-task.ts';
import type { Ridge } from '#core/model/ridge/ridge.ts';
import { openNormalMatrix } from '#learning/wasm/normal-matrix.ts';
import { memoise, type Journal } from '#workers/runtime/journal.ts';
import { runSteps } from '#workers/runtime/run-steps.ts';

export interface RidgeHost {
  readonly journal: Journal;
  /** Lets messages through; throws to stop. */
  readonly breathe: () => Promise<void>;
}

/** Returns the ridge, from the journal or newly fitted. */
export function fitRidgeOnce(
  { lessons, options, seed }: RidgeTask,
  { journal, breathe }: RidgeHost,
): Promise<Ridge> {
  const inMemory = { random: seededRandom(seed), openNormalMatrix };
  const fit = () => runSteps(fitRidge(lessons, { ...options, ...inMemory }), breathe);
  return memoise(journal, ['ridge', lessons, options, seed], fit);
}
