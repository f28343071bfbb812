/** A gap counts as sleep where it exceeds both limits: ten times the longest gap before, and 10 s. */
const SLEEP_FACTOR = 10;
const SLEEP_MS = 10_000;

/** Time that work took, without the sleep of the machine. */
export class AwakeTime {
  readonly #now: () => number;
  #lastMs: number;
  #awakeMs = 0;
  #longestMs = 0;

  /** @param now monotonic clock, in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
    this.#lastMs = now();
  }

  /** Call it often during work; otherwise a long gap counts as sleep. */
  tick(): void {
    const now = this.#now();
    const silence = now - this.#lastMs;
    this.#lastMs = now;
    if (silence > Math.max(SLEEP_MS, SLEEP_FACTOR * this.#longestMs)) return;
    this.#longestMs = Math.max(this.#longestMs, silence);
    this.#awakeMs += silence;
  }

  /** Returns milliseconds without sleep; the difference of two readings measures a stretch of work. */
  get awakeMs(): number {
    this.tick();
    return this.#awakeMs;
  }
}
