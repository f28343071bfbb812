import { m } from '#messages';
import type { Notices, UndoQuestion } from './notices.svelte.ts';

/** In words: what another tab has stored since (`now`), and what an undo would restore (`before`). */
export interface DisputedUndo {
  readonly now: string;
  readonly before: string;
}

/** Undoes a change, or returns what an undo would overwrite: then nothing is done, unless forced. */
type TakeBack = (options: { readonly isForced: boolean }) => Promise<DisputedUndo | null>;

/** Changes that are stored at once, each with an offer to undo it. */
export class UndoableChanges {
  readonly #notices: Notices;
  #failure = $state.raw<unknown>(null);

  constructor(notices: Notices) {
    this.#notices = notices;
  }

  /** Why the last change was not stored, or null. */
  get failure(): unknown {
    return this.#failure;
  }

  /**
   * Makes a change, and offers to undo it.
   * @param text what was done, shown next to the offer to undo it
   * @param work stores the change, and returns how to undo it
   */
  async make(text: string, work: () => Promise<TakeBack>): Promise<void> {
    await this.#attempt(async () => {
      const takeBack = await work();
      this.#notices.offerUndo({ text, restore: () => this.#takeBack(takeBack) });
    });
  }

  /** Undoes a change, or returns a question where another tab has changed the same since. */
  async #takeBack(takeBack: TakeBack, isForced = false): Promise<UndoQuestion | null> {
    let question: UndoQuestion | null = null;
    await this.#attempt(async () => {
      const disputed = await takeBack({ isForced });
      if (!disputed) return;
      question = {
        text: m.feedback_undo_asked({ ...disputed }),
        undoAnyway: async () => void (await this.#takeBack(takeBack, true)),
      };
    });
    return question;
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
