import { zipSync, type Zippable } from 'fflate';
import Papa from 'papaparse';
import readWorkbook, { type CellValue } from 'read-excel-file/universal';
import { damaged, tooLarge } from './content-part.ts';
import { unpack, type ZipEntry } from './zip-archive.ts';

const WITH_TABLES =
  /^(?:_rels|docProps|\[Content_Types\]|xl\/(?!theme|drawings|charts|media|pivot|externalLinks))/;
const XML = /\.(?:xml|rels)$/;
/** Of all sheets together, unpacked: the reader holds them whole. */
const MOST_BYTES = 160 * 1024 ** 2;

/** The first sheet that has rows, as CSV. */
export async function workbookText(file: File, entries: readonly ZipEntry[]): Promise<string> {
  const sheets = await readWorkbook(await stored(file, entries)).catch((cause: unknown): never => {
    throw damaged(file, cause);
  });
  const rows = (sheets.find(({ data }) => data.length > 1) ?? sheets[0])?.data ?? [];
  return Papa.unparse(rows.map((row) => row.map(cellText)));
}

/** The same workbook with its sheets as they are: what is packed its reader gives to a worker of its own, which the page's policy refuses. */
async function stored(file: File, entries: readonly ZipEntry[]): Promise<Blob> {
  const sheets = entries.filter(({ filename }) => XML.test(filename) && WITH_TABLES.test(filename));
  const bytes = sheets.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (bytes > MOST_BYTES) throw tooLarge(file, bytes, MOST_BYTES);
  const contents: Zippable = {};
  for (const entry of sheets) contents[entry.filename] = await unpack(file, entry);
  return new Blob([zipSync(contents, { level: 0 })]);
}

function cellText(cell: CellValue | null): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  // Workbooks know no time zone: the reader puts what they say into UTC.
  const [day, time] = cell.toISOString().split('T') as [string, string];
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}
