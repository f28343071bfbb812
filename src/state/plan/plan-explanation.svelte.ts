import type { JobPhase } from '#core/base/job-phase.ts';
import type { PlanExplanation } from '#core/planning/explanation/plan-explanation.ts';
import type { MarketShift } from '#core/model/never-sold/market-shift.ts';
import type { Aim } from '#core/planning/plan/aim.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import { model } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';

/** One product and its planned launch. */
export interface ExplainedPlan {
  readonly datasetId: number;
  /** Model that made the plan; where it is missing, the model in use. */
  readonly modelId?: number;
  /** Share at which the plan counts gains; undefined: in full. */
  readonly keptShare?: number | undefined;
  /** How its forecast was moved, of a category that was never sold; undefined: not at all. */
  readonly neverSold?: MarketShift | undefined;
  readonly productId: string;
  readonly action: LaunchAction;
  /** Costs of the plan, which are counted for similar launches too; undefined: none. */
  readonly aim?: Aim | undefined;
}

const jobs: Pick<typeof model, 'explainPlan'> = model;
export type ExplanationJobs = typeof jobs;

/** Explains the forecast of the plan on screen. Only the latest request counts. */
export class PlanExplanationSession {
  readonly #jobs: ExplanationJobs;
  readonly #job = new JobState<PlanExplanation, ExplainedPlan>();

  constructor(withJobs: ExplanationJobs = jobs) {
    this.#jobs = withJobs;
  }

  get phase(): JobPhase<PlanExplanation, ExplainedPlan> {
    return this.#job.phase;
  }

  /** Explains a plan. Returns null where a later request replaced this one, or it was stopped or failed. */
  explain(plan: ExplainedPlan, compute: ComputePreference): Promise<PlanExplanation | null> {
    return this.#job.run(plan, (options) => this.#jobs.explainPlan({ ...plan, compute }, options));
  }

  /** Forgets the explanation: no plan is on screen any more. */
  clear(): void {
    this.#job.cancel();
  }
}
