import { IssueLog } from '#core/import/csv/issue-log.ts';
import { RowCoder } from '#core/import/csv/row-coder.ts';
import { textRowsOf, type TextRows } from '#core/import/csv/text-rows.ts';

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

interface Options {
  /** Headers of the columns to keep; all of them by default. */
  readonly kept?: readonly string[];
  readonly log?: IssueLog;
}

/** Returns rows as an import collects them from the cells of a file. */
export function textRows(
  headers: readonly string[],
  records: readonly (readonly string[])[],
  { kept = headers, log = new IssueLog() }: Options = {},
): TextRows {
  const coder = new RowCoder({ headers, headerRow: 1, recordsAbove: 0 }, { kept, log, encode });
  for (const record of records) coder.add(record);
  return textRowsOf(coder.takeParts(true), { headers, kept, decode });
}
