import { AppError } from '#core/errors.ts';
import type { FileContent } from './content-part.ts';
import { WORKBOOK } from './workbook-sheets.ts';
import { readZipEntries, unpackedParts } from './zip-archive.ts';

const TABLE = /\.(?:csv|tsv|tab|txt)$/i;
/** Folders of a Mac's own notes, and hidden files. */
const NOT_MEANT = /(?:^|\/)(?:__MACOSX\/|\.)/;

/** The first table in a zip, or the first sheet with rows of a workbook, which is a zip too. */
export async function openZip(file: File): Promise<FileContent> {
  const entries = await readZipEntries(file);
  if (entries.some(({ filename }) => filename === WORKBOOK)) {
    return (await import('./workbook-text.ts')).openWorkbook(file, entries);
  }
  const table = entries.find(({ filename }) => TABLE.test(filename) && !NOT_MEANT.test(filename));
  if (table) return () => unpackedParts(file, table);
  const names = entries.slice(0, 5).map(({ filename }) => filename);
  const message = `expected a CSV or a workbook in ${file.name}, got ${names.join(', ')}`;
  throw new AppError('no-table-inside', message, { fileName: file.name });
}
