import { createContext } from 'svelte';
import type { RequestNote } from '#core/app/request-note.ts';
import { RequestLog } from '#jobs/request-log.ts';

/** The requests reported to this page since it was opened. */
export class RequestHistory {
  #log: RequestLog | null = null;
  #changes = $state(0);

  /** Starts to listen; called in a browser, before anything else is requested. */
  listen(): void {
    this.#log ??= new RequestLog(() => this.#changes++);
  }

  get notes(): readonly RequestNote[] {
    // Read, so that components showing the requests update with the next one.
    return this.#changes >= 0 && this.#log ? [...this.#log.notes] : [];
  }
}

export const [useRequestHistory, provideRequestHistory] = createContext<RequestHistory>();
