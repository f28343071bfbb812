import type { Progress } from '#core/base/progress.ts';
import type { FillInSheet } from '#core/import/fill-in/fill-in-sheet.ts';
import { dataset } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { promotionWords } from './promotion-words.ts';

const ports: Pick<typeof dataset, 'fillInSheet'> = dataset;
export type FillInListPorts = typeof ports;

/** The launches of one data set with cells to fill in. Those on screen stay until they have been read again. */
export class FillInList {
  readonly #ports: FillInListPorts;
  #sheet = $state.raw<FillInSheet | null>(null);
  readonly #job = new JobState<FillInSheet, number>();

  constructor(withPorts: FillInListPorts = ports) {
    this.#ports = withPorts;
  }

  get sheet(): FillInSheet | null {
    return this.#sheet;
  }

  get progress(): Progress | null {
    return this.#job.progress;
  }

  get isReading(): boolean {
    return this.#job.isRunning;
  }

  /** Why it cannot be read, or null. */
  get failure(): unknown {
    return this.#job.error;
  }

  /** Reads the launches. Returns whether they were read to the end. */
  async read(datasetId: number): Promise<boolean> {
    const sheet = await this.#job.run(datasetId, (options) =>
      this.#ports.fillInSheet({ datasetId, words: promotionWords() }, options),
    );
    this.#sheet = sheet ?? this.#sheet;
    return sheet !== null;
  }

  /** Stops reading; the launches on screen stay. */
  stop(): void {
    this.#job.cancel();
  }
}
