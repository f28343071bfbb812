import type { JobPhase } from '#core/base/job-phase.ts';
import type { PlanExplanation } from '#core/planning/explanation/plan-explanation.ts';
import type { MarketShift } from '#core/model/never-sold/market-shift.ts';
import type { Aim } from '#core/planning/plan/aim.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import { model } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { later } from '../base/later.ts';
import { loadChoice } from '../base/stored-choice.ts';

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

const { saveSetting } = later(() => import('#storage/app/settings.ts'));

const ports = {
  explainPlan: model.explainPlan,
  /** Share of looks where launches are called similar, 0–1; undefined: as usual. */
  loadLooksShare: () => loadChoice('looksShare'),
  saveLooksShare: (share: number) => saveSetting('looksShare', share),
};
export type ExplanationPorts = typeof ports;

/** Pause in moving the slider after which launches are compared, milliseconds. */
const PAUSE_MS = 300;

/** Explains the forecast of the plan on screen. Only the latest request counts. */
export class PlanExplanationSession {
  readonly #ports: ExplanationPorts;
  readonly #job = new JobState<PlanExplanation, ExplainedPlan>();
  /** Looks for similar launches of the same plan in another way; what was found before stays on screen. */
  readonly #search = new JobState<PlanExplanation, number>();
  #compute: ComputePreference = 'auto';

  constructor(withPorts = ports) {
    this.#ports = withPorts;
  }

  get phase(): JobPhase<PlanExplanation, ExplainedPlan> {
    const { phase } = this.#job;
    const found = this.#search.phase;
    if (phase.status !== 'done') return phase;
    if (found.status === 'failed') return { ...found, subject: phase.subject };
    if (found.status !== 'done') return phase;
    const { similar, looksShare } = found.result;
    return { ...phase, result: { ...phase.result, similar, looksShare } };
  }

  /** Explains a plan. Returns null where a later request replaced this one, or it was stopped or failed. */
  explain(plan: ExplainedPlan, compute: ComputePreference): Promise<PlanExplanation | null> {
    this.#search.cancel();
    this.#compute = compute;
    return this.#job.run(plan, async (options) => {
      const looksShare = await this.#ports.loadLooksShare();
      options.signal.throwIfAborted();
      return this.#ports.explainPlan({ ...plan, looksShare, compute }, options);
    });
  }

  /** Looks for similar launches of the explained plan again, by another share of looks, 0–1, from now on. */
  async compareBy(looksShare: number): Promise<void> {
    const { phase } = this.#job;
    if (phase.status === 'idle') return;
    const request = { ...phase.subject, looksShare, compute: this.#compute };
    await this.#search.run(looksShare, async (options) => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      options.signal.throwIfAborted();
      await this.#ports.saveLooksShare(looksShare);
      return this.#ports.explainPlan(request, options);
    });
  }

  /** Forgets the explanation: no plan is on screen any more. */
  clear(): void {
    this.#search.cancel();
    this.#job.cancel();
  }
}
