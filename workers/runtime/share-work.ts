import { allOrStop } from './all-or-stop.ts';

export interface Sharing<Task, T> {
  /** Does a task in another worker; null where all of them are busy. undefined: there are none. */
  readonly elsewhere?: ((task: Task) => Promise<T> | null) | undefined;
  readonly here: (task: Task) => Promise<T>;
  /** Called after each task that is done. */
  readonly onDone?: (() => void) | undefined;
  /** Stops what is being done elsewhere; it then fails. */
  readonly end: (error: unknown) => void;
}

/** Does tasks one after another here, and those that another worker is free for there. Returns results in their order. */
export async function shareWork<Task, T>(
  tasks: readonly Task[],
  { elsewhere, here, onDone, end }: Sharing<Task, T>,
): Promise<T[]> {
  const results: Promise<T>[] = [];
  const failed = new AbortController(); // an error is thrown below
  for (const task of tasks) {
    if (failed.signal.aborted) break;
    const away = elsewhere?.(task);
    const result = away ?? here(task);
    results.push(result);
    const settled = result.then(onDone, () => failed.abort());
    if (!away) await settled;
  }
  return allOrStop(end, results);
}
