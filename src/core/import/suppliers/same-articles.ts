// Finds which items of several lists are the same article: by barcode, by the maker's number, or by name. Two articles
// must never become one, so anything that tells them apart keeps them apart.

import { ownValue } from '#core/base/lookup.ts';
import { spellingKey } from '#core/base/text/split-words.ts';
import { similarTitles } from '../quality/similar-titles.ts';
import { titleWords } from '../quality/title-words.ts';
import type { SupplierItem } from './supplier-list.ts';
import { measuredTitle, measuresIn } from './variant-of-row.ts';

export type SameBy = 'barcode' | 'maker-sku' | 'name';

export interface ComparedItem {
  readonly item: SupplierItem;
  /** Unique among all items, and the same in any order of files. */
  readonly key: string;
  /** Number of its list. */
  readonly list: number;
  /** Its list and its supplier there: two items of one origin are two articles. */
  readonly origin: string;
  /** Cost in the shop's currency; null where it is not known. */
  readonly unitCost: number | null;
}

export interface SameItems {
  readonly members: readonly ComparedItem[];
  /** What showed that they are the same, surest first; empty for one item. */
  readonly by: readonly SameBy[];
}

const LEAST_MAKER_SKU = 4;
/** Names of one word, or of fewer characters in Chinese, are names of kinds. */
const LEAST_WORDS = 2;
const LEAST_HAN = 4;
/** Offers of one article differ less. */
const MOST_TIMES_COST = 3;

type Pair = readonly [ComparedItem, ComparedItem];

interface Group {
  members: ComparedItem[];
  readonly by: Set<SameBy>;
}

/**
 * Groups items of the same article. The result does not depend on the order of lists.
 * @param items sorted by key
 */
export function sameArticles(items: readonly ComparedItem[]): SameItems[] {
  const groupOf = new Map(items.map((item) => [item, { members: [item], by: new Set<SameBy>() }]));
  const join = ([one, other]: Pair, by: SameBy): void => {
    const [a, b]: [Group, Group] = [groupOf.get(one)!, groupOf.get(other)!];
    if (a === b || !areSame(a, b, by)) return;
    a.members = [...a.members, ...b.members];
    for (const each of [by, ...b.by]) a.by.add(each);
    for (const member of b.members) groupOf.set(member, a);
  };
  const byBarcode = gathered(items, ({ item }) => item.barcodes);
  for (const found of withoutDoubtful(byBarcode).flatMap(allPairs)) join(found, 'barcode');
  const byNumber = gathered(items, ({ item }) => {
    const key = numberKey(item.makerSku);
    return key.length >= LEAST_MAKER_SKU && /\d/.test(key) ? [key] : [];
  });
  for (const found of withoutDoubtful(byNumber).flatMap(allPairs)) join(found, 'maker-sku');
  for (const found of pairsByName(items)) join(found, 'name');
  const groups = new Set(items.map((item) => groupOf.get(item)!));
  return [...groups].map(({ members, by }) => ({
    members,
    by: (['barcode', 'maker-sku', 'name'] as const).filter((each) => by.has(each)),
  }));
}

function gathered(
  items: readonly ComparedItem[],
  keysOf: (item: ComparedItem) => readonly string[],
): ComparedItem[][] {
  const byKey = new Map<string, ComparedItem[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) byKey.set(key, [...(byKey.get(key) ?? []), item]);
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}

/** A number that two items of one origin have says nothing of either. */
function withoutDoubtful(found: readonly ComparedItem[][]): ComparedItem[][] {
  return found.filter((items) => new Set(items.map(({ origin }) => origin)).size === items.length);
}

/** Returns pairs of items with equal or nearly equal names. A name that one origin has twice tells neither. */
function pairsByName(items: readonly ComparedItem[]): Pair[] {
  const told = items.filter(({ item }) => isTelling(item.title));
  const named = withoutDoubtful(gathered(told, ({ item }) => [measuredTitle(item)]));
  const byTitle = new Map(named.map((found) => [measuredTitle(found[0]!.item), found]));
  const similar = similarTitles([...byTitle.keys()]).flatMap(({ title, same }) =>
    byTitle.get(title)!.flatMap((a) => byTitle.get(same)!.map((b): Pair => [a, b])),
  );
  return [...named.flatMap(allPairs), ...similar];
}

function allPairs(items: readonly ComparedItem[]): Pair[] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): Pair => [a, b]));
}

function isTelling(title: string): boolean {
  const words = titleWords(title).filter((word) => /\p{L}/u.test(word));
  return words.length >= LEAST_WORDS || (title.match(/\p{Script=Han}/gu)?.length ?? 0) >= LEAST_HAN;
}

function areSame(a: Group, b: Group, by: SameBy): boolean {
  return a.members.every((one) =>
    b.members.every((other) => one.origin !== other.origin && !tellsApart(one, other, by)),
  );
}

function tellsApart(a: ComparedItem, b: ComparedItem, by: SameBy): boolean {
  if (differ(measuresOf(a.item), measuresOf(b.item))) return true;
  if (by === 'barcode') return false;
  if (isOther(a.item.brand, b.item.brand)) return true;
  if (by === 'maker-sku') return false;
  return (
    isOther(a.item.material, b.item.material) ||
    areNumbersOther(a.item, b.item) ||
    haveOtherAttributes(a.item, b.item) ||
    areCostsFarApart(a.unitCost, b.unitCost)
  );
}

/** "SC-77" and "sc 77" are one number. */
export function numberKey(sku: string): string {
  return sku
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function measuresOf(item: SupplierItem): string[] {
  return measuresIn(measuredTitle(item));
}

function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && a.toSorted().join(' ') !== b.toSorted().join(' ');
}

function isOther(a: string, b: string): boolean {
  return a !== '' && b !== '' && spellingKey(a) !== spellingKey(b);
}

/** Barcodes and the maker's numbers that are both known and differ tell articles of one name apart. */
function areNumbersOther(a: SupplierItem, b: SupplierItem): boolean {
  const areOther = a.barcodes.length > 0 && b.barcodes.length > 0;
  const shared = a.barcodes.some((code) => b.barcodes.includes(code));
  return (areOther && !shared) || isOther(numberKey(a.makerSku), numberKey(b.makerSku));
}

function haveOtherAttributes(a: SupplierItem, b: SupplierItem): boolean {
  return Object.entries(a.attributes).some(([name, value]) =>
    isOther(value, ownValue(b.attributes, name) ?? ''),
  );
}

function areCostsFarApart(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return false;
  return Math.max(a, b) > MOST_TIMES_COST * Math.min(a, b);
}
