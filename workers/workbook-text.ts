import Papa from 'papaparse';
import readWorkbook, { type CellValue } from 'read-excel-file/universal';
import { damaged } from './content-part.ts';

/** The first sheet that has rows, as CSV. */
export async function workbookText(file: File): Promise<string> {
  const sheets = await readWorkbook(file).catch((cause: unknown): never => {
    throw damaged(file, cause);
  });
  const rows = (sheets.find(({ data }) => data.length > 1) ?? sheets[0])?.data ?? [];
  return Papa.unparse(rows.map((row) => row.map(cellText)));
}

function cellText(cell: CellValue | null): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  // Workbooks know no time zone: the reader puts what they say into UTC.
  const [day, time] = cell.toISOString().split('T') as [string, string];
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}
