// A file says what it is by its headers alone: the format that explains most of them is the one, whatever their order and
// whatever stands beside them.

import { columnName, isNamed } from './column-name.ts';
import {
  REPEATED_FIELDS,
  type AnyExportFormat,
  type ColumnNames,
  type RecognisedExport,
} from './export-format.ts';
import { EXPORT_FORMATS } from './formats.ts';

/** Null for a file of no known format, such as a table of launches. */
export function recogniseExport(headers: readonly string[]): RecognisedExport | null {
  const file = headers.map((header) => ({ header, name: columnName(header) }));
  const isPlatform = ({ signatures }: AnyExportFormat): boolean => signatures.length > 0;
  const ofPlatform = bestFit(file, EXPORT_FORMATS.filter(isPlatform));
  return (
    ofPlatform ??
    bestFit(
      file,
      EXPORT_FORMATS.filter((format) => !isPlatform(format)),
    )
  );
}

/** Null where the headers do not have what the format is known by. */
export function recognisedAs(
  headers: readonly string[],
  format: AnyExportFormat,
): RecognisedExport | null {
  const file = headers.map((header) => ({ header, name: columnName(header) }));
  return isOf(file, format) ? recognised(file, format) : null;
}

/** How many of the headers a format has a name for, or 0 where it is not the file's. */
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
  // Which fields a format has follows from its kind, which the compiler cannot see through `Object.entries`.
  return { kind: format.kind, format, columns, missing } as RecognisedExport;
}

/** Groups of fields of which no column is there. */
function lacking(
  columns: object,
  groups: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return groups.filter((group) => group.every((field) => !Object.hasOwn(columns, field)));
}

function namesByField(format: AnyExportFormat): Readonly<Record<string, ColumnNames>> {
  return format.columns;
}

/** Several where a name holds a star: "order_item_2" before "order_item_10", wherever they stand. */
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
