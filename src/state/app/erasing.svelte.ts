import { onStopBroadcast } from '#storage/app/stop-broadcast.ts';
import { appScope } from '../base/addresses.ts';
import { later } from '../base/later.ts';

const { eraseAll } = later(() => import('#storage/app/erase.ts'));

type Phase =
  | { readonly status: 'idle' }
  /** Waits for work in other tabs to stop. */
  | { readonly status: 'waiting' }
  | { readonly status: 'failed'; readonly error: unknown };

/** Deletes everything, at once and for good. */
export class Erasing {
  readonly #eraseAll: () => Promise<void>;
  #phase = $state.raw<Phase>({ status: 'idle' });

  constructor(erase: () => Promise<void> = () => eraseAll(appScope())) {
    this.#eraseAll = erase;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Deletes everything. Returns whether it succeeded. */
  async erase(): Promise<boolean> {
    this.#phase = { status: 'waiting' };
    try {
      await this.#eraseAll();
      this.#phase = { status: 'idle' };
      return true;
    } catch (error) {
      this.#phase = { status: 'failed', error };
      return false;
    }
  }
}

interface Session {
  readonly phase: { readonly status: string };
  cancel(): void;
}

/** Phases of running work. A session in another phase (input under way, or ended) stays as it is. */
const BUSY: ReadonlySet<string> = new Set([
  ...['running', 'reading', 'importing'],
  ...['saving', 'restoring'],
]);

/**
 * Stops running sessions when any tab is about to delete everything.
 * @param onstopped called where a session was running
 * @returns a function that removes the listener
 */
export function stopWhenAsked(sessions: readonly Session[], onstopped?: () => void): () => void {
  return onStopBroadcast(() => {
    const busy = sessions.filter(({ phase }) => BUSY.has(phase.status));
    for (const session of busy) session.cancel();
    if (busy.length > 0) onstopped?.();
  });
}
