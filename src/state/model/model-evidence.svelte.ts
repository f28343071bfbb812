import type { JobPhase } from '#core/base/job-phase.ts';
import type { ComputePreference, TrainingReport } from '#core/model/training/training-report.ts';
import type { TrainingEvidence } from '#core/evaluation/scorecard/training-evidence.ts';
import { model } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { later } from '../base/later.ts';

const { loadEvidence } = later(() => import('#storage/model/trainings.ts'));

/** Measurement of the learning curve of a model, by its ID. Its result is stored, and read as evidence. */
type Measuring = Exclude<JobPhase<never, number>, { readonly status: 'done' }>;

const ports = { loadEvidence, measureLearning: model.measureLearning };
export type ModelEvidencePorts = typeof ports;

/** The evidence of the model on screen, and the measurement of what is still missing of it. */
export class ModelEvidence {
  readonly #report: () => TrainingReport | null | undefined;
  readonly #ports: ModelEvidencePorts;
  readonly #job = new JobState<unknown, number>();

  constructor(report: () => TrainingReport | null | undefined, withPorts = ports) {
    this.#report = report;
    this.#ports = withPorts;
  }

  readonly #modelId: number | undefined = $derived.by(() => this.#report()?.modelId);

  readonly #query = $derived.by(() => {
    const modelId = this.#modelId;
    if (modelId === undefined) return null;
    const load = () => this.#ports.loadEvidence(modelId);
    return new LiveQuery<TrainingEvidence | undefined>(load, undefined);
  });

  /** Undefined until it is read. */
  get evidence(): TrainingEvidence | undefined {
    return this.#query?.current;
  }

  get failure(): unknown {
    return this.#query?.failure ?? null;
  }

  /** Phase of the measurement for the model on screen. */
  get measuring(): Measuring {
    const { phase } = this.#job;
    if (phase.status === 'idle' || phase.status === 'done') return { status: 'idle' };
    return phase.subject === this.#modelId ? phase : { status: 'idle' };
  }

  /** Measures how much more launches would help (learning curve). The result is stored and shown. */
  async measure(compute: ComputePreference): Promise<void> {
    const report = this.#report();
    if (!report || this.#job.isRunning) return;
    const { datasetId, modelId } = report;
    await this.#job.run(modelId, (options) =>
      this.#ports.measureLearning({ datasetId, compute }, options),
    );
  }

  cancel(): void {
    this.#job.cancel();
  }
}
