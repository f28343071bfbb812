import { unzip, type Unzipped } from 'fflate';
import { AppError } from '#core/errors.ts';
import { damaged, partsOf, type FileContent } from './content-part.ts';
import { readSlice } from './read-slice.ts';

const TABLE = /\.(?:csv|tsv|tab|txt)$/i;
const WORKBOOK = 'xl/workbook.xml';
/** Folders of a Mac's own notes, and hidden files. */
const NOT_MEANT = /(?:^|\/)(?:__MACOSX\/|\.)/;
/** More than this is not unpacked: a small file can claim to hold anything. */
const MOST_BYTES = 1024 ** 3;

/** The first table in a zip, or the first sheet with rows of a workbook, which is a zip too. */
export async function openZip(file: File): Promise<FileContent> {
  const packed = await readSlice(file, 0, file.size);
  const names: string[] = [];
  const isTable = (name: string) => TABLE.test(name) && !NOT_MEANT.test(name);
  const entries = await unpack(file, packed, ({ name, originalSize }) => {
    names.push(name);
    return isTable(name) && originalSize <= MOST_BYTES && names.filter(isTable).length === 1;
  });
  if (names.includes(WORKBOOK)) {
    const text = await (await import('./workbook-text.ts')).workbookText(file);
    return () => partsOf(new TextEncoder().encode(text), file.size);
  }
  const [bytes] = Object.values(entries);
  if (bytes) return () => partsOf(new Uint8Array(bytes), file.size);
  const message = `expected a CSV or a workbook in ${file.name}, got ${names.slice(0, 5).join(', ')}`;
  throw new AppError('no-table-inside', message, { fileName: file.name });
}

type Choose = (entry: { readonly name: string; readonly originalSize: number }) => boolean;

function unpack(file: File, packed: Uint8Array, filter: Choose): Promise<Unzipped> {
  return new Promise((resolve, reject) => {
    unzip(packed, { filter }, (error, entries) => {
      if (error) reject(damaged(file, error));
      else resolve(entries);
    });
  });
}
