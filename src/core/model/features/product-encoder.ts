// Encodes what is known of a product before its launch as the numeric inputs of the network. It is fitted on the
// training set only. Values not seen there go to an "other" input or contribute nothing.

import { eventFitter, type EventFits } from '#core/launch/events/event-fits.ts';
import { eventsOf } from '#core/launch/events/market-events.ts';
import type { Market } from '#core/launch/events/markets.ts';
import type { EventId } from '#core/launch/events/selling-events.ts';
import { isRead } from '#core/base/text/text-embeddings.ts';
import type { LaunchTable, ProductColumns } from '#core/launch/launch-table.ts';
import { ownValue } from '#core/base/lookup.ts';
import { countTexts, finite, mean } from '#core/base/statistics/statistics.ts';
import { listedItems, words } from '#core/base/text/split-words.ts';
import { fitLevels, levelColumn, type Levels } from './levels.ts';
import { fitEmbeddingComponents } from './embedding-components.ts';
import { learntWords, type LearntWord } from './learnt-words.ts';
import {
  fitLooks,
  lookOf,
  looksGroupSizes,
  looksInputCount,
  looksInputsOf,
  type LooksEncoder,
} from './looks-inputs.ts';
import {
  bounded,
  fitNumberInput,
  numberInputCount,
  numberInputsOf,
  type NumberInput,
} from './number-inputs.ts';
import { project, type PrincipalComponents } from '#core/base/statistics/principal-components.ts';
import { WordColumns } from './word-columns.ts';

const LEVEL_LIMITS = { minCount: 3, maxLevels: 60 };
/** A lower limit than for other texts: there can be many attributes, and each level is an input. */
const ATTRIBUTE_LEVEL_LIMITS = { minCount: 3, maxLevels: 48 };
/** So few different numbers may be sizes or codes, so that each is an input, too. */
const FEW_NUMBERS = 12;
const WORD_MIN_COUNT = 3;
const WORD_MAX_COUNT = 320;
/** Scales that give the number inputs about the spread of a 0/1 input. */
const PRICE_WITHIN_CATEGORY_SCALE = 2;
const COST_SHARE_SCALE = 5;

/** Prefix that keeps an attribute named "brand" apart from the brand column. */
export const ATTRIBUTE_PREFIX = 'attribute:';

export interface TextInput {
  /** "category", "brand", or the prefix with the name of an attribute. */
  readonly name: string;
  readonly levels: Levels;
}

/** Inputs of 0 or 1 that stand for the levels of one text. */
export interface LevelInputs {
  readonly from: number;
  readonly count: number;
}

export interface ProductEncoder {
  readonly words: readonly string[];
  readonly texts: readonly TextInput[];
  /** Attributes that are numbers. */
  readonly numbers: readonly NumberInput[];
  /** Mean log price by category; with the overall mean below, the references for prices. */
  readonly logPriceByCategory: Readonly<Record<string, number>>;
  readonly logPriceMean: number;
  readonly costShareMean: number;
  /** Market of the shop, where known, and its sales events. */
  readonly market: Market | null;
  readonly events: readonly EventId[];
  /** Categories whose demand is known; absent where none is. */
  readonly demand?: readonly string[] | undefined;
  /** Principal components of the titles' embeddings; null where the model does not learn from meaning. */
  readonly meaning: PrincipalComponents | null;
  /** Null where the model does not learn from looks. */
  readonly looks: LooksEncoder | null;
}

/** Fits the encoder to the products at these row numbers. */
export function fitProductEncoder(
  table: ProductColumns & Pick<LaunchTable, 'units'>,
  rows: Uint32Array,
): ProductEncoder {
  const pick = (column: readonly string[]): string[] => Array.from(rows, (row) => column[row]!);
  const logPrices = Array.from(rows, (row) => logPrice(table, row));
  const categories = pick(table.category);
  const market = table.events?.market ?? null;
  const numbers = Object.entries(table.attributes).flatMap(
    ([name, column]) => fitNumberInput(name, pick(column)) ?? [],
  );
  const asNumber = new Set(numbers.map(({ name }) => ATTRIBUTE_PREFIX + name));
  const wordCounts = countTexts(Array.from(rows).flatMap((row) => words(table.title[row]!)));
  return {
    words: wordCounts
      .filter(([, count]) => count >= WORD_MIN_COUNT && count < rows.length)
      .slice(0, WORD_MAX_COUNT)
      .map(([word]) => word),
    texts: textColumns(table)
      .filter(([name, column]) => !asNumber.has(name) || new Set(pick(column)).size <= FEW_NUMBERS)
      .map(([name, column]) => ({
        name,
        levels: fitLevels(
          pick(column).flatMap((value) => itemsOf(name, value)),
          isAttribute(name) ? ATTRIBUTE_LEVEL_LIMITS : LEVEL_LIMITS,
        ),
      })),
    numbers,
    logPriceByCategory: meanByCategory(categories, logPrices),
    logPriceMean: meanOrZero(logPrices),
    costShareMean: meanOrZero(Array.from(rows, (row) => costShare(table, row))),
    market,
    events: market ? eventsOf(market) : [],
    ...(table.demand && { demand: table.demand.series.map(({ category }) => category) }),
    meaning:
      table.embeddings && table.learnsMeaning
        ? fitEmbeddingComponents(pick(table.title), table.embeddings)
        : null,
    looks: table.learnsLooks ? fitLooks(table, rows) : null,
  };
}

