import { keepMark, keptMark } from '../base/kept-mark.ts';

/** Kept on the device, so that the clock runs on while the leader shows other pages. */
const KEY = 'debut-lesson-started';
const LOOK_EVERY_MS = 1_000;
const MINUTE_MS = 60_000;
/** A clock that nobody stopped is forgotten after so many minutes. */
const MOST_MINUTES = 180;

/** The leader's clock: full minutes since the lesson began. */
export class LessonClock {
  #startedAt = $state.raw<number | null>(startedBefore());
  #now = $state.raw(Date.now());

  constructor() {
    $effect(() => {
      if (this.#startedAt === null) return;
      const timer = setInterval(() => (this.#now = Date.now()), LOOK_EVERY_MS);
      return () => clearInterval(timer);
    });
  }

  /** Full minutes since the beginning; null while it does not run. */
  readonly minute: number | null = $derived.by(() => {
    if (this.#startedAt === null) return null;
    return Math.max(0, Math.floor((this.#now - this.#startedAt) / MINUTE_MS));
  });

  start(): void {
    this.#now = Date.now();
    this.#startedAt = this.#now;
    keepMark(KEY, String(this.#now));
  }

  stop(): void {
    this.#startedAt = null;
    keepMark(KEY, null);
  }
}

function startedBefore(): number | null {
  const at = Number(keptMark(KEY) ?? NaN);
  return Date.now() - at < MOST_MINUTES * MINUTE_MS ? at : null;
}
