import { contentKey } from '#core/base/bytes/fingerprint.ts';
import type { FitRequest } from '../members/fit-request.ts';

interface Stoppable {
  /** What identifies the work. */
  readonly inputs: readonly unknown[];
  /** Aborted once the seller stops the part that the work belongs to. */
  readonly drop: AbortSignal;
}

/**
 * Does work that the seller may stop; it then has to fail soon. Returns null where it was stopped, now or before the run
 * was interrupted: what was left out then stays so, and the run ends with the same model. Throws what the work throws.
 */
export async function unlessStopped<T>(
  { clock, journal }: Pick<FitRequest, 'clock' | 'journal'>,
  { inputs, drop }: Stoppable,
  work: () => Promise<T>,
): Promise<T | null> {
  const key = contentKey(['stopped', ...inputs]);
  if ((await journal.load(key)) !== undefined) return null;
  try {
    return await work();
  } catch (error) {
    if (!drop.aborted || clock.stop.aborted) throw error;
    await journal.save(key, true);
    return null;
  }
}
