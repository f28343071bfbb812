// How often a join by meaning is right: of shops made by hand, and of a grocer's own departments.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import type { TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import { joinTerms } from '#core/demand/market/join-terms.ts';
import { joinsByMeaning, MOST_NAMES } from '#core/demand/market/joins-by-meaning.ts';
import { embeddingsOf } from '../../support/embeddings-of.ts';

interface Shop {
  readonly name: string;
  readonly language: 'en' | 'zh' | 'mixed';
  readonly categories: Readonly<Record<string, Category>>;
  readonly names: readonly string[];
}

interface Category {
  readonly titles: readonly string[];
  /** Names of the shop that may stand for it; none: none may. */
  readonly right: readonly string[];
  /** Names of other shops that may stand for it, as far as any was found. */
  readonly rightOfOthers?: readonly string[];
}

const PRODUCTS = join(
  import.meta.dirname,
  '../../../../shared/data/completejourney/products.csv.gz',
);
const LEAST_PRECISION = 0.9;
/** Texts embedded at once. */
const BATCH = 400;

export async function joins(): Promise<string[]> {
  const { tuned, judged } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'synonyms.json'), 'utf8'),
  ) as Record<'tuned' | 'judged', readonly Shop[]>;
  const missed: string[] = [];
  const tell = (name: string, found: Found, isTarget = true) => {
    const { made, right, possible } = found;
    const precision = right / made;
    console.log(
      `${name}: ${right} of ${made} right (${percent(precision)}), of ${possible} that could be joined (${percent(right / possible)})`,
    );
    if (isTarget && precision < LEAST_PRECISION) missed.push(`precision 90% (${name})`);
  };
  const shops = [...tuned, ...judged];
  const embeddings = await embeddingsInBatches(shops.flatMap(textsOf));
  tell('tuned on', total(tuned, embeddings), false);
  tell('judged on', total(judged, embeddings));
  for (const language of ['en', 'zh', 'mixed'])
    tell(
      `  ${language}`,
      total(
        judged.filter((shop) => shop.language === language),
        embeddings,
      ),
      false,
    );
  const crowded = judged.map((shop) => ({ ...shop, names: amongOthers(shop, shops) }));
  tell(`judged on, among ${MOST_NAMES} names`, total(crowded, embeddings));
  const grocers = groceries();
  tell('groceries', total(grocers, await embeddingsInBatches(grocers.flatMap(textsOf))));
  return missed;
}

interface Found {
  readonly made: number;
  readonly right: number;
  /** Categories that words join to nothing, though a name means the same. */
  readonly possible: number;
}

function total(shops: readonly Shop[], embeddings: TextEmbeddings): Found {
  const all = shops.map((shop) => foundIn(shop, embeddings));
  const sumOf = (part: keyof Found) => all.reduce((sum, found) => sum + found[part], 0);
  return { made: sumOf('made'), right: sumOf('right'), possible: sumOf('possible') };
}

function foundIn({ categories, names }: Shop, embeddings: TextEmbeddings): Found {
  const all = Object.entries(categories);
  const titled = all.map(([category, { titles }]) => ({ category, titles }));
  const byMeaning = joinsByMeaning(titled, names, embeddings);
  const byWords = joinTerms(Object.keys(categories), names);
  const left = all.filter((_, i) => byWords[i] === null);
  const made = left.filter(([category]) => byMeaning[category] !== undefined);
  const right = made.filter(([category, { right, rightOfOthers = [] }]) =>
    [...right, ...rightOfOthers].includes(byMeaning[category]!),
  );
  const possible = left.filter(([, { right }]) => right.length > 0);
  return { made: made.length, right: right.length, possible: possible.length };
}

function amongOthers(shop: Shop, shops: readonly Shop[]): string[] {
  const others = shops.toReversed().filter((other) => other !== shop);
  const names = [...shop.names, ...others.flatMap((other) => other.names)];
  return [...new Set(names)].slice(0, MOST_NAMES);
}

function textsOf({ categories, names }: Shop): string[] {
  const own = Object.entries(categories).flatMap(([name, { titles }]) => [name, ...titles]);
  return [...names, ...own];
}

async function embeddingsInBatches(texts: readonly string[]): Promise<TextEmbeddings> {
  const distinct = [...new Set(texts)];
  const known = new Map<string, Float32Array>();
  for (let from = 0; from < distinct.length; from += BATCH)
    for (const [text, embedding] of await embeddingsOf(distinct.slice(from, from + BATCH)))
      known.set(text, embedding);
  return known;
}

const DEPARTMENTS_OF_SHOP = 12;
const LEAST_PRODUCTS = 3;
const LEAST_SHARE = 0.8;
const LEAST_KINDS = 4;
const MOST_NAMES_OF_DEPARTMENT = 6;
const MOST_TITLES = 10;

/**
 * A grocer's categories in shops of twelve. Of the kinds of products of each, every other one is a title; the others are names, as
 * far as they share words with no category of the shop.
 */
function groceries(): Shop[] {
  const kinds = [...kindsByCategory()].filter(([, all]) => all.length >= LEAST_KINDS);
  const count = Math.floor(kinds.length / DEPARTMENTS_OF_SHOP);
  return Array.from({ length: count }, (_, shop) => {
    // Categories that follow each other are alike: each shop has every so many.
    const own = kinds.filter((_kind, i) => i % count === shop).slice(0, DEPARTMENTS_OF_SHOP);
    const isOther = (kind: string) =>
      own.every(([category]) => joinTerms([category], [kind])[0] === null);
    const categories = own.map(([category, all]) => {
      const titles = all.filter((_kind, i) => i % 2 === 0).slice(0, MOST_TITLES);
      const others = all.filter((_kind, i) => i % 2 === 1).slice(0, MOST_NAMES_OF_DEPARTMENT);
      return [category, { titles, right: others.filter(isOther) }] as const;
    });
    const names = categories.flatMap(([, { right }]) => right);
    return { name: `${shop}`, language: 'en', categories: Object.fromEntries(categories), names };
  });
}

/** Kinds of products by category: those of at least three products, four of five of them in it. */
function kindsByCategory(): Map<string, string[]> {
  const rows = Papa.parse<Record<string, string>>(
    gunzipSync(readFileSync(PRODUCTS)).toString('utf8'),
    { header: true, skipEmptyLines: true },
  ).data;
  const counts = new Map<string, Map<string, number>>();
  for (const { product_category = '', product_type = '' } of rows) {
    if (product_category === '' || product_type === '') continue;
    const own = counts.get(product_type) ?? new Map<string, number>();
    counts.set(product_type, own.set(product_category, (own.get(product_category) ?? 0) + 1));
  }
  const kinds = new Map<string, string[]>();
  for (const [kind, own] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [category, most] = [...own].sort(([, a], [, b]) => b - a)[0]!;
    const all = [...own.values()].reduce((sum, each) => sum + each, 0);
    if (most < LEAST_PRODUCTS || most < LEAST_SHARE * all) continue;
    const name = plain(category);
    kinds.set(name, [...(kinds.get(name) ?? []), plain(kind)]);
  }
  return kinds;
}

function plain(text: string): string {
  return text
    .replace(/[^A-Z ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
