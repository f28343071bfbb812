import { createContext } from 'svelte';
import type { RequestNote } from '#core/requests/request-note.ts';
import { RequestLog } from '#jobs/request-log.ts';

/** What this page has heard of requests since it was opened. */
export class RequestHistory {
  #log: RequestLog | null = null;
  #changes = $state(0);

  /** In a browser, before anything else is asked for. */
  listen(): void {
    this.#log ??= new RequestLog(() => this.#changes++);
  }

  get notes(): readonly RequestNote[] {
    // Read, so that who shows them hears of the next.
    return this.#changes >= 0 && this.#log ? [...this.#log.notes] : [];
  }
}

export const [useRequestHistory, provideRequestHistory] = createContext<RequestHistory>();
