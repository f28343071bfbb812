// Finds the input column of a word. A word absent from the history counts as a known word that differs by one typing
// error: a letter added, missing, wrong or swapped with the next. Candidates are found by single deletions, without
// comparing every word (as SymSpell does).

/** Shorter words are too similar to each other to correct. */
const LEAST_LETTERS = 5;
/** Minimum length at which two swapped letters are corrected; these short words get no other correction. */
const LEAST_LETTERS_TO_SWAP = 4;
const AMBIGUOUS = -1;

export class WordColumns {
  readonly #columns: ReadonlyMap<string, number>;
  /** Column by word, and by word without one of its letters. */
  readonly #nearly = new Map<string, number>();
  /** Column by short word with two neighbouring letters swapped. */
  readonly #swapped = new Map<string, number>();

  /** @param words known words, in the order of their columns */
  constructor(words: readonly string[]) {
    this.#columns = new Map(words.map((word, column) => [word, column]));
    words.forEach((word, column) => {
      if (word.length < LEAST_LETTERS) {
        for (const typo of withTwoSwapped(word)) note(this.#swapped, typo, column);
        return;
      }
      for (const rest of [word, ...withoutOneLetter(word)]) note(this.#nearly, rest, column);
    });
  }

  /** Returns the column of a word; undefined where no known word is near, or several are. */
  columnOf(word: string): number | undefined {
    const own = this.#columns.get(word);
    if (own !== undefined) return own;
    if (word.length < LEAST_LETTERS) return settled(this.#swapped.get(word));
    const meant = new Set<number>();
    for (const rest of [word, ...withoutOneLetter(word)]) {
      const column = this.#nearly.get(rest);
      if (column !== undefined) meant.add(column);
    }
    const [only] = meant;
    return meant.size === 1 ? settled(only) : undefined;
  }
}

function note(columns: Map<string, number>, typo: string, column: number): void {
  const known = columns.get(typo);
  columns.set(typo, known === undefined || known === column ? column : AMBIGUOUS);
}

function settled(column: number | undefined): number | undefined {
  return column === AMBIGUOUS ? undefined : column;
}

/** Keeps the first letter, which is rarely the error and separates words. */
function withoutOneLetter(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i + 1) + word.slice(i + 2),
  );
}

/** Returns no variants for words that are too short. */
function withTwoSwapped(word: string): string[] {
  if (word.length < LEAST_LETTERS_TO_SWAP) return [];
  return Array.from(
    { length: word.length - 2 },
    (_, i) => word.slice(0, i + 1) + word[i + 2]! + word[i + 1]! + word.slice(i + 3),
  );
}
