import type { Progress } from './progress.ts';

/**
 * A job that a page runs, ends or fails, as its components show it.
 * @template T result
 * @template S what the job is about, such as the data set that a model learns from
 */
export type JobPhase<T, S = null, P extends Progress = Progress> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly subject: S; readonly progress: P | null }
  | { readonly status: 'done'; readonly subject: S; readonly result: T }
  | { readonly status: 'failed'; readonly subject: S; readonly error: unknown };
