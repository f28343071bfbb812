import type { JobPhase } from '#core/base/job-phase.ts';
import type { VariantCurves } from '#core/planning/variants/variant-curves.ts';
import { dataset } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';

const jobs: Pick<typeof dataset, 'learnVariants'> = dataset;
export type VariantJobs = typeof jobs;

/** Learns the size curves and colours of a data set for the plan on screen. */
export class VariantLearning {
  readonly #jobs: VariantJobs;
  readonly #job = new JobState<VariantCurves, number>();

  constructor(withJobs: VariantJobs = jobs) {
    this.#jobs = withJobs;
  }

  /** Its input is the ID of the data set. */
  get phase(): JobPhase<VariantCurves, number> {
    return this.#job.phase;
  }

  /** Learns from a data set; once is enough while it is on screen. */
  async learn(datasetId: number): Promise<void> {
    await this.#job.run(datasetId, (options) => this.#jobs.learnVariants({ datasetId }, options));
  }
}
