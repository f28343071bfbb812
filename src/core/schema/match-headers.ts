// A proposal, shown to the seller before anything is stored: each pair of a field and a column is scored by the words of the
// header and by what the column holds; the best pairs are taken one after another, each field and each column once.

import { buyerColumns } from './buyer-columns.ts';
import { totalColumns } from './row-totals.ts';
import { sketchColumn, type ColumnSketch } from './column-sketch.ts';
import type { FieldMatch, FieldMatches } from './field-match.ts';
import { FIELD_NAMES, FIELDS, type FieldName } from './fields.ts';
import { headerFit, isNoteHeader, isStandInHeader, type HeaderFit } from './header-score.ts';
import type { Mapping } from './mapping.ts';
import { weeklyHeaders } from './weekly-headers.ts';

const MOST_ATTRIBUTES = 12;
const LEAST_ATTRIBUTE_ITEMS = 2;
/** Longer items are sentences. */
const ATTRIBUTE_LENGTH = 40;
const MOSTLY = 0.8;
const SURELY_DATES = 0.6;
const LEAST_CHANNELS = 2;
/** Of one piece. */
const UNIT_MONEY: readonly FieldName[] = ['listPrice', 'salePrice', 'unitCost'];

export interface SampledColumn {
  readonly header: string;
  readonly sketch: ColumnSketch;
}

/** A mapping, and for each field of it how sure it is and why. */
export interface MatchedHeaders extends Mapping {
  readonly matches: FieldMatches;
  readonly fitting: FittingColumns;
}

/** Headers of columns that could, by what they hold, be what a table cannot do without. */
export interface FittingColumns {
  readonly dates: readonly string[];
  /** Mostly whole numbers. */
  readonly counts: readonly string[];
}

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
  const attributes = freeColumns(matches, columns)
    .filter(({ header, sketch }) => isAttribute(sketch) && !isNoteHeader(header))
    .filter(({ header }) => !ofBuyers.has(header) && !isDiscountHeader(header))
    .map(({ header }) => header);
  const namesOf = (fits: (sketch: ColumnSketch) => boolean): string[] =>
    columns.filter(({ sketch }) => fits(sketch)).map(({ header }) => header);
  return {
    fields: columnsOf(matches),
    attributes: attributes.slice(0, MOST_ATTRIBUTES),
    matches,
    fitting: { dates: namesOf(isDateColumn), counts: namesOf(isCounts) },
  };
}

interface SampledTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Money of one piece is not read from money of all. */
function withoutTotals(
  matches: FieldMatches,
  columns: readonly SampledColumn[],
  { headers, rows }: SampledTable,
): FieldMatches {
  const units = (matches.units ?? matches.orders)?.header;
  if (units === undefined || UNIT_MONEY.every((field) => matches[field] === undefined))
    return matches;
  const numeric = columns.filter(({ sketch }) => sketch.numberShare >= MOSTLY);
  const cells = numeric.map(({ header }): [string, string[]] => {
    const index = headers.indexOf(header);
    return [header, rows.map((row) => row[index] ?? '')];
  });
  const totals = totalColumns(new Map(cells), units);
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

/** Of other matches those whose column is free. */
function notTaken(matches: FieldMatches, among: FieldMatches): FieldMatches {
  const taken = new Set(Object.values(among).map(({ header }) => header));
  return Object.fromEntries(Object.entries(matches).filter(([, { header }]) => !taken.has(header)));
}

export function columnsOf(matches: FieldMatches): Mapping['fields'] {
  return Object.fromEntries(Object.entries(matches).map(([field, { header }]) => [field, header]));
}

export function sampleColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): SampledColumn[] {
  return headers.map((header, index) => ({
    header,
    sketch: sketchColumn(rows.map((row) => row[index] ?? '')),
  }));
}

/** At most one column a field and one field a column. */
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
  return { field, header, ...fit, score: fit.score + wholeNumberHint(field, sketch) };
}

/** A name is less sure where it also names another field, or where a column that is left has a name as good. */
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

/** How much was taken off is no name of a promotion, even where another column says it too. */
function isOtherDiscount(field: FieldName, { header, sketch }: SampledColumn): boolean {
  return field === 'promotion' && isDiscountHeader(header) && canHold('discount', sketch);
}

function isDiscountHeader(header: string): boolean {
  return headerFit('discount', header) !== null;
}

/** "Sales" are units where they are whole, and money where they are not. */
function wholeNumberHint(field: FieldName, { wholeShare }: ColumnSketch): number {
  return field === 'units' && wholeShare > MOSTLY ? 2 : 0;
}

function isCounts({ numberShare, wholeShare, valueCount }: ColumnSketch): boolean {
  return valueCount > 0 && numberShare >= MOSTLY && wholeShare >= MOSTLY;
}

/** Numbers can be dates of a spreadsheet, but only a header makes them so. */
function isDateColumn({ dateShare, numberShare }: ColumnSketch): boolean {
  return dateShare >= MOSTLY && numberShare < 1 - MOSTLY;
}

function onlyDate(matches: FieldMatches, columns: readonly SampledColumn[]): FieldMatches {
  const dates = freeColumns(matches, columns).filter(({ sketch }) => isDateColumn(sketch));
  if (matches.launchDate !== undefined || dates.length !== 1) return {};
  const [{ header }] = dates as [SampledColumn];
  return { launchDate: { header, confidence: 'guess', reason: 'only-date-column' } };
}

/** Only one such column is sure to say where it was sold: a file may also say who else sells it. */
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
  const { distinctItemCount, repeatedItemShare, numberShare, longestItem } = sketch;
  return (
    distinctItemCount >= LEAST_ATTRIBUTE_ITEMS &&
    repeatedItemShare >= MOSTLY &&
    longestItem <= ATTRIBUTE_LENGTH &&
    numberShare < 1 - MOSTLY &&
    !isDateColumn(sketch)
  );
}
