import { createContext } from 'svelte';
import { isAbort } from '#core/base/errors.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import { isSameRecord } from '#core/base/record-change.ts';
import { model } from '#jobs/jobs.ts';

const jobs: Pick<typeof model, 'studyPlan'> = model;
export type PlanStudyJobs = typeof jobs;

/** Request for a study: a product of a data set, on a channel and under a promotion. */
export type AskedStudy = Parameters<PlanStudyJobs['studyPlan']>[0];

type StudyPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly asked: AskedStudy }
  | { readonly status: 'done'; readonly asked: AskedStudy; readonly study: PlanStudy }
  | { readonly status: 'failed'; readonly asked: AskedStudy; readonly error: unknown };

/** The study behind the sliders of the plan on screen. Only the latest request counts. */
export class PlanStudySession {
  readonly #jobs: PlanStudyJobs;
  #phase = $state.raw<StudyPhase>({ status: 'idle' });
  #controller = new AbortController();

  constructor(withJobs: PlanStudyJobs = jobs) {
    this.#jobs = withJobs;
  }

  get phase(): StudyPhase {
    return this.#phase;
  }

  /** Requests a study, unless the same one is running or done. A new model or plan calls for `forget` first. */
  async ask(asked: AskedStudy): Promise<void> {
    const phase = this.#phase;
    const isKnown = phase.status === 'running' || phase.status === 'done';
    if (isKnown && isSame(phase.asked, asked)) return;
    this.#controller.abort();
    const { signal } = (this.#controller = new AbortController());
    this.#phase = { status: 'running', asked };
    try {
      const study = await this.#jobs.studyPlan(asked, { signal });
      if (!signal.aborted) this.#phase = { status: 'done', asked, study };
    } catch (error) {
      if (signal.aborted) return;
      this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', asked, error };
    }
  }

  forget(): void {
    this.#controller.abort();
    this.#phase = { status: 'idle' };
  }
}

/** Whether two requests are the same, whatever the order of their fields; an aim is compared by its contents. */
function isSame(one: AskedStudy, other: AskedStudy): boolean {
  const names = Object.keys(one) as (keyof AskedStudy)[];
  return names.every((name) => isSameRecord(one[name], other[name]));
}

export const [usePlanStudy, providePlanStudy] = createContext<PlanStudySession>();
