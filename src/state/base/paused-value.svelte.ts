/** Pause in changes after which a value is taken, in milliseconds. */
const PAUSE_MS = 400;

/** A value that changes often, as it was when its changes last paused. */
export class PausedValue<Value> {
  #current: Value;

  constructor(read: () => Value) {
    this.#current = $state.raw(read());
    $effect(() => {
      const value = read();
      const timer = setTimeout(() => (this.#current = value), PAUSE_MS);
      return () => clearTimeout(timer);
    });
  }

  get current(): Value {
    return this.#current;
  }
}
