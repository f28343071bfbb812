import type { JobPhase } from '#core/base/job-phase.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import { isSameRecord } from '#core/base/record-change.ts';
import { model } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';

const jobs: Pick<typeof model, 'studyPlan'> = model;
export type PlanStudyJobs = typeof jobs;

/** Request for a study: a product of a data set, on a channel and under a promotion. */
export type AskedStudy = Parameters<PlanStudyJobs['studyPlan']>[0];

/** The study behind the sliders of the plan on screen. Only the latest request counts. */
export class PlanStudySession {
  readonly #jobs: PlanStudyJobs;
  readonly #job = new JobState<PlanStudy, AskedStudy>();

  constructor(withJobs: PlanStudyJobs = jobs) {
    this.#jobs = withJobs;
  }

  get phase(): JobPhase<PlanStudy, AskedStudy> {
    return this.#job.phase;
  }

  /** Requests a study, unless the same one is running or done. A new model or plan calls for `forget` first. */
  async ask(asked: AskedStudy): Promise<void> {
    const { phase } = this;
    const isKnown = phase.status === 'running' || phase.status === 'done';
    if (isKnown && isSame(phase.subject, asked)) return;
    await this.#job.run(asked, (options) => this.#jobs.studyPlan(asked, options));
  }

  forget(): void {
    this.#job.cancel();
  }
}

/** Whether two requests are the same, whatever the order of their fields; an aim is compared by its contents. */
function isSame(one: AskedStudy, other: AskedStudy): boolean {
  const names = Object.keys(one) as (keyof AskedStudy)[];
  return names.every((name) => isSameRecord(one[name], other[name]));
}
