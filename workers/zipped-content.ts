import { AppError } from '#core/errors.ts';
import { noSuchPart, type OpenedContent } from './content-part.ts';
import { WORKBOOK } from './workbook-sheets.ts';
import { readZipEntries, unpackedParts } from './zip-archive.ts';

const TABLE = /\.(?:csv|tsv|tab|txt)$/i;
/** Folders of a Mac's own notes, and hidden files. */
const NOT_MEANT = /(?:^|\/)(?:__MACOSX\/|\.)/;

/** A table of a zip, or a sheet of a workbook, which is a zip too. */
export async function openZip(file: File, part: string | null): Promise<OpenedContent> {
  const entries = await readZipEntries(file);
  if (entries.some(({ filename }) => filename === WORKBOOK)) {
    return (await import('./workbook-text.ts')).openWorkbook(file, entries, part);
  }
  const tables = entries.filter(
    ({ filename }) => TABLE.test(filename) && !NOT_MEANT.test(filename),
  );
  const isMeant = ({ filename, uncompressedSize }: (typeof tables)[number]) =>
    part === null ? uncompressedSize > 0 : filename === part;
  const table = tables.find(isMeant) ?? (part === null ? tables[0] : undefined);
  if (table) {
    const parts = tables.map((entry) => ({
      ...{ name: entry.filename, kind: 'table' as const, sizeBytes: entry.uncompressedSize },
      ...{ isRead: entry === table, isHidden: false, isEmpty: entry.uncompressedSize === 0 },
    }));
    return { content: () => unpackedParts(file, table), parts };
  }
  if (part !== null) throw noSuchPart(file, part);
  const names = entries.slice(0, 5).map(({ filename }) => filename);
  const message = `expected a CSV or a workbook in ${file.name}, got ${names.join(', ')}`;
  throw new AppError('no-table-inside', message, { fileName: file.name });
}
