import type { UnsavedWork } from '#storage/app/unsaved-work.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { later } from '../base/later.ts';

const { loadUnsavedWork } = later(() => import('#storage/app/unsaved-work.ts'));

/** Work since the last project file; null until storage has answered. */
export class UnsavedWorkQuery {
  readonly #query: LiveQuery<UnsavedWork | null>;

  constructor(load: () => Promise<UnsavedWork> = loadUnsavedWork) {
    this.#query = new LiveQuery<UnsavedWork | null>(load, null, { ifNothing: null });
  }

  get current(): UnsavedWork | null {
    return this.#query.current;
  }
}
