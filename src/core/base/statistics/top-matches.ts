/** Similar launches, most similar first. */
export interface NearLaunches {
  readonly launches: Uint32Array;
  /** Similarity; 1 where a product is the same in all that is compared. */
  readonly similarity: Float64Array;
}

/**
 * Keeps the most similar of the launches offered, the earlier one first among equals. A similarity of 0 is not kept.
 */
export class TopMatches {
  readonly #most: number;
  readonly #found: { readonly launch: number; readonly similarity: number }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  takes(similarity: number): boolean {
    if (similarity === 0) return false;
    return this.#found.length < this.#most || similarity > this.#found.at(-1)!.similarity;
  }

  offer(launch: number, similarity: number): void {
    if (!this.takes(similarity)) return;
    const found = this.#found;
    if (found.length === this.#most) found.pop();
    let at = found.length;
    while (at > 0 && found[at - 1]!.similarity < similarity) at--;
    found.splice(at, 0, { launch, similarity });
  }

  launches(): NearLaunches {
    return {
      launches: Uint32Array.from(this.#found, ({ launch }) => launch),
      similarity: Float64Array.from(this.#found, ({ similarity }) => similarity),
    };
  }
}
