import { createContext } from 'svelte';
import { AppError } from '#core/base/errors.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { ComputePreference, TrainingReport } from '#core/model/training/training-report.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import type { StoppablePart, StopPoint } from '#core/model/training/stop-point.ts';
import type { TrainingSettings } from '#core/model/training/training-settings.ts';
import type { UnfinishedRun } from '#core/model/training/unfinished-run.ts';
import { model, PartStops } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { later } from '../base/later.ts';

const { saveSetting } = later(() => import('#storage/app/settings.ts'));
const { deleteRun, noteStopPoint } = later(() => import('#storage/model/training-runs.ts'));

const jobs = {
  trainModel: model.trainModel,
  deleteRun,
  noteStopPoint,
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
  #stops = new PartStops();
  /** Part of this run that the seller stopped last. */
  #asked = $state<StoppablePart | null>(null);

  constructor(withJobs: TrainingJobs = jobs) {
    this.#jobs = withJobs;
  }

  /** Its subject is the ID of the data set. */
  get phase(): JobPhase<TrainingReport, number, TrainingProgress> {
    return this.#job.phase;
  }

  /** What stopping now would keep; null where nothing can be left out. */
  get stopPoint(): StopPoint | null {
    const point = this.#job.progress?.stopPoint ?? null;
    return point?.part === this.#asked ? null : point;
  }

  /** Part of the run that the seller stopped last; null where the run is whole. */
  get stoppedPart(): StoppablePart | null {
    return this.#asked ?? this.#job.progress?.stopped.at(-1)?.part ?? null;
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
    return this.#run(request, { before: () => this.#jobs.declineLanguageModel() });
  }

  /** Stops what is running and keeps the best that it has; what a tested model needs goes on. */
  stopAndKeep(): void {
    const point = this.stopPoint;
    if (!point) return;
    this.#asked = point.part;
    this.#stops.stop(point.part);
  }

  /** Goes on with a paused run where it was, only to stop what was running then. */
  async stopPaused({ stopPoint, ...run }: UnfinishedRun): Promise<TrainingReport | null> {
    if (this.#job.isRunning || !stopPoint) return null;
    const { datasetId, compute, settings } = run;
    return this.#run({ datasetId, compute, settings }, { stopped: stopPoint.part });
  }

  /** Stops at once for the seller; the worker may need a moment, and the next job waits for it. */
  cancel(): void {
    this.#job.cancel();
  }

  /** Cancels the run and notes what stopping would keep, so that it can be stopped later as well. */
  async pause(): Promise<void> {
    const { phase } = this;
    if (phase.status !== 'running') return;
    const { subject: datasetId, progress } = phase;
    this.cancel();
    if (!progress?.stopPoint) return;
    try {
      await this.#jobs.noteStopPoint(datasetId, progress.stopPoint);
    } catch (error) {
      this.#job.fail(datasetId, error);
    }
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

  /** @param start what comes first, and the part to stop once the run is where it was */
  #run(
    request: TrainingRequest,
    { before, stopped }: { before?: () => Promise<void>; stopped?: StoppablePart } = {},
  ): Promise<TrainingReport | null> {
    this.#request = request;
    const stops = (this.#stops = new PartStops());
    this.#asked = stopped ?? null;
    if (stopped) stops.stop(stopped);
    return this.#job.run(request.datasetId, async (options) => {
      if (before) await before();
      return this.#outliveCrashes(() => this.#jobs.trainModel(request, { ...options, stops }));
    });
  }
}

export const [useTrainingSession, provideTrainingSession] = createContext<TrainingSession>();
