// Writes a Parquet file as CSV, one row group after another and one page of each column at a time. Only a part of a
// million rows is in memory at once.

import { parquetMetadataAsync, type FileMetaData, type RowGroup } from 'hyparquet';
import { AppError } from '#core/base/errors.ts';
import {
  damaged,
  mostUnpackedBytes,
  tooLarge,
  type ContentPart,
  type OpenedContent,
} from '../content-part.ts';
import { csvLine, quoted } from '../csv-line.ts';
import { ParquetColumn } from './parquet-column.ts';
import { requireHold } from './parquet-packing.ts';
import { ParquetPages } from './parquet-pages.ts';
import { parquetColumns, type ParquetLeaf } from './parquet-schema.ts';
import { readerOf } from './parquet-values.ts';
import { readSlice } from '../read-slice.ts';

/** Number of cells written as text at a time. */
const CELLS_AT_ONCE = 64 * 1024;
/** Bytes at the end of a file: the length of its metadata, and its mark. */
const END_BYTES = 8;
/** Mark of a file that is encrypted as a whole. */
const ENCRYPTED = 'PARE';
/** Size of the metadata as objects, as a multiple of its bytes. */
const TIMES_OBJECTS = 8;

/**
 * Opens a Parquet file as CSV text. Throws AppError file-damaged, file-locked, file-too-large or packing-unknown, here
 * or while it is read.
 */
export async function openParquet(file: File): Promise<OpenedContent> {
  const metadata = await metadataOf(file);
  const { leaves, leftOut } = columnsIn(file, metadata);
  return {
    content: () => csvOf(file, metadata, leaves),
    ...{ parts: [], leftOut },
    known: { encoding: 'utf-8', delimiter: ',', headerRow: 1 },
  };
}

async function metadataOf(file: File): Promise<FileMetaData> {
  const end = await readSlice(file, Math.max(0, file.size - END_BYTES), file.size);
  if (new TextDecoder().decode(end).endsWith(ENCRYPTED)) throw locked(file);
  if (end.length === END_BYTES)
    requireHold(file, TIMES_OBJECTS * Math.min(file.size, readerOf(end).view.getUint32(0, true)));
  const slice = async (from: number, to = file.size) => (await readSlice(file, from, to)).buffer;
  try {
    const metadata = await parquetMetadataAsync(
      { byteLength: file.size, slice },
      { geoparquet: false },
    );
    const columns = metadata.row_groups.flatMap((group) => group.columns);
    if (columns.some((column) => column.crypto_metadata)) throw locked(file);
    return metadata;
  } catch (cause) {
    throw damaged(file, cause);
  }
}

function columnsIn(file: File, metadata: FileMetaData) {
  try {
    return parquetColumns(metadata);
  } catch (cause) {
    throw damaged(file, cause);
  }
}

async function* csvOf(
  file: File,
  { row_groups: groups }: FileMetaData,
  leaves: readonly ParquetLeaf[],
): AsyncGenerator<ContentPart, void> {
  const encoder = new TextEncoder();
  const rowCount = groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  const most = mostUnpackedBytes(file.size);
  let [written, done] = [0, 0];
  const part = (text: string): ContentPart => {
    const bytes = encoder.encode(text);
    written += bytes.length;
    if (written > most) throw tooLarge(file, written, most);
    return { bytes, doneBytes: rowCount > 0 ? file.size * (done / rowCount) : file.size };
  };
  yield part(csvLine(leaves.map(({ name }) => quoted(name))));
  try {
    for (const group of groups)
      for await (const lines of linesOf(file, group, leaves)) {
        done += lines.length;
        yield part(lines.join(''));
      }
  } catch (cause) {
    throw damaged(file, cause);
  }
}

/** Yields the CSV lines of some rows at a time. */
async function* linesOf(
  file: File,
  { columns, num_rows }: RowGroup,
  leaves: readonly ParquetLeaf[],
): AsyncGenerator<readonly string[], void> {
  const rowCount = Number(num_rows);
  const opened = leaves.map((leaf) => {
    const column = columns[leaf.place]?.meta_data;
    if (!column) throw new Error(`expected a column "${leaf.name}" in a row group, got none`);
    return new ParquetColumn(new ParquetPages(file, column, leaf), leaf, rowCount);
  });
  const atOnce = Math.ceil(CELLS_AT_ONCE / Math.max(1, leaves.length));
  for (let left = rowCount; left > 0; left -= atOnce) {
    const count = Math.min(left, atOnce);
    const cells: (readonly string[])[] = [];
    for (const column of opened) {
      cells.push(await column.take(count));
      requireHold(
        file,
        opened.reduce((sum, { heldBytes }) => sum + heldBytes, 0),
      );
    }
    yield Array.from({ length: count }, (_, row) => csvLine(cells.map((texts) => texts[row]!)));
  }
}

function locked(file: File): AppError {
  const message = `expected ${file.name} without encryption, got it locked`;
  return new AppError('file-locked', message, { fileName: file.name });
}
