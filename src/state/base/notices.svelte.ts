import { createContext } from 'svelte';
import { getLocale, type Locale } from '#messages/runtime';

/** Question to the seller where an undo would also undo what another tab has done since. */
export interface UndoQuestion {
  /** States what is stored now, and what an undo would restore. */
  readonly text: string;
  readonly undoAnyway: () => void | Promise<void>;
}

interface UndoOffer {
  readonly text: string;
  /** Undoes the change, or returns a question that has to be answered first. */
  readonly restore: (() => void | Promise<void>) | (() => Promise<UndoQuestion | null>);
  /** Called once the offer has passed, where the removal waits for it. */
  readonly commit?: (() => void | Promise<void>) | undefined;
}

interface Spoken {
  readonly sentence: string;
  readonly locale: Locale;
}

/** Time for which a change can be undone, in milliseconds. */
const UNDO_MS = 8_000;

/** Short messages that belong to no page: one offer to undo, and sentences for screen readers. */
export class Notices {
  readonly #undoMs: number;
  #offer = $state.raw<UndoOffer | null>(null);
  #question = $state.raw<UndoQuestion | null>(null);
  #spoken = $state.raw<Spoken | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(undoMs = UNDO_MS) {
    this.#undoMs = undoMs;
  }

  get offer(): UndoOffer | null {
    return this.#offer;
  }

  /** Question that waits for an answer, however long that takes; null where there is none. */
  get question(): UndoQuestion | null {
    return this.#question;
  }

  /** The last sentence for screen readers; empty once another language is on screen. */
  get spoken(): string {
    return this.#spoken?.locale === getLocale() ? this.#spoken.sentence : '';
  }

  say(sentence: string): void {
    this.#spoken = { sentence, locale: getLocale() };
  }

  /** Shows an offer to undo; an earlier one passes. */
  offerUndo(offer: UndoOffer): void {
    this.settle();
    this.#question = null;
    this.#offer = offer;
    this.wait();
  }

  /** Keeps the offer open while the seller is using it. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** Lets the offer pass after its full time, from now. */
  wait(): void {
    clearTimeout(this.#timer);
    if (this.#offer) this.#timer = setTimeout(() => this.settle(), this.#undoMs);
  }

  undo(): void {
    void this.#restore(this.#close());
  }

  /** Leaves everything as it is now, and closes the question. */
  keep(): void {
    this.#question = null;
  }

  undoAnyway(): void {
    const question = this.#question;
    this.#question = null;
    void question?.undoAnyway();
  }

  /** Lets the offer pass now, as closing it or leaving the app does. */
  settle(): void {
    const offer = this.#close();
    void offer?.commit?.();
  }

  async #restore(offer: UndoOffer | null): Promise<void> {
    const question = await offer?.restore();
    // An undo without a question leaves that of another undo open.
    if (question) this.#question = question;
  }

  #close(): UndoOffer | null {
    clearTimeout(this.#timer);
    const offer = this.#offer;
    this.#offer = null;
    return offer;
  }
}

export const [useNotices, provideNotices] = createContext<Notices>();
