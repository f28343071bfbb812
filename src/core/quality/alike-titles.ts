// Names that seem to be one product's: the same words in another order, with a size or a colour more, or a slip of the pen. Names are
// looked up by their words, so that no two of a hundred thousand have to be compared.

import { slipFinder } from './one-slip.ts';
import { titleParts, type TitleParts } from './title-parts.ts';

/** A name, and another one that says the same. */
export interface AlikeTitle {
  readonly title: string;
  readonly alike: string;
}

/** Of distinct names, each at most once, in their order: those that say what another does, but for the first of them. */
export function alikeTitles(titles: readonly string[]): AlikeTitle[] {
  const byWords = new NamesByWords();
  const found = new Map<string, string>();
  const named = titles
    .map((title) => ({ title, ...titleParts(title) }))
    .filter(({ words }) => words.some((word) => LETTER.test(word)));
  for (const name of named) {
    const earlier = byWords.alike(name);
    if (earlier !== null) found.set(name.title, earlier);
    byWords.add(name);
  }
  const meant = correctionsOf(named);
  // Where either may be the slip, it is the later one.
  for (const name of named.toReversed()) {
    if (found.has(name.title)) continue;
    const alike = firstKnown(meant(name), byWords);
    if (alike !== null && found.get(alike) !== name.title) found.set(name.title, alike);
  }
  return titles.flatMap((title) => {
    const alike = found.get(title);
    return alike === undefined ? [] : [{ title, alike }];
  });
}

const LETTER = /\p{L}/u;
/** Chinese has no spaces: so many characters are two words. */
const TWO_WORDS_CHINESE = /^\p{Script=Han}{4,}$/u;

/** Alone, with a slip or a colour more, it is another name: "Matter", "Red matter". */
function isOneWord(words: readonly string[]): boolean {
  return words.length < 2 && !TWO_WORDS_CHINESE.test(words[0] ?? '');
}

interface NamedProduct extends TitleParts {
  readonly title: string;
}

/** The first name of the same words in each colour. */
class NamesByWords {
  readonly #names = new Map<string, Map<string, string>>();

  add({ title, words, colours }: NamedProduct): void {
    const key = words.join(' ');
    const byColour = this.#names.get(key) ?? new Map<string, string>();
    if (!byColour.has(colours)) byColour.set(colours, title);
    this.#names.set(key, byColour);
  }

  /** Two colours are two products; a colour beside none may be one. */
  alike({ words, colours }: TitleParts): string | null {
    const byColour = this.#names.get(words.join(' '));
    const same = byColour?.get(colours);
    if (!byColour || same !== undefined || isOneWord(words)) return same ?? null;
    const [first] = byColour.values();
    return (colours === '' ? first : byColour.get('')) ?? null;
  }
}

/** Chinese is not spelled: another character is another word. */
const SPELLED = /^\p{Script=Latin}+$/u;

/** What a name may have meant, where a word of it that no other name has is one slip from another. */
function correctionsOf(named: readonly NamedProduct[]): (name: NamedProduct) => TitleParts[] {
  const counts = new Map<string, number>();
  for (const { words } of named)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const oneSlipFrom = slipFinder([...counts.keys()].filter((word) => SPELLED.test(word)));
  return ({ words, colours }) => {
    if (isOneWord(words)) return [];
    const slips = words.filter((word) => counts.get(word) === 1 && SPELLED.test(word));
    return slips.flatMap((slip) =>
      oneSlipFrom(slip).map((word) => ({
        words: words.map((each) => (each === slip ? word : each)).sort(),
        colours,
      })),
    );
  };
}

function firstKnown(corrected: readonly TitleParts[], names: NamesByWords): string | null {
  for (const each of corrected) {
    const known = names.alike(each);
    if (known !== null) return known;
  }
  return null;
}
