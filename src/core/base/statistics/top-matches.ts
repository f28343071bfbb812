/** Similar launches, most similar first. */
export interface NearLaunches {
  readonly launches: Uint32Array;
  /** Similarity; 1 where a product is the same in all that is compared. */
  readonly likeness: Float64Array;
}

/**
 * Keeps the most similar of the launches offered, the earlier one first among equals. A similarity of 0 is not kept.
 */
export class TopMatches {
  readonly #most: number;
  readonly #found: { readonly launch: number; readonly likeness: number }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  takes(likeness: number): boolean {
    if (likeness === 0) return false;
    return this.#found.length < this.#most || likeness > this.#found.at(-1)!.likeness;
  }

  offer(launch: number, likeness: number): void {
    if (!this.takes(likeness)) return;
    const found = this.#found;
    if (found.length === this.#most) found.pop();
    let at = found.length;
    while (at > 0 && found[at - 1]!.likeness < likeness) at--;
    found.splice(at, 0, { launch, likeness });
  }

  launches(): NearLaunches {
    return {
      launches: Uint32Array.from(this.#found, ({ launch }) => launch),
      likeness: Float64Array.from(this.#found, ({ likeness }) => likeness),
    };
  }
}
