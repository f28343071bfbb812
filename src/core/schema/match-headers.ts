// A proposal, shown to the seller before anything is stored: each pair of a field and a column is scored by the words of the
// header and by what the column holds; the best pairs are taken one after another, each field and each column once.

import { sketchColumn, type ColumnSketch } from './column-sketch.ts';
import { FIELD_NAMES, FIELDS, type FieldName } from './fields.ts';
import { headerScore, isStandInHeader } from './header-score.ts';
import type { Mapping } from './mapping.ts';

const MOST_ATTRIBUTES = 12;
const LEAST_ATTRIBUTE_ITEMS = 2;
/** Longer items are sentences. */
const ATTRIBUTE_LENGTH = 40;
const MOSTLY = 0.8;
const SURELY_DATES = 0.6;

export interface SampledColumn {
  readonly header: string;
  readonly sketch: ColumnSketch;
}

type FieldColumns = Partial<Record<FieldName, string>>;

export function matchHeaders(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Mapping {
  const columns = sampleColumns(headers, rows);
  const fields = matchFields(columns, FIELD_NAMES);
  addOnlyDate(fields, columns);
  addStandIn(fields, columns);
  const attributes = freeColumns(fields, columns)
    .filter(({ sketch }) => isAttribute(sketch))
    .map(({ header }) => header);
  return { fields, attributes: attributes.slice(0, MOST_ATTRIBUTES) };
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
): FieldColumns {
  const pairs = fieldNames.flatMap((field) =>
    columns.map(({ header, sketch }) => ({ field, header, score: score(field, header, sketch) })),
  );
  const best = pairs.filter((pair) => pair.score > 0).sort((a, b) => b.score - a.score);
  const fields: FieldColumns = {};
  const taken = new Set<string>();
  for (const { field, header } of best) {
    if (fields[field] !== undefined || taken.has(header)) continue;
    fields[field] = header;
    taken.add(header);
  }
  return fields;
}

function score(field: FieldName, header: string, sketch: ColumnSketch): number {
  const words = headerScore(field, header);
  return words > 0 && canHold(field, sketch) ? words + wholeNumberHint(field, sketch) : 0;
}

function canHold(field: FieldName, sketch: ColumnSketch): boolean {
  if (sketch.valueCount === 0) return true;
  const { kind } = FIELDS[field];
  if (kind === 'number') return sketch.numberShare >= MOSTLY;
  if (kind === 'date') return sketch.dateShare >= SURELY_DATES;
  return !isDateColumn(sketch);
}

/** "Sales" are units where they are whole, and money where they are not. */
function wholeNumberHint(field: FieldName, { wholeShare }: ColumnSketch): number {
  return field === 'units' && wholeShare > MOSTLY ? 2 : 0;
}

/** Numbers can be dates of a spreadsheet, but only a header makes them so. */
function isDateColumn({ dateShare, numberShare }: ColumnSketch): boolean {
  return dateShare >= MOSTLY && numberShare < 1 - MOSTLY;
}

function addOnlyDate(fields: FieldColumns, columns: readonly SampledColumn[]): void {
  const dates = freeColumns(fields, columns).filter(({ sketch }) => isDateColumn(sketch));
  if (fields.launchDate === undefined && dates.length === 1) fields.launchDate = dates[0]!.header;
}

function addStandIn(fields: FieldColumns, columns: readonly SampledColumn[]): void {
  if (fields.units !== undefined || fields.orders !== undefined) return;
  const standIn = freeColumns(fields, columns).find(
    ({ header, sketch }) => isStandInHeader(header) && canHold('units', sketch),
  );
  if (standIn) fields.units = standIn.header;
}

function freeColumns(fields: FieldColumns, columns: readonly SampledColumn[]): SampledColumn[] {
  const taken = new Set(Object.values(fields));
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
