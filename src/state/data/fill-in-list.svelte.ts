import { isAbort } from '#core/base/errors.ts';
import type { Progress } from '#core/base/progress.ts';
import type { FillInSheet } from '#core/import/fill-in/fill-in-sheet.ts';
import { dataset } from '#jobs/jobs.ts';
import { promotionWords } from './promotion-words.ts';

const ports: Pick<typeof dataset, 'fillInSheet'> = dataset;
export type FillInListPorts = typeof ports;

/** The launches of one data set with cells to fill in. Those on screen stay until they have been read again. */
export class FillInList {
  readonly #ports: FillInListPorts;
  #sheet = $state.raw<FillInSheet | null>(null);
  #progress = $state.raw<Progress | null>(null);
  #isReading = $state(false);
  #failure = $state.raw<unknown>(null);
  #controller = new AbortController();

  constructor(withPorts: FillInListPorts = ports) {
    this.#ports = withPorts;
  }

  get sheet(): FillInSheet | null {
    return this.#sheet;
  }

  get progress(): Progress | null {
    return this.#progress;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /** Why it cannot be read, or null. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Reads the launches. Returns whether they were read to the end. */
  async read(datasetId: number): Promise<boolean> {
    this.#controller.abort();
    const { signal } = (this.#controller = new AbortController());
    this.#isReading = true;
    this.#progress = this.#failure = null;
    try {
      const sheet = await this.#ports.fillInSheet(
        { datasetId, words: promotionWords() },
        {
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) this.#progress = progress;
          },
        },
      );
      if (signal.aborted) return false;
      this.#sheet = sheet;
      this.#isReading = false;
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      this.#isReading = false;
      if (!isAbort(error)) this.#failure = error;
      return false;
    }
  }

  /** Stops reading; the launches on screen stay. */
  stop(): void {
    this.#controller.abort();
    this.#isReading = false;
  }
}
