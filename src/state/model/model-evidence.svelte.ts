import { isAbort } from '#core/base/errors.ts';
import type { ComputePreference, TrainingReport } from '#core/model/training/training-report.ts';
import type { Progress } from '#core/base/progress.ts';
import type { TrainingEvidence } from '#core/evaluation/scorecard/training-evidence.ts';
import { model } from '#jobs/jobs.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { later } from '../base/later.ts';

const { loadEvidence } = later(() => import('#storage/model/trainings.ts'));

type Measuring =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly modelId: number; readonly progress: Progress | null }
  | { readonly status: 'failed'; readonly modelId: number; readonly error: unknown };

const ports = { loadEvidence, measureLearning: model.measureLearning };
export type ModelEvidencePorts = typeof ports;

/** The evidence of the model on screen, and the measurement of what is still missing of it. */
export class ModelEvidence {
  readonly #report: () => TrainingReport | null | undefined;
  readonly #ports: ModelEvidencePorts;
  #measuring = $state.raw<Measuring>({ status: 'idle' });
  #controller = new AbortController();

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
    const measuring = this.#measuring;
    const isOfIt = measuring.status !== 'idle' && measuring.modelId === this.#modelId;
    return isOfIt ? measuring : { status: 'idle' };
  }

  /** Measures how much more launches would help (learning curve). The result is stored and shown. */
  async measure(compute: ComputePreference): Promise<void> {
    const report = this.#report();
    if (!report || this.#measuring.status === 'running') return;
    const { datasetId, modelId } = report;
    const { signal } = (this.#controller = new AbortController());
    this.#measuring = { status: 'running', modelId, progress: null };
    try {
      await this.#ports.measureLearning(
        { datasetId, compute },
        {
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) this.#measuring = { status: 'running', modelId, progress };
          },
        },
      );
      if (!signal.aborted) this.#measuring = { status: 'idle' };
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      this.#measuring = { status: 'failed', modelId, error };
    }
  }

  cancel(): void {
    this.#controller.abort();
    this.#measuring = { status: 'idle' };
  }
}