/**
 * Returns the number of inputs of an encoded product. In order: words, one-hot texts with an "other" each, three
 * numbers, two "missing" flags, attributes that are numbers, meaning of the title, looks, fits to sales events and to the
 * demand of categories.
 */
export function inputCount(encoder: ProductEncoder): number {
  return (
    encoder.words.length +
    encoder.texts.reduce((count, text) => count + text.levels.length + 1, 0) +
    NUMBER_INPUTS +
    attributeNumberCount(encoder) +
    meaningCount(encoder) +
    looksCount(encoder) +
    fitCount(encoder)
  );
}
const NUMBER_INPUTS = 5;

function fitCount({ events, demand = [] }: ProductEncoder): number {
  return events.length + demand.length;
}

function attributeNumberCount({ numbers }: ProductEncoder): number {
  return numbers.reduce((count, number) => count + numberInputCount(number), 0);
}

function meaningCount({ meaning }: ProductEncoder): number {
  return meaning?.deviations.length ?? 0;
}

function looksCount({ looks }: ProductEncoder): number {
  return looks ? looksInputCount(looks) : 0;
}

/**
 * Returns the number of leading mark columns (words and levels, 0–1), and the column of the log price relative to the
 * overall mean.
 */
export function markAndPriceInputs(encoder: ProductEncoder): {
  readonly markCount: number;
  readonly priceInput: number;
} {
  const after =
    NUMBER_INPUTS +
    attributeNumberCount(encoder) +
    meaningCount(encoder) +
    looksCount(encoder) +
    fitCount(encoder);
  const markCount = inputCount(encoder) - after;
  return { markCount, priceInput: markCount + 1 };
}

/** Returns the first input and the number of inputs of each text, that of other levels included. */
export function levelInputs({ words: known, texts }: ProductEncoder): LevelInputs[] {
  let from = known.length;
  return texts.map(({ levels }) => {
    const inputs = { from, count: levels.length + 1 };
    from += inputs.count;
    return inputs;
  });
}

/**
 * Returns how well one product suits each of the encoder's events and series of demand, 0–1, [events + series]: the last
 * columns of its inputs `x`.
 */
export function fitsOf(encoder: ProductEncoder, x: Float32Array): Float32Array {
  return x.subarray(x.length - fitCount(encoder));
}

/**
 * Returns the group of each input column, counted from 0: the words, each text, price and cost, each attribute that is a
 * number, the meaning, what pictures show, what look-alikes sold, marks of pictures, the fits to events, those to demand.
 */
export function inputGroups(encoder: ProductEncoder): number[] {
  const { words: known, texts, numbers, events, demand } = encoder;
  const sizes = [
    known.length,
    ...texts.map(({ levels }) => levels.length + 1),
    NUMBER_INPUTS,
    ...numbers.map(numberInputCount),
  ];
  if (encoder.meaning) sizes.push(meaningCount(encoder));
  if (encoder.looks) sizes.push(...looksGroupSizes(encoder.looks));
  sizes.push(events.length);
  if (demand) sizes.push(demand.length);
  return sizes.flatMap((size, group) => Array.from({ length: size }, () => group));
}

