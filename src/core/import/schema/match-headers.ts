// Proposes a mapping, which the seller sees before anything is stored. Each pair of field and column is scored by the
// words of the header and by the column's values. The best pairs are taken in turn, each field and each column once.

import { buyerColumns } from './buyer-columns.ts';
import { countColumns } from './count-columns.ts';
import { totalsAmong } from './row-totals.ts';
import type { SampledTable } from './sampled-table.ts';
import { sketchColumn, type ColumnSketch } from './column-sketch.ts';
import { columnLack, type ColumnLack, type DateRange } from './column-facts.ts';
import { dateColumns } from './date-attributes.ts';
import type { FieldMatch, FieldMatches } from './field-match.ts';
import { FIELD_NAMES, FIELDS, type FieldName } from '#core/launch/fields.ts';
import { headerFit, isNoteHeader, isStandInHeader, type HeaderFit } from './header-score.ts';
import type { Mapping } from './mapping.ts';
import { numberAttributes } from './number-attributes.ts';
import { weeklyHeaders } from '#core/launch/weekly-headers.ts';

/** Most attributes that are proposed: texts, numbers, and dates. */
const MOST_ATTRIBUTES = 12;
const MOST_NUMBERS = 20;
const MOST_DATES = 6;
const LEAST_ATTRIBUTE_ITEMS = 2;
/** Longer items are sentences. */
const ATTRIBUTE_LENGTH = 40;
const MOSTLY = 0.8;
const SURELY_DATES = 0.6;
const LEAST_CHANNELS = 2;
/** Money per unit. */
const UNIT_MONEY: readonly FieldName[] = ['listPrice', 'salePrice', 'unitCost'];

/** Fields of texts. Numbers are such a field only where the whole header names it: "platform count" is no channel. */
const TEXT_FIELDS: readonly FieldName[] = ['title', 'category', 'brand', 'channel', 'promotion'];

export interface SampledColumn {
  readonly header: string;
  readonly sketch: ColumnSketch;
}

/** A mapping with the confidence and the reason for each field. */
export interface MatchedHeaders extends Mapping {
  readonly matches: FieldMatches;
  readonly fitting: FittingColumns;
  /** Columns of dates that hold no field, by header. */
  readonly dates: ReadonlyMap<string, DateRange>;
  /** Why other columns are not proposed, by header. */
  readonly lacks: ReadonlyMap<string, ColumnLack>;
}

/** Headers of columns whose values fit the fields that a table must have. */
export interface FittingColumns {
  readonly dates: readonly string[];
  /** Numbers that can count units sold. */
  readonly counts: readonly string[];
}

/**
 * Proposes a mapping and attributes for a file.
 * @param rows the first rows as text
 * @param except headers that take no part
 */
export function matchHeaders(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  { except = [] }: { readonly except?: readonly string[] } = {},
): MatchedHeaders {
  const apart = new Set([...except, ...weeklyHeaders(headers).values()]);
  const columns = sampleColumns(headers, rows).filter(({ header }) => !apart.has(header));
  const named = withoutTotals(matchFields(columns, FIELD_NAMES), columns, { headers, rows });
  const dated = { ...named, ...onlyDate(named, columns) };
  const placed = { ...dated, ...onlyChannels(dated, columns) };
  const matches = { ...placed, ...standIn(placed, columns) };
  const ofBuyers = buyerColumns(headers);
  const free = freeColumns(matches, columns).filter(
    ({ header }) => !isNoteHeader(header) && !ofBuyers.has(header) && !isDiscountHeader(header),
  );
  const texts = free.filter(({ sketch }) => isAttribute(sketch)).map(({ header }) => header);
  const units = (matches.units ?? matches.orders)?.header;
  const others = free.map(({ header }) => header).filter((header) => !texts.includes(header));
  const numbers = numberAttributes(others, units, { headers, rows });
  const launchDate = matches.launchDate?.header;
  const dates = dateColumns(others, { launchDate, units }, { headers, rows });
  const learnt = launchDate === undefined ? [] : [...dates].filter(([, { lack }]) => lack === null);
  const proposed = new Set([
    ...texts.slice(0, MOST_ATTRIBUTES),
    ...numbers.slice(0, MOST_NUMBERS),
    ...learnt.map(([header]) => header).slice(0, MOST_DATES),
  ]);
  const unused = freeColumns(matches, columns).filter(({ header }) => !proposed.has(header));
  const lackOf = ({ header, sketch }: SampledColumn) => {
    const why = {
      ...{ isOfBuyers: ofBuyers.has(header), isReduction: isDiscountHeader(header) },
      isLong: sketch.usualLength > ATTRIBUTE_LENGTH,
      isOneTooMany: texts.includes(header) || numbers.includes(header),
    };
    return columnLack(header, why, { headers, rows });
  };
  const dateHeaders = columns.filter(({ sketch }) => isDateColumn(sketch));
  const counts = columns.filter(({ sketch }) => isNumbers(sketch)).map(({ header }) => header);
  return {
    fields: columnsOf(matches),
    attributes: [...proposed],
    matches,
    dates,
    lacks: new Map(unused.map((column) => [column.header, lackOf(column)])),
    fitting: {
      dates: dateHeaders.map(({ header }) => header),
      counts: countColumns(counts, { headers, rows }),
    },
  };
}

