// How long work of a known amount will still take, on a machine that may sleep, or grow hot and slow.

/** A longer silence than any before by this factor, and than this, is sleep. */
const SLEEP_FACTOR = 10;
const SLEEP_MS = 10_000;
/** How much of the pace of before a measured stretch of work leaves: the last ten or so count. */
const KEPT_OF_BEFORE = 0.9;
/** The pace of now says no more than this of all that is to come. */
const MOST_SLOWDOWN = 5;

export class TimeEstimate {
  readonly #now: () => number;
  #lastMs: number;
  #awakeMs = 0;
  #longestMs = 0;
  #done = 0;
  /** Of measured stretches: all of them, and the last ones. */
  #all = { ms: 0, work: 0 };
  #recent = { ms: 0, work: 0 };

  /** @param now milliseconds that only grow */
  constructor(now: () => number) {
    this.#now = now;
    this.#lastMs = now();
  }

  /** Called often while there is work, else a long silence is taken for sleep. */
  tick(): void {
    const now = this.#now();
    const silence = now - this.#lastMs;
    this.#lastMs = now;
    if (silence > Math.max(SLEEP_MS, SLEEP_FACTOR * this.#longestMs)) return;
    this.#longestMs = Math.max(this.#longestMs, silence);
    this.#awakeMs += silence;
  }

  /** Milliseconds without those of sleep: a stretch of work is measured by the difference of two. */
  get awakeMs(): number {
    this.tick();
    return this.#awakeMs;
  }

  /** So much was done, in any unit that stays the same. */
  add(work: number): void {
    this.#done += work;
  }

  /** A stretch of work that took so long by itself, whatever else was done between: tells how the machine's pace changes. */
  measure(work: number, ms: number): void {
    this.#all = { ms: this.#all.ms + ms, work: this.#all.work + work };
    this.#recent = {
      ms: KEPT_OF_BEFORE * this.#recent.ms + ms,
      work: KEPT_OF_BEFORE * this.#recent.work + work,
    };
  }

  /** Null before anything was done. */
  secondsFor(work: number): number | null {
    if (this.#done === 0) return null;
    return ((this.awakeMs / this.#done) * Math.max(0, work) * this.#slowdown()) / 1000;
  }

  /** How much slower the last stretches were than all of them. */
  #slowdown(): number {
    const [recent, all] = [this.#recent, this.#all].map(({ ms, work }) => ms / work);
    const slowdown = recent! / all!;
    return slowdown > 0 ? Math.min(slowdown, MOST_SLOWDOWN) : 1;
  }
}
