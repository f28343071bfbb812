/** Measures the seconds of each phase of a run. */
export class PhaseTimer {
  readonly #seconds = new Map<string, number>();
  #phase: string | null = null;
  #sinceMs = performance.now();

  /** Starts a phase, which lasts until another is entered. */
  enter(phase: string | null): void {
    const now = performance.now();
    if (this.#phase !== null) {
      const before = this.#seconds.get(this.#phase) ?? 0;
      this.#seconds.set(this.#phase, before + (now - this.#sinceMs) / 1000);
    }
    this.#phase = phase;
    this.#sinceMs = now;
  }

  async time<T>(phase: string, work: () => Promise<T>): Promise<T> {
    this.enter(phase);
    const result = await work();
    this.enter(null);
    return result;
  }

  seconds(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#seconds);
  }
}
