import { codedColumn } from '#core/import/csv/coded-column.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import type { TextRows } from '#core/import/csv/text-rows.ts';
import type {
  ExportFormat,
  ExportKind,
  FieldsByKind,
} from '#core/import/platform-files/export-format.ts';
import { openCsv } from '#workers/dataset/file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readRows } from '#workers/dataset/file/read-rows.ts';
import { asDetected, jobFor } from './csv-file.ts';

/** Returns rows as they are read from a file with these columns. */
export function textRows(columns: Readonly<Record<string, readonly string[]>>): TextRows {
  const headers = Object.keys(columns);
  const rowCount = Object.values(columns)[0]?.length ?? 0;
  return {
    headers,
    columns: new Map(headers.map((header) => [header, codedColumn(columns[header]!)])),
    rowNumbers: Float64Array.from({ length: rowCount }, (_, row) => row + 2),
    fingerprints: new Float64Array(rowCount),
  };
}

/** Reads a file as Debut opens it, with all its columns. */
export async function rowsOfFile(file: File): Promise<TextRows> {
  const csv = await openCsv(asDetected(file));
  const log = new IssueLog();
  return readRows({ csv, columns: csv.headers, log }, new ThrottledJob(jobFor()));
}

type Headers<Kind extends ExportKind> = Readonly<
  Partial<Record<FieldsByKind[Kind], string | readonly string[]>>
>;
export interface Recognised<Kind extends ExportKind> {
  readonly kind: Kind;
  readonly format: ExportFormat<Kind>;
  readonly columns: Readonly<Partial<Record<FieldsByKind[Kind], readonly string[]>>>;
  readonly missing: readonly [];
}

/** Returns a recognised file of an invented platform whose fields have these headers. */
export function recognisedAs<Kind extends ExportKind>(
  kind: Kind,
  headers: Headers<Kind>,
  quirks: Partial<ExportFormat<Kind>> = {},
): Recognised<Kind> {
  const columns = Object.fromEntries(
    Object.entries(headers as Readonly<Record<string, string | readonly string[]>>).map(
      ([field, names]) => [field, typeof names === 'string' ? [names] : names],
    ),
  ) as Recognised<Kind>['columns'];
  const format: ExportFormat<Kind> = {
    ...{ id: 'sample', platform: 'Sample', kind, signatures: [], columns, needed: [] },
    ...quirks,
  };
  return { kind, format, columns, missing: [] };
}
