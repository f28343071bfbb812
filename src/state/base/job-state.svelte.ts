import { isAbort } from '#core/base/errors.ts';
import type { Progress } from '#core/base/progress.ts';
import type { JobOptions } from '#jobs/jobs.ts';

/** @template S what the job is about, such as the data set that a model learns from */
export type JobPhase<T, S = null, P extends Progress = Progress> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly subject: S; readonly progress: P | null }
  | { readonly status: 'done'; readonly subject: S; readonly result: T }
  | { readonly status: 'failed'; readonly subject: S; readonly error: unknown };

/** Runs one job at a time: only the one that was started last may change what is shown. */
export class JobState<T, S = null, P extends Progress = Progress> {
  #phase = $state.raw<JobPhase<T, S, P>>({ status: 'idle' });
  #current = new AbortController();

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

  /** Progress, 0–1; null where it is not known. */
  get fraction(): number | null {
    const progress = this.#phase.status === 'running' ? this.#phase.progress : null;
    return progress?.total ? progress.done / progress.total : null;
  }

  /** Runs a job in place of the one before. Returns null where it was stopped, replaced or failed. */
  async run(subject: S, work: (options: Required<JobOptions<P>>) => Promise<T>): Promise<T | null> {
    this.#current.abort();
    const { signal } = (this.#current = new AbortController());
    const show = (phase: JobPhase<T, S, P>) => {
      if (!signal.aborted) this.#phase = phase;
    };
    show({ status: 'running', subject, progress: null });
    try {
      const onProgress = (progress: P) => {
        // A late report never covers the result.
        if (this.isRunning) show({ status: 'running', subject, progress });
      };
      const result = await work({ signal, onProgress });
      show({ status: 'done', subject, result });
      return signal.aborted ? null : result;
    } catch (error) {
      show(isAbort(error) ? { status: 'idle' } : { status: 'failed', subject, error });
      return null;
    }
  }

  /** Stops at once for the seller; a worker may need a moment, and the next job waits for it. */
  cancel(): void {
    this.#current.abort();
    this.#phase = { status: 'idle' };
  }
}
