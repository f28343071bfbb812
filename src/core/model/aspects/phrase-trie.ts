// Finds many phrases in one walk over a sentence.

/** A node of a trie over units. */
interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

export interface FoundPhrase<T> {
  readonly values: readonly T[];
  /** The phrase holds the units from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
}

/** Most fillers within one phrase. */
const MOST_SKIPPED = 3;

/** Phrases as sequences of units, each with the values that were added with it. */
export class PhraseTrie<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] };
  readonly #fillers: ReadonlySet<string>;

  /** @param fillers units that may stand between those of a phrase */
  constructor(fillers: ReadonlySet<string>) {
    this.#fillers = fillers;
  }

  /** Adds a phrase; several may share their units. One without units is ignored. */
  add(units: readonly string[], value: T): void {
    if (units.length === 0) return;
    let node = this.#root;
    for (const unit of units) {
      let child = node.next.get(unit);
      if (!child) node.next.set(unit, (child = { next: new Map(), values: [] }));
      node = child;
    }
    node.values.push(value);
  }

  /** Returns the phrases in a sentence from left to right, of those that start at one unit the longest; none overlap. */
  find(units: readonly string[]): FoundPhrase<T>[] {
    const found: FoundPhrase<T>[] = [];
    for (let start = 0; start < units.length;) {
      const phrase = this.#longestAt(units, start);
      if (phrase) found.push(phrase);
      start = phrase ? phrase.end : start + 1;
    }
    return found;
  }

  #longestAt(units: readonly string[], start: number): FoundPhrase<T> | null {
    let node = this.#root.next.get(units[start]!);
    let longest: FoundPhrase<T> | null = null;
    let skipped = 0;
    for (let at = start + 1; node; at++) {
      if (node.values.length > 0) longest = { values: node.values, start, end: at };
      let unit = units[at];
      while (unit !== undefined && !node.next.has(unit)) {
        if (skipped === MOST_SKIPPED || !this.#fillers.has(unit)) return longest;
        skipped += 1;
        at += 1;
        unit = units[at];
      }
      if (unit === undefined) return longest;
      node = node.next.get(unit);
    }
    return longest;
  }
}
