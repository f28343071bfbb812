import { m } from '#messages';
import type { Notices, UndoQuestion } from './notices.svelte.ts';

/** In words: what another tab has made of it since, and what undoing would make of it. */
export interface DisputedUndo {
  readonly now: string;
  readonly before: string;
}

/** Takes a change back, or says what would be lost by that: then nothing is done, unless it is forced. */
type TakeBack = (options: { readonly isForced: boolean }) => Promise<DisputedUndo | null>;

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
  async make(text: string, work: () => Promise<TakeBack>): Promise<void> {
    await this.#attempt(async () => {
      const takeBack = await work();
      this.#notices.offerUndo({ text, restore: () => this.#takeBack(takeBack) });
    });
  }

  /** Asks where another tab has changed the same since. */
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
