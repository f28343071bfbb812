import { createContext } from 'svelte';
import { AppError, isAbort } from '#core/base/errors.ts';
import type {
  ComputePreference,
  TrainingProgress,
  TrainingReport,
} from '#core/model/training/training-report.ts';
import type { TrainingSettings } from '#core/model/training/training-settings.ts';
import { model } from '#jobs/jobs.ts';
import { later } from '../base/later.ts';

const { saveSetting } = later(() => import('#storage/app/settings.ts'));
const { discardRun } = later(() => import('#storage/model/training-runs.ts'));

export type TrainingPhase =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly datasetId: number;
      readonly progress: TrainingProgress | null;
    }
  | { readonly status: 'done'; readonly report: TrainingReport }
  | { readonly status: 'failed'; readonly datasetId: number; readonly error: unknown };

const jobs = {
  trainModel: model.trainModel,
  discardRun,
  declineLanguageModel: () => saveSetting('usesLanguageModel', false),
};
export type TrainingJobs = typeof jobs;
type TrainingRequest = Parameters<TrainingJobs['trainModel']>[0];

/** Largest number of attempts: a worker that crashes again and again makes no progress. */
const MOST_CRASHES = 3;

/**
 * One training run. It goes on while the seller moves between pages; a stored model stays until a new one is complete.
 */
export class TrainingSession {
  readonly #jobs: TrainingJobs;
  #phase = $state.raw<TrainingPhase>({ status: 'idle' });
  #controller = new AbortController();
  #request: TrainingRequest | null = null;

  constructor(withJobs: TrainingJobs = jobs) {
    this.#jobs = withJobs;
  }

  get phase(): TrainingPhase {
    return this.#phase;
  }

  /** Trains a model. Returns the report, or null where the run was stopped or failed. */
  async start(
    datasetId: number,
    compute: ComputePreference,
    settings: TrainingSettings,
  ): Promise<TrainingReport | null> {
    if (this.#phase.status === 'running') return null;
    this.#phase = { status: 'running', datasetId, progress: null };
    return this.#run({ datasetId, compute, settings });
  }

  /**
   * Stops waiting for the language model, now and later. Starts the run again, which loses nothing: names are read
   * first.
   */
  async goOnWithoutLanguage(): Promise<TrainingReport | null> {
    const request = this.#request;
    if (this.#phase.status !== 'running' || !request) return null;
    this.#controller.abort();
    this.#phase = { ...this.#phase, progress: null };
    return this.#run(request, () => this.#jobs.declineLanguageModel());
  }

  /** Stops at once for the seller; the worker may need a moment, and the next job waits for it. */
  cancel(): void {
    this.#controller.abort();
    this.#phase = { status: 'idle' };
  }

  /** Discards an interrupted training run with what it had learnt. */
  async discard(datasetId: number): Promise<void> {
    try {
      await this.#jobs.discardRun(datasetId);
    } catch (error) {
      this.#phase = { status: 'failed', datasetId, error };
    }
  }

  /** Restarts a worker that crashed, up to `MOST_CRASHES` attempts; the training run goes on where it was. */
  async #outliveCrashes<T>(train: () => Promise<T>): Promise<T> {
    for (let crashes = 1; crashes < MOST_CRASHES; crashes++) {
      try {
        return await train();
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'worker-crashed')) throw error;
      }
    }
    return train();
  }

  async #run(
    request: TrainingRequest,
    before?: () => Promise<void>,
  ): Promise<TrainingReport | null> {
    const { datasetId } = (this.#request = request);
    const { signal } = (this.#controller = new AbortController());
    try {
      if (before) await before();
      const report = await this.#outliveCrashes(() =>
        this.#jobs.trainModel(request, {
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) this.#phase = { status: 'running', datasetId, progress };
          },
        }),
      );
      if (!signal.aborted) this.#phase = { status: 'done', report };
      return report;
    } catch (error) {
      if (!signal.aborted) {
        this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', datasetId, error };
      }
      return null;
    }
  }
}

export const [useTrainingSession, provideTrainingSession] = createContext<TrainingSession>();
