// Which input a word has. A word that no title of the history has, but for one slip of the pen, counts as the word that was meant:
// a letter too many, missing, wrong, or changed with the next. Words one deletion apart from both are found without comparing with
// every word (as SymSpell does).

/** Shorter words are too near to each other to guess. */
const LEAST_LETTERS = 5;
/** In these, which are nearer still, two letters may have changed places. */
const LEAST_LETTERS_TO_SWAP = 4;
const AMBIGUOUS = -1;

export class WordColumns {
  readonly #columns: ReadonlyMap<string, number>;
  /** Column by what is left of a word without one of its letters. */
  readonly #nearly = new Map<string, number>();
  /** Column by a short word with two neighbouring letters changed. */
  readonly #swapped = new Map<string, number>();

  /** @param words in the order of their columns */
  constructor(words: readonly string[]) {
    this.#columns = new Map(words.map((word, column) => [word, column]));
    words.forEach((word, column) => {
      if (word.length < LEAST_LETTERS) {
        for (const slip of withTwoSwapped(word)) note(this.#swapped, slip, column);
        return;
      }
      for (const rest of [word, ...withoutOneLetter(word)]) note(this.#nearly, rest, column);
    });
  }

  /** Undefined where no word was meant, or two may have been. */
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

function note(columns: Map<string, number>, slip: string, column: number): void {
  const known = columns.get(slip);
  columns.set(slip, known === undefined || known === column ? column : AMBIGUOUS);
}

function settled(column: number | undefined): number | undefined {
  return column === AMBIGUOUS ? undefined : column;
}

/** The first letter is kept: it is hardly ever the slip, and tells words apart. */
function withoutOneLetter(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i + 1) + word.slice(i + 2),
  );
}

/** None for a word too short to tell. */
function withTwoSwapped(word: string): string[] {
  if (word.length < LEAST_LETTERS_TO_SWAP) return [];
  return Array.from(
    { length: word.length - 2 },
    (_, i) => word.slice(0, i + 1) + word[i + 2]! + word[i + 1]! + word.slice(i + 3),
  );
}
