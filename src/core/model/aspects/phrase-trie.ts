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
const MOST_SKIPPED = 5;

/** Phrases as sequences of units, each with the values that were added with it. */
export class PhraseTrie<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] };
  readonly #isFiller: (unit: string, next: string) => boolean;

  /** @param isFiller whether a unit may stand within a phrase, in which `next` goes on */
  constructor(isFiller: (unit: string, next: string) => boolean) {
    this.#isFiller = isFiller;
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
      const next = this.#nextIn(node, units, at, MOST_SKIPPED - skipped);
      if (next < 0) return longest;
      skipped += next - at;
      at = next;
      node = node.next.get(units[at]!);
    }
    return longest;
  }

  /** Returns where a phrase goes on, after at most so many fillers; -1 where it does not. */
  #nextIn(node: Node<T>, units: readonly string[], from: number, most: number): number {
    const end = Math.min(units.length, from + most + 1);
    for (let at = from; at < end; at++) {
      const unit = units[at]!;
      if (node.next.has(unit)) {
        const areFillers = units.slice(from, at).every((each) => this.#isFiller(each, unit));
        return areFillers ? at : -1;
      }
    }
    return -1;
  }
}
