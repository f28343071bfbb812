import type { Progress } from '#core/base/progress.ts';
import type { Job } from '#protocol/job.ts';
import { breathe } from './breathe.ts';

const REPORT_EVERY_MS = 100;

/** A job that reports no more often than a person can see. */
export class ThrottledJob {
  readonly #job: Job;
  #phase = '';
  #reportedMs = -Infinity;

  constructor(job: Job) {
    this.#job = job;
  }

  get signal(): AbortSignal {
    return this.#job.signal;
  }

  /** Reports progress; the first and the last report of a phase are always sent. */
  report(progress: Progress): void {
    const now = performance.now();
    const isEdge = progress.phase !== this.#phase || progress.done === progress.total;
    if (!isEdge && now - this.#reportedMs < REPORT_EVERY_MS) return;
    this.#phase = progress.phase;
    this.#reportedMs = now;
    this.#job.report(progress);
  }

  /** Reports, lets messages through, and throws if a stop was requested. */
  async step(progress: Progress): Promise<void> {
    this.report(progress);
    await breathe();
    this.#job.signal.throwIfAborted();
  }
}
