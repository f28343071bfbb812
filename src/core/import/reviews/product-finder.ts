// Finds a product by what files of reviews call it: by its number, an alias, its title, its address, or by words.

import { words } from '#core/base/text/split-words.ts';
import { namedVariant } from '#core/base/text/variant-names.ts';
import { nameKey } from '../derivation/known-products.ts';
import { LaunchWords } from '../marketing/match-by-words.ts';

/** 'variant': an SKU that begins with the product's number, or the other way round. 'words': by words of the title. */
export type FoundBy = 'id' | 'alias' | 'title' | 'handle' | 'variant' | 'words';

/** Another name of a product, such as the SKU of a variant or a handle in the catalogue. */
export interface ProductAlias {
  readonly name: string;
  readonly productId: string;
}

export interface NamedProduct {
  readonly id: string;
  readonly titles: readonly string[];
}

export interface FoundProduct {
  /** Index among the products. */
  readonly product: number;
  readonly by: FoundBy;
}

/** Shorter beginnings of numbers are shared by chance. */
const LEAST_STEM = 3;
/** More names are not compared by words: each takes about a millisecond among 10,000 titles. */
const MOST_BY_WORDS = 3_000;
const JOINT = /[-_./]/;

/** Products by every name. A name of several products stands for none of them. */
export class ProductFinder {
  readonly #byId = new Map<string, number>();
  readonly #byAlias = new NameIndex();
  readonly #byTitle = new NameIndex();
  readonly #byHandle = new NameIndex();
  readonly #byStem = new NameIndex();
  readonly #words: LaunchWords;
  readonly #titles: readonly string[];
  readonly #foundByWords = new Map<string, number | null>();

  constructor(products: readonly NamedProduct[], aliases: readonly ProductAlias[]) {
    const stems = new NameIndex();
    for (const [product, { id, titles }] of products.entries()) {
      if (id !== '') this.#byId.set(nameKey(id), product);
      for (const stem of stemsOf(nameKey(id))) this.#byStem.add(stem, product);
      for (const title of titles) {
        this.#byTitle.add(nameKey(title), product);
        this.#byHandle.add(slug(title), product);
        const variant = namedVariant(title);
        if (variant) stems.add(nameKey(variant.stem), product);
      }
    }
    for (const [stem, product] of stems.single()) this.#byTitle.addNew(stem, product);
    for (const { name, productId } of aliases) {
      const product = this.#byId.get(nameKey(productId));
      if (product !== undefined) this.#byAlias.add(nameKey(name), product);
    }
    this.#titles = [...new Set(products.flatMap(({ titles }) => titles))];
    this.#words = new LaunchWords(this.#titles);
  }

  /**
   * Finds the product of a review by its names, the most reliable first; null where none is sure. If a number and a
   * title name two products, the number belongs to another list than the launches', so the title is believed.
   */
  find(names: readonly string[]): FoundProduct | null {
    const keys = names.map(nameKey);
    const byNumber =
      found('id', keys, (key) => this.#byId.get(key)) ??
      found('alias', keys, (key) => this.#byAlias.get(key));
    const byTitle =
      found('title', keys, (key) => this.#byTitle.get(key)) ??
      found('title', names, (name) => this.#byTitle.get(nameKey(namedVariant(name)?.stem ?? ''))) ??
      found('handle', keys.map(slug), (key) => this.#byHandle.get(key));
    if (byNumber && byTitle) return byNumber.product === byTitle.product ? byNumber : byTitle;
    return (
      byNumber ??
      byTitle ??
      found('variant', keys, (key) => this.#byVariant(key)) ??
      found('words', names, (name) => this.#byWords(name))
    );
  }

  #byVariant(key: string): number | undefined {
    if (/\s/.test(key)) return undefined;
    const ofStem = stemsOf(key)
      .map((stem) => this.#byId.get(stem))
      .find((product) => product !== undefined);
    return ofStem ?? (key.length >= LEAST_STEM ? this.#byStem.get(key) : undefined);
  }

  /** Only a name of several words is matched by words. */
  #byWords(name: string): number | undefined {
    const known = this.#foundByWords.get(name);
    if (known !== undefined) return known ?? undefined;
    if (this.#foundByWords.size >= MOST_BY_WORDS) return undefined;
    const text = /\s/.test(name) ? name : name.replaceAll('-', ' ');
    const match = words(text).length > 1 ? this.#words.match(text, () => 0) : null;
    const product = match?.isSure
      ? this.#byTitle.get(nameKey(this.#titles[match.place]!))
      : undefined;
    this.#foundByWords.set(name, product ?? null);
    return product;
  }
}

/** Products by name. */
class NameIndex {
  readonly #products = new Map<string, number | null>();

  add(name: string, product: number): void {
    if (name === '') return;
    const owner = this.#products.get(name);
    this.#products.set(name, owner === undefined || owner === product ? product : null);
  }

  addNew(name: string, product: number): void {
    if (!this.#products.has(name)) this.#products.set(name, product);
  }

  get(name: string): number | undefined {
    return this.#products.get(name) ?? undefined;
  }

  /** Returns the names of exactly one product. */
  single(): [name: string, product: number][] {
    return [...this.#products].flatMap(([name, product]) =>
      product === null ? [] : [[name, product]],
    );
  }
}

function found(
  by: FoundBy,
  names: readonly string[],
  lookUp: (name: string) => number | undefined,
): FoundProduct | null {
  for (const name of names) {
    const product = lookUp(name);
    if (product !== undefined) return { product, by };
  }
  return null;
}

/** Returns the beginnings of a number at its joints, the longest first: "a-100-red" gives "a-100". */
function stemsOf(key: string): string[] {
  const stems: string[] = [];
  for (let end = key.length - 1; end >= LEAST_STEM; end--) {
    if (JOINT.test(key[end]!)) stems.push(key.slice(0, end));
  }
  return stems;
}

/** Writes a title as shops write it in an address: "Crème Brûlée – Set" becomes "creme-brulee-set". */
function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
