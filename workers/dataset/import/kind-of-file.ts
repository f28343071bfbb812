import type { TableKind } from '#core/import/kind/kinds.ts';
import { tableKind } from '#core/import/kind/table-kind.ts';
import { matchHeaders } from '#core/import/schema/match-headers.ts';
import { hasContent, type CsvFile } from '../file/open-csv.ts';

/** Rows sampled, enough to see what a column holds. */
const ROWS_SAMPLED = 2_000;

/** Says what a file is that is no export, by its first rows. */
export function kindOfFile(fileName: string, { headers, firstRecords }: CsvFile): TableKind {
  const rows = firstRecords.filter(hasContent).slice(0, ROWS_SAMPLED);
  return tableKind({ fileName, headers, rows, matches: matchHeaders(headers, rows).matches });
}
