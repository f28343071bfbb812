/** A component that is fetched when it is first needed: a panel costs nothing until it opens. */
export class Lazy<Part> {
  readonly #load: () => Promise<{ readonly default: Part }>;
  #component = $state.raw<Part | null>(null);
  #loading: Promise<void> | undefined;

  constructor(load: () => Promise<{ readonly default: Part }>) {
    this.#load = load;
  }

  /** The component; null until it is loaded. */
  get component(): Part | null {
    return this.#component;
  }

  /** Fetches the component. A second call waits for the first; a call after a failure tries again. */
  fetch(): Promise<void> {
    return (this.#loading ??= this.#fetch());
  }

  async #fetch(): Promise<void> {
    try {
      this.#component = (await this.#load()).default;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}