/** Unmaps totals of a row from fields of money per unit, and matches those fields again. */
function withoutTotals(
  matches: FieldMatches,
  columns: readonly SampledColumn[],
  table: SampledTable,
): FieldMatches {
  const units = (matches.units ?? matches.orders)?.header;
  if (units === undefined || UNIT_MONEY.every((field) => matches[field] === undefined))
    return matches;
  const numeric = columns.filter(({ sketch }) => sketch.numberShare >= MOSTLY);
  const totals = totalsAmong(
    numeric.map(({ header }) => header),
    units,
    table,
  );
  const isWrong = (field: FieldName) =>
    UNIT_MONEY.includes(field) && totals.has(matches[field]?.header ?? '');
  const wrong = FIELD_NAMES.filter(isWrong);
  if (wrong.length === 0) return matches;
  const left = matchFields(
    columns.filter(({ header }) => !totals.has(header)),
    wrong,
  );
  return { ...without(matches, wrong), ...notTaken(left, matches) };
}

function without(matches: FieldMatches, fields: readonly FieldName[]): FieldMatches {
  const kept = Object.entries(matches).filter(([field]) => !fields.includes(field as FieldName));
  return Object.fromEntries(kept);
}

/** Keeps the matches whose column is not yet taken. */
function notTaken(matches: FieldMatches, among: FieldMatches): FieldMatches {
  const taken = new Set(Object.values(among).map(({ header }) => header));
  return Object.fromEntries(Object.entries(matches).filter(([, { header }]) => !taken.has(header)));
}

/** Returns the header of each matched field. */
export function columnsOf(matches: FieldMatches): Mapping['fields'] {
  return Object.fromEntries(Object.entries(matches).map(([field, { header }]) => [field, header]));
}

/** Sketches every column from the sampled rows. */
export function sampleColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): SampledColumn[] {
  return headers.map((header, index) => ({
    header,
    sketch: sketchColumn(rows.map((row) => row[index] ?? '')),
  }));
}

/** Matches fields and columns by score, at most one column per field and one field per column. */
export function matchFields(
  columns: readonly SampledColumn[],
  fieldNames: readonly FieldName[],
): FieldMatches {
  const pairs = fieldNames.flatMap((field) =>
    columns.flatMap((column) => pairOf(field, column) ?? []),
  );
  const chosen = new Map<FieldName, Pair>();
  const taken = new Set<string>();
  for (const pair of pairs.toSorted((a, b) => b.score - a.score)) {
    if (chosen.has(pair.field) || taken.has(pair.header)) continue;
    chosen.set(pair.field, pair);
    taken.add(pair.header);
  }
  return Object.fromEntries(
    [...chosen].map(([field, pair]) => [
      field,
      { header: pair.header, confidence: confidence(pair, pairs, taken), reason: pair.reason },
    ]),
  );
}

interface Pair extends HeaderFit {
  readonly field: FieldName;
  readonly header: string;
}

function pairOf(field: FieldName, { header, sketch }: SampledColumn): Pair | null {
  const fit = headerFit(field, header);
  if (fit === null || !canHold(field, sketch) || isOtherDiscount(field, { header, sketch }))
    return null;
  if (TEXT_FIELDS.includes(field) && fit.reason === 'part-of-name' && isNumbers(sketch))
    return null;
  return { field, header, ...fit, score: fit.score + wholeNumberHint(field, sketch) };
}

