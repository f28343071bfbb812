import { isAbort } from '#core/base/errors.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { Progress } from '#core/base/progress.ts';
import type { JobOptions } from '#jobs/jobs.ts';

/**
 * Runs one job at a time: only the one that was started last may change what is shown.
 * @template T result
 * @template S what the job is about, such as the data set that a model learns from
 */
export class JobState<T, S = null, P extends Progress = Progress> {
  #phase = $state.raw<JobPhase<T, S, P>>({ status: 'idle' });
  #current = new AbortController();
  readonly #fractionOf: (progress: P) => number | null;

  /** @param fractionOf progress of the whole job, 0–1; by default its phase's, for jobs of one phase */
  constructor(fractionOf: (progress: P) => number | null = shareDone) {
    this.#fractionOf = fractionOf;
  }

  get phase(): JobPhase<T, S, P> {
    return this.#phase;
  }

  get isRunning(): boolean {
    return this.#phase.status === 'running';
  }

  /** What failed last; null while nothing has. */
  get error(): unknown {
    return this.#phase.status === 'failed' ? this.#phase.error : null;
  }

  /** The last report of the job that runs; null before its first, and while none runs. */
  get progress(): P | null {
    return this.#phase.status === 'running' ? this.#phase.progress : null;
  }

  /** Progress, 0–1; null where it is not known, or nothing runs. */
  get fraction(): number | null {
    const { progress } = this;
    return progress && this.#fractionOf(progress);
  }

  /** Runs a job in place of the one before. Returns null where it was stopped, replaced or failed. */
  async run(subject: S, work: (options: Required<JobOptions<P>>) => Promise<T>): Promise<T | null> {
    this.#current.abort();
    const { signal } = (this.#current = new AbortController());
    const show = (phase: JobPhase<T, S, P>) => {
      if (!signal.aborted) this.#phase = phase;
    };
    let hasEnded = false;
    const onProgress = (progress: P) => {
      // A late report never covers the result.
      if (!hasEnded) show({ status: 'running', subject, progress });
    };
    show({ status: 'running', subject, progress: null });
    try {
      const result = await work({ signal, onProgress });
      hasEnded = true;
      show({ status: 'done', subject, result });
      return signal.aborted ? null : result;
    } catch (error) {
      hasEnded = true;
      if (!signal.aborted) this.fail(subject, error);
      return null;
    }
  }

  /**
   * Shows what failed beside the job, such as storing the choice that it follows from. A running job goes on, and is
   * shown again at its next report.
   */
  fail(subject: S, error: unknown): void {
    this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', subject, error };
  }

  /** Forgets a result or failure. A running job goes on. */
  forget(): void {
    if (!this.isRunning) this.#phase = { status: 'idle' };
  }

  /** Stops at once for the seller; a worker may need a moment, and the next job waits for it. */
  cancel(): void {
    this.#current.abort();
    this.#phase = { status: 'idle' };
  }
}

function shareDone({ done, total }: Progress): number | null {
  return total ? done / total : null;
}
