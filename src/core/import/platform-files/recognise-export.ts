// Recognises a file by its headers alone: the format that explains most of them wins. Their order and further columns
// do not matter.

import { columnName, isNamed } from './column-name.ts';
import {
  REPEATED_FIELDS,
  type AnyExportFormat,
  type ColumnNames,
  type RecognisedExport,
} from './export-format.ts';
import { EXPORT_FORMATS } from './formats.ts';

const OF_PLATFORMS = EXPORT_FORMATS.filter(({ signatures }) => signatures.length > 0);
const PLAIN = EXPORT_FORMATS.filter(({ signatures }) => signatures.length === 0);

/**
 * Recognises an export. Returns null for any other file, such as a table of launches. Other programs write some columns
 * of a platform's, too: where others that it needs are missing, plain names count that tell all and more.
 */
export function recogniseExport(headers: readonly string[]): RecognisedExport | null {
  const file = headers.map((header) => ({ header, name: columnName(header) }));
  const ofPlatform = bestFit(file, OF_PLATFORMS);
  if (ofPlatform?.missing.length === 0) return ofPlatform;
  const plain = bestFit(file, PLAIN);
  if (ofPlatform === null || plain?.kind !== ofPlatform.kind) return ofPlatform ?? plain;
  const isWhole = plain.missing.length === 0;
  return isWhole && readHeaders(plain) > readHeaders(ofPlatform) ? plain : ofPlatform;
}

function readHeaders({ columns }: RecognisedExport): number {
  return new Set(Object.values(columns).flat()).size;
}

/** Reads headers as one format. Returns null if they lack what the format is recognised by. */
export function recognisedAs(
  headers: readonly string[],
  format: AnyExportFormat,
): RecognisedExport | null {
  const file = headers.map((header) => ({ header, name: columnName(header) }));
  return isOf(file, format) ? recognised(file, format) : null;
}

/** Returns the number of headers that a format has names for, or 0 if the file is not of that format. */
export function explainedHeaders(headers: readonly string[], format: AnyExportFormat): number {
  const file = headers.map((header) => ({ header, name: columnName(header) }));
  return isOf(file, format) ? explained(file, format) : 0;
}

interface Column {
  readonly header: string;
  readonly name: string;
}

function bestFit(
  file: readonly Column[],
  formats: readonly AnyExportFormat[],
): RecognisedExport | null {
  const [best] = formats
    .filter((format) => isOf(file, format))
    .map((format) => ({ format, score: explained(file, format) }))
    .toSorted((a, b) => b.score - a.score);
  return best ? recognised(file, best.format) : null;
}

function isOf(file: readonly Column[], format: AnyExportFormat): boolean {
  const { signatures, unless = [] } = format;
  if (unless.some((name) => columnsNamed(file, name).length > 0)) return false;
  if (signatures.length === 0) {
    const { columns } = recognised(file, format);
    return lacking(columns, format.knownBy ?? format.needed).length === 0;
  }
  return signatures.some((names) => names.every((name) => columnsNamed(file, name).length > 0));
}

function explained(file: readonly Column[], format: AnyExportFormat): number {
  const names = [...Object.values(namesByField(format)), ...format.signatures].flat();
  return new Set(names.flatMap((name) => columnsNamed(file, name))).size;
}

function recognised(file: readonly Column[], format: AnyExportFormat): RecognisedExport {
  const columns = Object.fromEntries(
    Object.entries(namesByField(format)).flatMap(([field, names]) => {
      const found = [...new Set(names.flatMap((name) => columnsNamed(file, name)))];
      const read = REPEATED_FIELDS.has(field) ? found : found.slice(0, 1);
      return read.length > 0 ? [[field, read.map(({ header }) => header)]] : [];
    }),
  );
  const missing = lacking(columns, format.needed);
  // The fields of a format follow from its kind, but TypeScript loses that in `Object.entries`.
  return { kind: format.kind, format, columns, missing } as RecognisedExport;
}

/** Returns the groups of fields without any column. */
function lacking(
  columns: object,
  groups: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return groups.filter((group) => group.every((field) => !Object.hasOwn(columns, field)));
}

function namesByField(format: AnyExportFormat): Readonly<Record<string, ColumnNames>> {
  return format.columns;
}

/**
 * Returns the columns with a name. If the name has a star there can be several, in counting order: "order_item_2"
 * before "order_item_10".
 */
function columnsNamed(file: readonly Column[], name: string): Column[] {
  const wanted = columnName(name);
  const found = file.filter((column) => isNamed(column.name, wanted));
  return found.length > 1 ? found.toSorted(inCountingOrder) : found;
}

function inCountingOrder(a: Column, b: Column): number {
  if (a.name.length !== b.name.length) return a.name.length - b.name.length;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.header < b.header ? -1 : 1;
}
