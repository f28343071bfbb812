import { createContext } from 'svelte';
import { getLocale, type Locale } from '#messages/runtime';

/** Asked where undoing would also undo what another tab has done since. */
export interface UndoQuestion {
  /** What is there now, and what would be there. */
  readonly text: string;
  readonly undoAnyway: () => void | Promise<void>;
}

interface UndoOffer {
  readonly text: string;
  /** What undoing does, or what has to be asked first. */
  readonly restore: (() => void | Promise<void>) | (() => Promise<UndoQuestion | null>);
  /** What happens once the offer has passed, where the removal waits for it. */
  readonly commit?: (() => void | Promise<void>) | undefined;
}

interface Spoken {
  readonly sentence: string;
  readonly locale: Locale;
}

/** How long a removal can be undone. */
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

  /** It waits for an answer, however long that takes. */
  get question(): UndoQuestion | null {
    return this.#question;
  }

  /** The last sentence to be read aloud; none once another language is on screen. */
  get spoken(): string {
    return this.#spoken?.locale === getLocale() ? this.#spoken.sentence : '';
  }

  say(sentence: string): void {
    this.#spoken = { sentence, locale: getLocale() };
  }

  /** A new offer lets an earlier one pass. */
  offerUndo(offer: UndoOffer): void {
    this.settle();
    this.#question = null;
    this.#offer = offer;
    this.wait();
  }

  /** The offer stays while somebody is at it. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** The offer passes after its whole time, from now. */
  wait(): void {
    clearTimeout(this.#timer);
    if (this.#offer) this.#timer = setTimeout(() => this.settle(), this.#undoMs);
  }

  undo(): void {
    void this.#restore(this.#close());
  }

  /** Leaves everything as it is now. */
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
    // One that has nothing to ask leaves what another asks.
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
