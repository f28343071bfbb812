import { createContext } from 'svelte';
import type { Day } from '#core/base/dates.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { Aim } from '#core/planning/plan/aim.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import { model } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { localDay } from '#core/base/dates.ts';

const jobs: Pick<typeof model, 'planLaunches'> = model;
export type PlanningJobs = typeof jobs;
type PlansMade = Awaited<ReturnType<PlanningJobs['planLaunches']>>;

/** Makes plans for all new products of a data set. */
export class PlanningSession {
  readonly #jobs: PlanningJobs;
  readonly #job = new JobState<PlansMade, number>();
  readonly #now: () => number;
  #today = $state.raw<Day>(0);
  #chosenDay = $state.raw<Day | null>(null);

  constructor(withJobs: PlanningJobs = jobs, now: () => number = Date.now) {
    this.#jobs = withJobs;
    this.#now = now;
    this.#today = localDay(now());
  }

  /** Its subject is the ID of the data set. */
  get phase(): JobPhase<PlansMade, number> {
    return this.#job.phase;
  }

  /** Progress, 0–1; null where it is not known. */
  get fraction(): number | null {
    return this.#job.fraction;
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
   * Makes plans, which are stored. Returns how many, or null where the work was stopped or failed.
   * It counts as running from the click on, also while the aim is still being read.
   */
  async start(
    datasetId: number,
    { compute, aim }: { readonly compute: ComputePreference; readonly aim: Aim | Promise<Aim> },
  ): Promise<PlansMade | null> {
    if (this.#job.isRunning) return null;
    // The app may have been open for weeks.
    this.#today = localDay(this.#now());
    const { earliestDay } = this;
    return this.#job.run(datasetId, async (options) =>
      this.#jobs.planLaunches({ datasetId, compute, earliestDay, aim: await aim }, options),
    );
  }

  /** Stops at once for the seller; the worker may need a moment, and the next job waits for it. */
  cancel(): void {
    this.#job.cancel();
  }
}

export const [usePlanningSession, providePlanningSession] = createContext<PlanningSession>();
