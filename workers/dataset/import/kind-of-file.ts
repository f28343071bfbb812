import type { TableKind } from '#core/import/kind/kinds.ts';
import { tableKind } from '#core/import/kind/table-kind.ts';
import { matchHeaders } from '#core/import/schema/match-headers.ts';
import { sampledRows, type CsvFile } from '../file/open-csv.ts';

/** Says what a file is that is no export, by its first rows. */
export function kindOfFile(fileName: string, csv: CsvFile): TableKind {
  const { headers } = csv;
  const rows = sampledRows(csv);
  return tableKind({ fileName, headers, rows, matches: matchHeaders(headers, rows).matches });
}
