import { pastedTable } from '#core/arrivals/pasted-table.ts';
import { m } from '#messages';

/** The file that a pasted table is from here on; null where the text is no table. */
export function pastedFile(text: string): File | null {
  const table = pastedTable(text);
  return table && new File([text], `${m.arrivals_pasted()}.${table.ending}`, { type: table.type });
}
