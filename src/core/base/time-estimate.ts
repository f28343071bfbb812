// Estimates the remaining time of work of a known amount, on a machine that may sleep or slow down when hot.

/** A gap counts as sleep where it exceeds both limits: ten times the longest gap before, and 10 s. */
const SLEEP_FACTOR = 10;
const SLEEP_MS = 10_000;
/** Decay of earlier measurements with each new one: about the last ten count. */
const KEPT_OF_BEFORE = 0.9;
/** Limit of the slowdown applied to all remaining work. */
const MOST_SLOWDOWN = 5;

export class TimeEstimate {
  readonly #now: () => number;
  #lastMs: number;
  #awakeMs = 0;
  #longestMs = 0;
  #done = 0;
  /** What was done, and when, at the end of the first piece: before it lies what is done only once. */
  #first: { readonly ms: number; readonly done: number } | null = null;
  /** Sums over measured stretches: all, and recent ones with decay. */
  #all = { ms: 0, work: 0 };
  #recent = { ms: 0, work: 0 };

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

  /** Adds completed work, in any constant unit. */
  add(work: number): void {
    this.#done += work;
    this.#first ??= { ms: this.awakeMs, done: this.#done };
  }

  /**
   * Records how long a stretch of work took by itself, without other work in between. This tracks changes of the
   * machine's pace.
   */
  measure(work: number, ms: number): void {
    this.#all = { ms: this.#all.ms + ms, work: this.#all.work + work };
    this.#recent = {
      ms: KEPT_OF_BEFORE * this.#recent.ms + ms,
      work: KEPT_OF_BEFORE * this.#recent.work + work,
    };
  }

  /** Returns the estimated seconds for an amount of work; null before the second piece is done. */
  secondsFor(work: number): number | null {
    const done = this.#done - (this.#first?.done ?? 0);
    if (!this.#first || done === 0) return null;
    const pace = (this.awakeMs - this.#first.ms) / done;
    return (pace * Math.max(0, work) * this.#slowdown()) / 1000;
  }

  /** Returns how much slower recent stretches were than all of them. */
  #slowdown(): number {
    const [recent, all] = [this.#recent, this.#all].map(({ ms, work }) => ms / work);
    const slowdown = recent! / all!;
    return slowdown > 0 ? Math.min(slowdown, MOST_SLOWDOWN) : 1;
  }
}
