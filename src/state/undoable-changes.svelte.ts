import type { Notices } from './notices.svelte.ts';

/** Changes that are kept at once, each with an offer to undo it. */
export class UndoableChanges {
  readonly #notices: Notices;
  #failure = $state.raw<unknown>(null);

  constructor(notices: Notices) {
    this.#notices = notices;
  }

  /** Why the last change was not kept, or null. */
  get failure(): unknown {
    return this.#failure;
  }

  /**
   * @param text what was done, beside the offer to undo it
   * @param work keeps it, and says how it is taken back
   */
  async make(text: string, work: () => Promise<() => Promise<unknown>>): Promise<void> {
    await this.#attempt(async () => {
      const undo = await work();
      this.#notices.offerUndo({ text, restore: () => this.#attempt(undo) });
    });
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.#failure = null;
    } catch (error) {
      this.#failure = error;
    }
  }
}
