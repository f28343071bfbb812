import { IssueLog } from '#core/csv/issue-log.ts';
import { TextRowCollector, type TextRows } from '#core/csv/text-rows.ts';

/** Rows as an import collects them, from cells as they stand in a file. */
export function textRows(
  headers: readonly string[],
  records: readonly (readonly string[])[],
): TextRows {
  const collector = new TextRowCollector({ headers, headerRow: 1 }, headers, new IssueLog());
  for (const record of records) collector.add(record);
  return collector.rows();
}
