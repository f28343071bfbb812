// Opens what is inside a file that a seller drops, as bytes of text: the file itself, a gzip, or a table of a zip. A
// sheet of a workbook, a Parquet file or an Arrow file is written as CSV.

import { GZIP, startsWith, TELLING_BYTES, ZIP } from '#core/app/file-kind.ts';
import {
  asReadOf,
  damaged,
  mostUnpackedBytes,
  OLD_WORKBOOK,
  PART_BYTES,
  tooLarge,
  type ContentPart,
  type OpenedContent,
} from './content-part.ts';
import { holdsColumns, openColumns } from './columns-content.ts';
import { readSlice } from './read-slice.ts';

/** Bytes of the first part, enough to look at a file. */
export const FIRST_PART_BYTES = 256 * 1024;
const PIECE_BYTES = 8 * 1024;
/** Bytes at the end of a gzip that hold its unpacked size, or that of the last member of several. */
const SIZE_BYTES = 4;
const MARKUP = /^\s*<(?:\?xml|!doctype html|html|head|meta|style|body|table)\b/iu;

/**
 * Opens a file by its first bytes. Throws what opening its form throws.
 * @param part name of a table in a workbook or zip; null for the first that has rows
 */
export async function openContent(file: File, part: string | null = null): Promise<OpenedContent> {
  const beginning = await readSlice(file, 0, TELLING_BYTES);
  if (startsWith(beginning, GZIP)) return { content: () => unzipped(file), parts: [] };
  if (startsWith(beginning, ZIP)) return (await import('./zipped-content.ts')).openZip(file, part);
  if (holdsColumns(beginning)) return openColumns(file);
  const isOld = mayBeOldWorkbook(beginning);
  const workbook = isOld && (await (await import('./old-workbook.ts')).asXlsx(file));
  if (!workbook) return { content: () => plainParts(file), parts: [] };
  const opened = await (await import('./zipped-content.ts')).openZip(workbook, part);
  return asReadOf(file, opened, workbook.size);
}

/** Returns whether a file begins like a workbook of before 2007, or like the pages and XML that are called .xls, too. */
function mayBeOldWorkbook(beginning: Uint8Array): boolean {
  return startsWith(beginning, OLD_WORKBOOK) || MARKUP.test(new TextDecoder().decode(beginning));
}

async function* plainParts(file: File): AsyncGenerator<ContentPart, void> {
  for (let start = 0; start < file.size;) {
    const doneBytes = Math.min(file.size, start + (start === 0 ? FIRST_PART_BYTES : PART_BYTES));
    yield { bytes: await readSlice(file, start, doneBytes), doneBytes };
    start = doneBytes;
  }
}

async function* unzipped(file: File): AsyncGenerator<ContentPart, void> {
  const packed = packedPieces(file);
  const size = await saidSize(file);
  const most = mostUnpackedBytes(file.size);
  let [unpacked, doneBytes] = [0, 0];
  const reader = packed.stream.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown): never => {
        throw damaged(file, cause);
      });
      if (done) return;
      unpacked += value.length;
      if (unpacked > most) throw tooLarge(file, unpacked, most);
      // Unpacking runs ahead of reading, in a well-packed file by all of it.
      const share = unpacked < size ? unpacked / size : 1;
      doneBytes = Math.max(doneBytes, Math.min(packed.takenBytes(), Math.floor(share * file.size)));
      yield { bytes: value, doneBytes };
    }
  } finally {
    await reader.cancel().catch(() => undefined); // what went wrong has been thrown already
  }
}

/**
 * Returns the packed bytes in pieces. Browsers unpack each piece whole before anything of it is read, to at most a
 * thousand times its size.
 */
function packedPieces(file: File) {
  let takenBytes = 0;
  let part = new Uint8Array();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        if (part.length === 0) {
          const end = Math.min(file.size, takenBytes + PART_BYTES);
          part = await readSlice(file, takenBytes, end);
        }
        const piece = part.subarray(0, PIECE_BYTES);
        part = part.subarray(PIECE_BYTES);
        takenBytes += piece.length;
        controller.enqueue(piece);
        if (takenBytes === file.size) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, takenBytes: () => takenBytes };
}

async function saidSize(file: File): Promise<number> {
  const end = await readSlice(file, Math.max(0, file.size - SIZE_BYTES), file.size);
  return end.length < SIZE_BYTES ? 0 : new DataView(end.buffer).getUint32(0, true);
}