/** Returns the encoded products, [rows × inputCount], row-major. */
export function encodeProducts(
  encoder: ProductEncoder,
  table: ProductColumns,
  rows: Uint32Array,
): Float32Array {
  const width = inputCount(encoder);
  const encoded = new Float32Array(rows.length * width);
  const wordColumns = new WordColumns(encoder.words);
  const fits = fitterOf(encoder, table);
  const meant = learntWords(encoder.words, table.embeddings);
  const columns = new Map(textColumns(table));
  rows.forEach((row, i) => {
    const out = encoded.subarray(i * width, (i + 1) * width);
    for (const word of words(table.title[row]!)) {
      const column = wordColumns.columnOf(word);
      if (column !== undefined) out[column] = 1;
      else addMeant(out, meant(word));
    }
    let offset = encoder.words.length;
    for (const { name, levels } of encoder.texts) {
      for (const item of itemsOf(name, columns.get(name)?.[row] ?? '')) {
        out[offset + levelColumn(levels, item)] = 1;
      }
      offset += levels.length + 1;
    }
    const numbers = [
      ...numberInputs(encoder, table, row),
      ...attributeNumbers(encoder, table, row),
    ];
    out.set(numbers, offset);
    offset += numbers.length;
    const title = table.title[row]!;
    const embedding = table.embeddings?.get(title);
    if (encoder.meaning && isRead(embedding)) out.set(project(encoder.meaning, embedding), offset);
    offset += meaningCount(encoder);
    if (encoder.looks) out.set(looksInputsOf(encoder.looks, lookOf(table, row)), offset);
    out.set(fits(title), offset + looksCount(encoder));
    markDemand(out, encoder, table.category[row]!);
  });
  return encoded;
}

/** Marks the series of demand that a category is of: the last columns. */
function markDemand(out: Float32Array, { demand = [] }: ProductEncoder, category: string): void {
  const series = demand.indexOf(category);
  if (series >= 0) out[out.length - demand.length + series] = 1;
}

/** Adds the share of a known word unless the title already has it with a larger one. */
function addMeant(out: Float32Array, meant: LearntWord | undefined): void {
  if (meant) out[meant.column] = Math.max(out[meant.column]!, meant.share);
}

/** Uses the table's fits where they are of the same events; otherwise fits come from the title's words alone. */
function fitterOf({ market, events }: ProductEncoder, { events: own }: ProductColumns): EventFits {
  const isSame = own?.market === market && String(eventsOf(own.market)) === String(events);
  return isSame ? own.fits : eventFitter(events);
}

/** Splits an attribute, which may list several items; a category or brand is one item whatever its name contains. */
function itemsOf(name: string, value: string): string[] {
  if (isAttribute(name)) return listedItems(value);
  return value ? [value] : [];
}

function isAttribute(name: string): boolean {
  return name.startsWith(ATTRIBUTE_PREFIX);
}

function numberInputs(encoder: ProductEncoder, table: ProductColumns, row: number): number[] {
  const price = logPrice(table, row);
  const share = costShare(table, row);
  const usual = ownValue(encoder.logPriceByCategory, table.category[row]!) ?? encoder.logPriceMean;
  return [
    Number.isNaN(price) ? 0 : bounded((price - usual) * PRICE_WITHIN_CATEGORY_SCALE),
    Number.isNaN(price) ? 0 : bounded(price - encoder.logPriceMean),
    Number.isNaN(share) ? 0 : bounded((share - encoder.costShareMean) * COST_SHARE_SCALE),
    Number.isNaN(price) ? 1 : 0,
    Number.isNaN(share) ? 1 : 0,
  ];
}

function attributeNumbers(
  { numbers }: ProductEncoder,
  { attributes }: ProductColumns,
  row: number,
): number[] {
  return numbers.flatMap((number) =>
    numberInputsOf(number, ownValue(attributes, number.name)?.[row] ?? ''),
  );
}

function textColumns(table: ProductColumns): [string, readonly string[]][] {
  return [
    ['category', table.category],
    ['brand', table.brand],
    ...Object.entries(table.attributes).map(([name, column]): [string, readonly string[]] => [
      ATTRIBUTE_PREFIX + name,
      column,
    ]),
  ];
}

function logPrice(table: ProductColumns, row: number): number {
  const price = table.listPrice[row]!;
  return price > 0 ? Math.log(price) : NaN;
}

function costShare(table: ProductColumns, row: number): number {
  const share = table.unitCost[row]! / table.listPrice[row]!;
  return Number.isFinite(share) ? share : NaN;
}

function meanByCategory(
  categories: readonly string[],
  logPrices: readonly number[],
): Record<string, number> {
  const means = countTexts(categories).map(([category]): [string, number] => [
    category,
    mean(finite(logPrices.filter((_, i) => categories[i] === category))),
  ]);
  // Prices of a category without a known price are compared with the overall mean, not with a price of 1.
  return Object.fromEntries(means.filter(([, value]) => !Number.isNaN(value)));
}

function meanOrZero(values: readonly number[]): number {
  const known = finite(values);
  return known.length > 0 ? mean(known) : 0;
}
