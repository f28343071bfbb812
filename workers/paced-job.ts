import type { Progress } from '#core/progress.ts';
import type { Job } from '#protocol/job.ts';
import { breathe } from './breathe.ts';

const REPORT_EVERY_MS = 100;

/** A job that tells no more than a person can see. */
export class PacedJob {
  readonly #job: Job;
  #phase = '';
  #reportedMs = -Infinity;

  constructor(job: Job) {
    this.#job = job;
  }

  get signal(): AbortSignal {
    return this.#job.signal;
  }

  /** The first and the last report of a phase always go out. */
  report(progress: Progress): void {
    const now = performance.now();
    const isEdge = progress.phase !== this.#phase || progress.done === progress.total;
    if (!isEdge && now - this.#reportedMs < REPORT_EVERY_MS) return;
    this.#phase = progress.phase;
    this.#reportedMs = now;
    this.#job.report(progress);
  }

  /** Reports, listens, and ends here if a stop was asked for. */
  async step(progress: Progress): Promise<void> {
    this.report(progress);
    await breathe();
    this.#job.signal.throwIfAborted();
  }
}
