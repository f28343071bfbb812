import { createContext } from 'svelte';
import type { Day } from '#core/base/dates.ts';
import { isAbort } from '#core/base/errors.ts';
import type { Aim } from '#core/planning/plan/aim.ts';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import type { Progress } from '#core/base/progress.ts';
import { model } from '#jobs/jobs.ts';
import { localDay } from '../base/local-day.ts';

type PlanningPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly datasetId: number; readonly progress: Progress | null }
  | { readonly status: 'done'; readonly ranking: Ranking }
  | { readonly status: 'failed'; readonly datasetId: number; readonly error: unknown };

const jobs: Pick<typeof model, 'planLaunches'> = model;
export type PlanningJobs = typeof jobs;

/** Makes plans for all new products of a data set. */
export class PlanningSession {
  readonly #jobs: PlanningJobs;
  #phase = $state.raw<PlanningPhase>({ status: 'idle' });
  readonly #now: () => number;
  #today = $state.raw<Day>(0);
  #chosenDay = $state.raw<Day | null>(null);
  #controller = new AbortController();

  constructor(withJobs: PlanningJobs = jobs, now: () => number = Date.now) {
    this.#jobs = withJobs;
    this.#now = now;
    this.#today = localDay(now());
  }

  get phase(): PlanningPhase {
    return this.#phase;
  }

  /** Progress, 0–1; null where it is not known. */
  get fraction(): number | null {
    const progress = this.#phase.status === 'running' ? this.#phase.progress : null;
    return progress?.total ? progress.done / progress.total : null;
  }

  /** Earliest day of a launch: today, unless the seller chooses a later day. */
  get earliestDay(): Day {
    return Math.max(this.#chosenDay ?? this.#today, this.#today);
  }

  get today(): Day {
    return this.#today;
  }

  planFrom(day: Day): void {
    if (Number.isFinite(day)) this.#chosenDay = day;
  }

  /**
   * Makes plans. Returns the ranking, or null where the work was stopped or failed.
   * It counts as running from the click on, also while the aim is still being read.
   */
  async start(
    datasetId: number,
    { compute, aim }: { readonly compute: ComputePreference; readonly aim: Aim | Promise<Aim> },
  ): Promise<Ranking | null> {
    if (this.#phase.status === 'running') return null;
    const { signal } = (this.#controller = new AbortController());
    // The app may have been open for weeks.
    this.#today = localDay(this.#now());
    this.#phase = { status: 'running', datasetId, progress: null };
    try {
      const ranking = await this.#jobs.planLaunches(
        { datasetId, compute, earliestDay: this.earliestDay, aim: await aim },
        {
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) this.#phase = { status: 'running', datasetId, progress };
          },
        },
      );
      if (!signal.aborted) this.#phase = { status: 'done', ranking };
      return ranking;
    } catch (error) {
      if (!signal.aborted) {
        this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', datasetId, error };
      }
      return null;
    }
  }

  /** Stops at once for the seller; the worker may need a moment, and the next job waits for it. */
  cancel(): void {
    this.#controller.abort();
    this.#phase = { status: 'idle' };
  }
}

export const [usePlanningSession, providePlanningSession] = createContext<PlanningSession>();
