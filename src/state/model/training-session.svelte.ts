import { createContext } from 'svelte';
import { AppError } from '#core/base/errors.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type {
  ComputePreference,
  TrainingProgress,
  TrainingReport,
} from '#core/model/training/training-report.ts';
import type { TrainingSettings } from '#core/model/training/training-settings.ts';
import { model } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { later } from '../base/later.ts';

const { saveSetting } = later(() => import('#storage/app/settings.ts'));
const { deleteRun } = later(() => import('#storage/model/training-runs.ts'));

const jobs = {
  trainModel: model.trainModel,
  deleteRun,
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
  readonly #job = new JobState<TrainingReport, number, TrainingProgress>();
  #request: TrainingRequest | null = null;

  constructor(withJobs: TrainingJobs = jobs) {
    this.#jobs = withJobs;
  }

  /** Its subject is the ID of the data set. */
  get phase(): JobPhase<TrainingReport, number, TrainingProgress> {
    return this.#job.phase;
  }

  /** Trains a model. Returns the report, or null where the run was stopped or failed. */
  async start(
    datasetId: number,
    compute: ComputePreference,
    settings: TrainingSettings,
  ): Promise<TrainingReport | null> {
    if (this.#job.isRunning) return null;
    return this.#run({ datasetId, compute, settings });
  }

  /**
   * Stops waiting for the language model, now and later. Starts the run again, which loses nothing: names are read
   * first.
   */
  async goOnWithoutLanguage(): Promise<TrainingReport | null> {
    const request = this.#request;
    if (!this.#job.isRunning || !request) return null;
    return this.#run(request, () => this.#jobs.declineLanguageModel());
  }

  /** Stops at once for the seller; the worker may need a moment, and the next job waits for it. */
  cancel(): void {
    this.#job.cancel();
  }

  /** Discards an interrupted training run with what it had learnt. */
  async discard(datasetId: number): Promise<void> {
    try {
      await this.#jobs.deleteRun(datasetId);
    } catch (error) {
      this.#job.fail(datasetId, error);
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

  #run(request: TrainingRequest, before?: () => Promise<void>): Promise<TrainingReport | null> {
    this.#request = request;
    return this.#job.run(request.datasetId, async (options) => {
      if (before) await before();
      return this.#outliveCrashes(() => this.#jobs.trainModel(request, options));
    });
  }
}

export const [useTrainingSession, provideTrainingSession] = createContext<TrainingSession>();
