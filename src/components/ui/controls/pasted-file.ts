import { pastedTable } from '#core/import/csv/pasted-table.ts';
import { m } from '#messages';

/** Returns a pasted table as a file; null if the text is not a table. */
export function pastedFile(text: string): File | null {
  const table = pastedTable(text);
  return table && new File([text], `${m.arrivals_pasted()}.${table.ending}`, { type: table.type });
}
