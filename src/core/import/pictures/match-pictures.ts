// Finds the product of each picture by the name of its file, or by the row of a workbook that it stands in.

import type { NamedProduct } from './named-products.ts';
import { foldedWords, PLAIN_RANK, pictureName, type PictureName } from './picture-names.ts';

export interface PictureToMatch {
  /** Name of the file, with its folders where it lies in any. */
  readonly path: string;
  /** Cells of its row in a workbook; absent for files. */
  readonly cells?: readonly string[];
}

export interface PictureMatch {
  /** Null where no product, or more than one, is called so. */
  readonly owner: string | null;
  /** Place in the order of views: of several pictures of a product, the first is the best view of it. */
  readonly place: number;
}

/** An ID among other words of a name must have as many letters, and a digit: "12" may count something. */
const LEAST_ID_LETTERS = 4;
/** A title among other words of a name must have as many words: "Red" may describe something. */
const LEAST_TITLE_WORDS = 2;
/** Longest names are looked at by so many words. */
const MOST_WORDS = 24;

/**
 * Matches pictures to products. Case, accents and separators do not matter, nor words at the end that say a view ("-1",
 * "back"). Numbers that stand apart are not one, unless nothing else is called so: "1-2" is the second view of "1", not
 * "12". An ID beats a title, a whole name a part of one, and a file name its folder, unless it says a view only. A name that
 * two products have matches none.
 */
export function matchPictures(
  pictures: readonly PictureToMatch[],
  products: readonly NamedProduct[],
): PictureMatch[] {
  const index = new NameIndex(products);
  const found = pictures.map(({ path, cells }) => {
    const name = pictureName(path);
    const owner = cells ? ownerOfRow(cells, index) : ownerOf(name, index);
    // Numbers at the end of an ID or a title say no view.
    const isWhole = owner !== null && index.isWholeName(name.words, owner);
    return { path, owner, view: isWhole ? PLAIN_RANK : name.view };
  });
  const places = new Map(inOrderOfViews(found).map((i, place) => [i, place]));
  return found.map(({ owner }, i) => ({ owner, place: places.get(i)! }));
}

type Lookup = (index: NameIndex) => ReadonlySet<string>;

/** Owners found at one step; the steps after it are taken only where there is none. */
function ownerOf({ words, base, folder }: PictureName, index: NameIndex): string | null {
  // Words at the end are left out one by one, since a name may end in a number, too.
  const starts = Array.from({ length: words.length - base.length + 1 }, (_, i) =>
    words.slice(0, words.length - i),
  );
  const ofFile: Lookup[] = [
    ...starts.map((start) => () => index.ids(start)),
    ...starts.map((start) => () => index.titles(start)),
  ];
  const ofFolder: Lookup[] = [() => index.ids(folder), () => index.titles(folder)];
  const within: Lookup[] = [() => index.idsWithin(words), () => index.titlesWithin(words)];
  const isViewOnly = base.length === 0;
  const steps = isViewOnly ? [...ofFolder, ...ofFile] : [...ofFile, ...within, ...ofFolder];
  const joined: Lookup[] = base.length === words.length ? [() => index.joined(words)] : [];
  return firstOwner([...steps, () => index.idsWithin(folder), ...joined], index);
}

function ownerOfRow(cells: readonly string[], index: NameIndex): string | null {
  const words = cells.map(foldedWords);
  const all = (find: (each: readonly string[]) => ReadonlySet<string>) => () =>
    new Set(words.flatMap((each) => [...find(each)]));
  return firstOwner([all((each) => index.ids(each)), all((each) => index.titles(each))], index);
}

function firstOwner(steps: readonly Lookup[], index: NameIndex): string | null {
  for (const step of steps) {
    const [owner, ...others] = step(index);
    if (owner !== undefined) return others.length === 0 ? owner : null;
  }
  return null;
}

const NONE: ReadonlySet<string> = new Set();

/** Owners by the letters and digits of their names. */
class NameIndex {
  readonly #ids = new Map<string, Set<string>>();
  readonly #titles = new Map<string, Set<string>>();
  /** IDs by their letters and digits alone, as a barcode that is written in groups. */
  readonly #joined = new Map<string, Set<string>>();

  constructor(products: readonly NamedProduct[]) {
    for (const { owner, ids, title } of products) {
      for (const id of ids) {
        put(this.#ids, keyOf(foldedWords(id)), owner);
        put(this.#joined, foldedWords(id).join(''), owner);
      }
      put(this.#titles, keyOf(foldedWords(title)), owner);
    }
  }

  ids(words: readonly string[]): ReadonlySet<string> {
    return this.#ids.get(keyOf(words)) ?? NONE;
  }

  titles(words: readonly string[]): ReadonlySet<string> {
    return this.#titles.get(keyOf(words)) ?? NONE;
  }

  joined(words: readonly string[]): ReadonlySet<string> {
    return this.#joined.get(words.join('')) ?? NONE;
  }

  /** Returns whether the words are an ID or the title of a product, and nothing else. */
  isWholeName(words: readonly string[], owner: string): boolean {
    return this.ids(words).has(owner) || this.titles(words).has(owner);
  }

  /** Returns the owners of the longest ID among the words. */
  idsWithin(words: readonly string[]): ReadonlySet<string> {
    const isLong = (text: string) => text.length >= LEAST_ID_LETTERS && /\d/.test(text);
    return longestWithin(words, (run) => (isLong(run.join('')) ? this.ids(run) : NONE));
  }

  /** Returns the owners of the longest title among the words. */
  titlesWithin(words: readonly string[]): ReadonlySet<string> {
    const isLong = ({ length }: readonly string[]) => length >= LEAST_TITLE_WORDS;
    return longestWithin(words, (run) => (isLong(run) ? this.titles(run) : NONE));
  }
}

/** Returns words without separators, but for those between two numbers. */
function keyOf(words: readonly string[]): string {
  return words.join(' ').replace(/(?<!\p{N}) | (?!\p{N})/gu, '');
}

function put(index: Map<string, Set<string>>, name: string, owner: string): void {
  if (name === '') return;
  const owners = index.get(name) ?? new Set();
  index.set(name, owners.add(owner));
}

function longestWithin(
  words: readonly string[],
  find: (run: readonly string[]) => ReadonlySet<string>,
): ReadonlySet<string> {
  const looked = words.slice(0, MOST_WORDS);
  for (let length = looked.length; length > 0; length--) {
    const found = new Set<string>();
    for (let from = 0; from + length <= looked.length; from++)
      for (const owner of find(looked.slice(from, from + length))) found.add(owner);
    if (found.size > 0) return found;
  }
  return NONE;
}

/** Returns the indices of pictures, best views first, then by path, numbers in paths as numbers. */
function inOrderOfViews(
  pictures: readonly { readonly path: string; readonly view: number }[],
): number[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return pictures
    .map((_, i) => i)
    .sort((a, b) => {
      const [one, other] = [pictures[a]!, pictures[b]!];
      return one.view - other.view || compare(one.path, other.path) || a - b;
    });
}
