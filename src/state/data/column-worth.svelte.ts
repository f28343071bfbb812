import { isAbort } from '#core/base/errors.ts';
import type { ColumnWorths } from '#core/evaluation/scorecard/column-worth.ts';
import type { Progress } from '#core/base/progress.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import { dataset } from '#jobs/jobs.ts';
import type { DatasetSummary } from '#storage/data/datasets.ts';

type MeasuredDataset = Pick<DatasetSummary, 'id' | 'recipe' | 'report'>;

/** A data set, and how it was read when the measurement began. */
interface Subject {
  readonly datasetId: number;
  readonly key: string;
}

type WorthPhase =
  | { readonly status: 'idle' }
  | ({ readonly status: 'measuring'; readonly progress: Progress | null } & Subject)
  | ({ readonly status: 'done'; readonly worths: ColumnWorths } & Subject)
  | ({ readonly status: 'failed'; readonly error: unknown } & Subject);

const ports: Pick<typeof dataset, 'measureColumns'> = dataset;
export type ColumnWorthPorts = typeof ports;

/** Measures how much columns improve forecasts. Only the latest request counts. */
export class ColumnWorthSession {
  readonly #ports: ColumnWorthPorts;
  #phase = $state.raw<WorthPhase>({ status: 'idle' });
  #controller = new AbortController();

  constructor(withPorts: ColumnWorthPorts = ports) {
    this.#ports = withPorts;
  }

  /** Returns the phase for a data set; idle where it has been read in another way since, which changed its cells. */
  phaseOf(dataset: MeasuredDataset): WorthPhase {
    const phase = this.#phase;
    if (phase.status === 'idle' || phase.datasetId !== dataset.id) return { status: 'idle' };
    return phase.key === keyOf(dataset) ? phase : { status: 'idle' };
  }

  readonly fraction: number | null = $derived(
    this.#phase.status === 'measuring' && this.#phase.progress?.total
      ? this.#phase.progress.done / this.#phase.progress.total
      : null,
  );

  /** Measures the columns. Returns null where a later request replaced this one, or it was stopped or failed. */
  async measure(dataset: MeasuredDataset, seed: number): Promise<ColumnWorths | null> {
    this.#controller.abort();
    const { signal } = (this.#controller = new AbortController());
    const subject = { datasetId: dataset.id, key: keyOf(dataset) };
    this.#phase = { status: 'measuring', progress: null, ...subject };
    try {
      const worths = await this.#ports.measureColumns(
        { datasetId: dataset.id, seed },
        {
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) this.#phase = { status: 'measuring', progress, ...subject };
          },
        },
      );
      if (signal.aborted) return null;
      this.#phase = { status: 'done', worths, ...subject };
      return worths;
    } catch (error) {
      if (!signal.aborted)
        this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', error, ...subject };
      return null;
    }
  }

  /** Stops measuring; dismisses a failure. */
  cancel(): void {
    this.#controller.abort();
    this.#phase = { status: 'idle' };
  }
}

function keyOf({ report, recipe }: MeasuredDataset): string {
  return readingKey(report, recipe);
}
