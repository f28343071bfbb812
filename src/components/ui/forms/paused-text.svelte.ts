/** Pause in typing before a text is judged. */
const PAUSE_MS = 500;

/** A text that is being typed, as it was when typing paused. */
export class PausedText {
  readonly #typed: () => string;
  #paused = $state('');

  constructor(typed: () => string) {
    this.#typed = typed;
    $effect(() => {
      const text = typed();
      const timer = setTimeout(() => (this.#paused = text), PAUSE_MS);
      return () => clearTimeout(timer);
    });
  }

  /** null while typing goes on. */
  get current(): string | null {
    return this.#paused === this.#typed() ? this.#paused : null;
  }
}