/**
 * A match by name is less sure if the header also names another field, or if an unused column has an equally good name.
 */
function confidence(
  pair: Pair,
  pairs: readonly Pair[],
  taken: ReadonlySet<string>,
): FieldMatch['confidence'] {
  if (pair.reason === 'part-of-name') return 'likely';
  const isContested = pairs.some(
    ({ field, header, reason }) =>
      reason === pair.reason &&
      (field === pair.field ? !taken.has(header) : header === pair.header),
  );
  return isContested ? 'likely' : 'sure';
}

function canHold(field: FieldName, sketch: ColumnSketch): boolean {
  if (sketch.valueCount === 0) return true;
  const { kind } = FIELDS[field];
  if (kind === 'number') return sketch.numberShare >= MOSTLY;
  if (kind === 'discount') return sketch.discountShare >= MOSTLY;
  if (kind === 'date') return sketch.dateShare >= SURELY_DATES;
  return !isDateColumn(sketch);
}

function isNumbers({ valueCount, numberShare }: ColumnSketch): boolean {
  return valueCount > 0 && numberShare >= MOSTLY;
}

/** A discount is not the name of a promotion, even if another column holds the discount too. */
function isOtherDiscount(field: FieldName, { header, sketch }: SampledColumn): boolean {
  return field === 'promotion' && isDiscountHeader(header) && canHold('discount', sketch);
}

function isDiscountHeader(header: string): boolean {
  return headerFit('discount', header) !== null;
}

/** "Sales" are units if they are whole numbers, and money otherwise. */
function wholeNumberHint(field: FieldName, { wholeShare }: ColumnSketch): number {
  return field === 'units' && wholeShare > MOSTLY ? 2 : 0;
}

/** Numbers can be spreadsheet dates, but only a header can say so. */
function isDateColumn({ dateShare, numberShare }: ColumnSketch): boolean {
  return dateShare >= MOSTLY && numberShare < 1 - MOSTLY;
}

function onlyDate(matches: FieldMatches, columns: readonly SampledColumn[]): FieldMatches {
  const dates = freeColumns(matches, columns).filter(({ sketch }) => isDateColumn(sketch));
  if (matches.launchDate !== undefined || dates.length !== 1) return {};
  const [{ header }] = dates as [SampledColumn];
  return { launchDate: { header, confidence: 'guess', reason: 'only-date-column' } };
}

/** Matches the channel if a single column holds channel names: with several, a file may also list competing sellers. */
function onlyChannels(matches: FieldMatches, columns: readonly SampledColumn[]): FieldMatches {
  const channels = freeColumns(matches, columns).filter(
    ({ sketch }) => sketch.channelShare >= MOSTLY && sketch.distinctItemCount >= LEAST_CHANNELS,
  );
  if (matches.channel !== undefined || channels.length !== 1) return {};
  const [{ header }] = channels as [SampledColumn];
  return { channel: { header, confidence: 'guess', reason: 'names-of-channels' } };
}

function standIn(matches: FieldMatches, columns: readonly SampledColumn[]): FieldMatches {
  if (matches.units !== undefined || matches.orders !== undefined) return {};
  const found = freeColumns(matches, columns).find(
    ({ header, sketch }) => isStandInHeader(header) && canHold('units', sketch),
  );
  if (!found) return {};
  return { units: { header: found.header, confidence: 'guess', reason: 'stands-in' } };
}

function freeColumns(matches: FieldMatches, columns: readonly SampledColumn[]): SampledColumn[] {
  const taken = new Set(Object.values(matches).map(({ header }) => header));
  return columns.filter(({ header }) => !taken.has(header));
}

function isAttribute(sketch: ColumnSketch): boolean {
  const { distinctItemCount, repeatedItemShare, numberShare, usualLength } = sketch;
  return (
    distinctItemCount >= LEAST_ATTRIBUTE_ITEMS &&
    repeatedItemShare >= MOSTLY &&
    usualLength <= ATTRIBUTE_LENGTH &&
    numberShare < 1 - MOSTLY &&
    !isDateColumn(sketch)
  );
}
