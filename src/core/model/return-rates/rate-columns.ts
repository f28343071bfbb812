// Products → sparse columns, in groups: levels of each text, pairs of levels, words, the price, attributes that are
// numbers. The effects of a group share one spread, which penalised-fit.ts learns.

import { ownValue } from '#core/base/lookup.ts';
import { countTexts, finite, mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { listedItems, words } from '#core/base/text/split-words.ts';
import {
  bounded,
  fitNumberInput,
  numberInputCount,
  numberInputsOf,
  type NumberInput,
} from '#core/model/features/number-inputs.ts';
import { ATTRIBUTE_PREFIX } from '#core/model/features/product-encoder.ts';
import type { RateProduct } from './rate-launch.ts';

/** Columns that stand for texts, one each; a pair's text is the two levels with PAIR_MARK between. */
export interface TextGroup {
  readonly kind: 'level' | 'pair' | 'word';
  /** "category", "brand", the prefix with the name of an attribute; of a pair both, of words none. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

/** One column: log price relative to the mean of its category, in standard deviations. */
export interface PriceGroup {
  readonly kind: 'price';
  readonly meanByCategory: Readonly<Record<string, number>>;
  readonly mean: number;
  readonly deviation: number;
}

export interface NumberGroup {
  readonly kind: 'number';
  readonly input: NumberInput;
}

export type RateGroup = TextGroup | PriceGroup | NumberGroup;

/** One product's entries. Column 0 is the constant; the columns of the groups follow in their order. */
export interface SparseRow {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  /** Groups in which the product has a text that no earlier launch had: any effect is possible. */
  readonly unknown: readonly number[];
}

export const PAIR_MARK = '\u001F';
/** Number of launches from which a text gets a column; a category from the first. */
const LEAST_LAUNCHES = { level: 2, pair: 3, word: 3 };
const MOST_TEXTS = { level: 60, pair: 60, word: 120 };
/** The fit's time rises with the cube of the columns. */
const MOST_COLUMNS = 300;
/** More attributes than these are paired with nothing: the columns would be too many. */
const MOST_PAIRED = 5;
/** So few different numbers may be sizes or codes, so that each is a level, too. */
const FEW_NUMBERS = 12;

/** Chooses the columns for the products of past launches. */
export function fitRateColumns(products: readonly RateProduct[]): RateGroup[] {
  const names = attributeNames(products);
  const numbers = names.flatMap((name) => {
    const input = fitNumberInput(
      name,
      products.map(({ attributes }) => ownValue(attributes, name) ?? ''),
    );
    return input ? [{ kind: 'number' as const, input }] : [];
  });
  const asNumber = new Set(numbers.map(({ input }) => input.name));
  const isLevelled = (name: string) =>
    !asNumber.has(name) || levelsIn(products, name) <= FEW_NUMBERS;
  const levelled = [
    'category',
    'brand',
    ...names.filter(isLevelled).map((n) => ATTRIBUTE_PREFIX + n),
  ];
  const groups: RateGroup[] = [
    ...mostSeen([
      ...levelled.map((name) => textGroup('level', [name], products)),
      ...pairsOf(levelled.slice(0, MOST_PAIRED)).map((pair) => textGroup('pair', pair, products)),
      textGroup('word', [], products),
    ]),
    priceGroup(products),
    ...numbers,
  ];
  return groups.filter((group) => columnCount(group) > 0);
}

/** Returns the number of columns of a group. */
export function columnCount(group: RateGroup): number {
  if (group.kind === 'price') return group.deviation > 0 ? 1 : 0;
  return group.kind === 'number' ? numberInputCount(group.input) : group.texts.length;
}

/** Returns the group whose spread each column has; the constant's is -1. */
export function spreadOfColumns(groups: readonly RateGroup[]): Int32Array {
  return Int32Array.from([
    -1,
    ...groups.flatMap((group, g) =>
      Array.from({ length: columnCount(group) }, () => spreadGroup(groups, g)),
    ),
  ]);
}

/** Returns the group that holds the spread of a group: all pairs share one, because each has few launches. */
function spreadGroup(groups: readonly RateGroup[], g: number): number {
  return groups[g]!.kind === 'pair' ? groups.findIndex(({ kind }) => kind === 'pair') : g;
}

/** Returns a function that encodes products. */
export function rateEncoder(groups: readonly RateGroup[]): (product: RateProduct) => SparseRow {
  const places = groups.map(
    (group) => new Map('texts' in group ? group.texts.map((text, i) => [text, i]) : []),
  );
  const spreads = groups.map((_, g) => spreadGroup(groups, g));
  const starts: number[] = [];
  groups.reduce((from, group) => {
    starts.push(from);
    return from + columnCount(group);
  }, 1);
  return (product) => {
    const row = { columns: [0], values: [1], unknown: [] as number[] };
    groups.forEach((group, g) => {
      if (!('texts' in group)) {
        numbersOf(group, product).forEach((value, i) => add(row, starts[g]! + i, value));
        return;
      }
      for (const text of textsOf(group, product)) {
        const place = places[g]!.get(text);
        if (place !== undefined) add(row, starts[g]! + place, 1);
        // A title has words of all kinds: those that are not known are taken to say nothing.
        else if (group.kind !== 'word') row.unknown.push(spreads[g]!);
      }
    });
    return row;
  };
}

function add(row: { columns: number[]; values: number[] }, column: number, value: number): void {
  if (value === 0) return;
  row.columns.push(column);
  row.values.push(value);
}

function numbersOf(group: PriceGroup | NumberGroup, product: RateProduct): number[] {
  if (group.kind === 'number')
    return numberInputsOf(group.input, ownValue(product.attributes, group.input.name) ?? '');
  const log = logPrice(product);
  const usual = ownValue(group.meanByCategory, product.category) ?? group.mean;
  return [Number.isNaN(log) ? 0 : bounded((log - usual) / group.deviation)];
}

function textsOf(
  { kind, names }: Pick<TextGroup, 'kind' | 'names'>,
  product: RateProduct,
): string[] {
  if (kind === 'word') return words(product.title);
  const [first, second] = names.map((name) => levelsOf(name, product));
  if (kind === 'level') return first!;
  return first!.flatMap((one) => second!.map((other) => one + PAIR_MARK + other));
}

/** Splits an attribute, which may list several items; a category or brand is one item whatever its name contains. */
function levelsOf(name: string, product: RateProduct): string[] {
  if (name === 'category' || name === 'brand') return product[name] ? [product[name]] : [];
  return listedItems(ownValue(product.attributes, name.slice(ATTRIBUTE_PREFIX.length)) ?? '');
}

function textGroup(
  kind: TextGroup['kind'],
  names: readonly string[],
  products: readonly RateProduct[],
): CountedGroup {
  const counted = countTexts(products.flatMap((product) => textsOf({ kind, names }, product)));
  const least = kind === 'level' && names[0] === 'category' ? 1 : LEAST_LAUNCHES[kind];
  const kept = counted
    .filter(([, count]) => count >= least && (kind === 'level' || count < products.length))
    .slice(0, MOST_TEXTS[kind]);
  return {
    ...{ kind, names, texts: kept.map(([text]) => text) },
    counts: kept.map(([, count]) => count),
  };
}

/** A group with the number of launches of each of its texts, most first. */
interface CountedGroup extends TextGroup {
  readonly counts: readonly number[];
}

/** Drops the rarest texts of all groups where there are too many columns; all of one count go together. */
function mostSeen(groups: readonly CountedGroup[]): TextGroup[] {
  const all = groups.flatMap(({ counts }) => counts).sort((a, b) => b - a);
  const least = all.length > MOST_COLUMNS ? all[MOST_COLUMNS]! + 1 : 0;
  return groups.map(({ counts, texts, ...group }) => ({
    ...group,
    texts: texts.filter((_, i) => counts[i]! >= least),
  }));
}

function pairsOf(names: readonly string[]): [string, string][] {
  return names.flatMap((name, i) =>
    names.slice(i + 1).map((other): [string, string] => [name, other]),
  );
}

function priceGroup(products: readonly RateProduct[]): PriceGroup {
  const priced = products.filter((product) => !Number.isNaN(logPrice(product)));
  const overall = priced.length > 0 ? mean(priced.map(logPrice)) : 0;
  const meanByCategory = Object.fromEntries(
    countTexts(priced.map(({ category }) => category)).map(([category]) => [
      category,
      mean(priced.filter((product) => product.category === category).map(logPrice)),
    ]),
  );
  const apart = priced.map(
    (product) => logPrice(product) - (ownValue(meanByCategory, product.category) ?? overall),
  );
  const deviation = apart.length > 1 ? standardDeviation(finite(apart)) : 0;
  return { kind: 'price', meanByCategory, mean: overall, deviation };
}

function logPrice({ listPrice }: RateProduct): number {
  return listPrice !== null && listPrice > 0 ? Math.log(listPrice) : NaN;
}

function attributeNames(products: readonly RateProduct[]): string[] {
  return [...new Set(products.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
}

function levelsIn(products: readonly RateProduct[], name: string): number {
  return new Set(products.map(({ attributes }) => ownValue(attributes, name) ?? '')).size;
}
