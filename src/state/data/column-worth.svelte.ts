import type { JobPhase } from '#core/base/job-phase.ts';
import type { ColumnWorths } from '#core/evaluation/scorecard/column-worth.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import { dataset } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';
import type { DatasetSummary } from '#storage/data/datasets.ts';

type MeasuredDataset = Pick<DatasetSummary, 'id' | 'recipe' | 'report'>;

/** A data set, and how it was read when the measurement began. */
interface Subject {
  readonly datasetId: number;
  readonly key: string;
}

type WorthPhase = JobPhase<ColumnWorths, Subject>;

const ports: Pick<typeof dataset, 'measureColumns'> = dataset;
export type ColumnWorthPorts = typeof ports;

/** Measures how much columns improve forecasts. Only the latest request counts. */
export class ColumnWorthSession {
  readonly #ports: ColumnWorthPorts;
  readonly #job = new JobState<ColumnWorths, Subject>();

  constructor(withPorts: ColumnWorthPorts = ports) {
    this.#ports = withPorts;
  }

  /** Returns the phase for a data set; idle where it has been read in another way since, which changed its cells. */
  phaseOf(dataset: MeasuredDataset): WorthPhase {
    const { phase } = this.#job;
    if (phase.status === 'idle' || phase.subject.datasetId !== dataset.id)
      return { status: 'idle' };
    return phase.subject.key === keyOf(dataset) ? phase : { status: 'idle' };
  }

  get fraction(): number | null {
    return this.#job.fraction;
  }

  /** Measures the columns. Returns null where a later request replaced this one, or it was stopped or failed. */
  measure(dataset: MeasuredDataset, seed: number): Promise<ColumnWorths | null> {
    const { id: datasetId } = dataset;
    return this.#job.run({ datasetId, key: keyOf(dataset) }, (options) =>
      this.#ports.measureColumns({ datasetId, seed }, options),
    );
  }

  /** Stops measuring; dismisses a failure. */
  cancel(): void {
    this.#job.cancel();
  }
}

function keyOf({ report, recipe }: MeasuredDataset): string {
  return readingKey(report, recipe);
}
