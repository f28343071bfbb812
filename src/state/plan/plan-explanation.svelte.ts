import { createContext } from 'svelte';
import { isAbort } from '#core/base/errors.ts';
import type { PlanExplanation } from '#core/planning/explanation/plan-explanation.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import { model } from '#jobs/jobs.ts';

/** One product and its planned launch. */
export interface ExplainedPlan {
  readonly datasetId: number;
  /** Model that made the plan; where it is missing, the model in use. */
  readonly modelId?: number;
  /** Share at which the plan counts gains; undefined: in full. */
  readonly keptShare?: number | undefined;
  readonly productId: string;
  readonly action: LaunchAction;
}

type EvidencePhase =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly plan: ExplainedPlan }
  | { readonly status: 'done'; readonly plan: ExplainedPlan; readonly evidence: PlanExplanation }
  | { readonly status: 'failed'; readonly plan: ExplainedPlan; readonly error: unknown };

const jobs: Pick<typeof model, 'explainPlan'> = model;
export type ExplanationJobs = typeof jobs;

/** Explains the forecast of the plan on screen. Only the latest request counts. */
export class PlanExplanationSession {
  readonly #jobs: ExplanationJobs;
  #phase = $state.raw<EvidencePhase>({ status: 'idle' });
  #controller = new AbortController();

  constructor(withJobs: ExplanationJobs = jobs) {
    this.#jobs = withJobs;
  }

  get phase(): EvidencePhase {
    return this.#phase;
  }

  /** Explains a plan. Returns null where a later request replaced this one, or it was stopped or failed. */
  async explain(plan: ExplainedPlan, compute: ComputePreference): Promise<PlanExplanation | null> {
    this.#controller.abort();
    const { signal } = (this.#controller = new AbortController());
    this.#phase = { status: 'running', plan };
    try {
      const evidence = await this.#jobs.explainPlan({ ...plan, compute }, { signal });
      if (signal.aborted) return null;
      this.#phase = { status: 'done', plan, evidence };
      return evidence;
    } catch (error) {
      if (!signal.aborted) {
        this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', plan, error };
      }
      return null;
    }
  }

  /** Forgets the explanation: no plan is on screen any more. */
  clear(): void {
    this.#controller.abort();
    this.#phase = { status: 'idle' };
  }
}

export const [usePlanEvidence, providePlanEvidence] = createContext<PlanExplanationSession>();
