// Writes an Arrow file or stream (Feather, version 2) as CSV, some batches of rows at a time. Only a part of a million
// rows is in memory at once.

import { Endianness, tableFromIPC, type Column, type Table } from '@uwdata/flechette';
import { arrowColumns, cellsOf, type ArrowColumns, type ArrowLeaf } from './arrow-columns.ts';
import { arrowMessages, type ArrowMessage } from './arrow-messages.ts';
import { unpackWithin } from './arrow-packing.ts';
import {
  damaged,
  mostUnpackedBytes,
  tooLarge,
  type ContentPart,
  type OpenedContent,
} from '../content-part.ts';
import { csvLine, quoted } from '../csv-line.ts';
import { packingUnknown, requireHold } from '../parquet/parquet-packing.ts';
import { readSlice } from '../read-slice.ts';
import { tableTooLarge } from '../table-bounds.ts';

/** Mark at both ends of a file; a stream has none. */
const MARK = 'ARROW1';
const OLD_MARK = 'FEA1';
/** Bytes of the mark and its padding. */
const MARK_BYTES = 8;
/** Bytes of rows to read at once. Small batches are read together, because each read includes the schema. */
const AT_ONCE_BYTES = 4 * 1024 ** 2;
const CELLS_AT_ONCE = 64 * 1024;
/** Bytes that one word of a dictionary takes as an object, in addition to its letters. */
const WORD_BYTES = 64;
/** Ten times the rows of a spreadsheet. */
const MOST_ROWS = 10_000_000;
const OPTIONS = { useBigInt: true, useDecimalInt: true, useProxy: true } as const;

/**
 * Opens an Arrow file as CSV text. Throws AppError file-damaged, file-too-large, packing-unknown or table-too-large,
 * here or while it is read.
 */
export async function openArrow(file: File): Promise<OpenedContent> {
  const extent = await extentOf(file);
  const { leaves, leftOut } = await columnsIn(file, extent);
  return {
    content: () => csvOf(file, extent, leaves),
    ...{ parts: [], leftOut },
    known: { encoding: 'utf-8', delimiter: ',', headerRow: 1 },
  };
}

interface ArrowExtent {
  readonly start: number;
  readonly end: number;
}

async function extentOf(file: File): Promise<ArrowExtent> {
  const textAt = async (start: number, end: number) =>
    new TextDecoder().decode(await readSlice(file, Math.max(0, start), end));
  const beginning = await textAt(0, MARK.length);
  if (beginning.startsWith(OLD_MARK)) throw packingUnknown(file, 'Feather 1');
  if (beginning !== MARK) return { start: 0, end: file.size };
  if ((await textAt(file.size - MARK.length, file.size)) !== MARK)
    throw damaged(file, 'a file without its end');
  return { start: MARK_BYTES, end: file.size - MARK.length };
}

async function columnsIn(file: File, extent: ArrowExtent): Promise<ArrowColumns> {
  try {
    const { fields, endianness } = tableFromIPC([await schemaIn(file, extent)], OPTIONS).schema;
    if (endianness === Endianness.Big) throw packingUnknown(file, 'big-endian');
    return arrowColumns(fields);
  } catch (cause) {
    throw damaged(file, cause);
  }
}

async function schemaIn(file: File, extent: ArrowExtent): Promise<Uint8Array> {
  for await (const { kind, bytes } of messagesIn(file, extent)) if (kind === 'schema') return bytes;
  throw new Error('expected a schema, got none');
}

function messagesIn(file: File, extent: ArrowExtent): AsyncGenerator<ArrowMessage, void> {
  return arrowMessages(file, { ...extent, requireHold: (bytes) => requireHold(file, bytes) });
}

async function* csvOf(
  file: File,
  extent: ArrowExtent,
  leaves: readonly ArrowLeaf[],
): AsyncGenerator<ContentPart, void> {
  const encoder = new TextEncoder();
  const most = mostUnpackedBytes(file.size);
  let [written, rowCount] = [0, 0];
  const part = (text: string, doneBytes: number): ContentPart => {
    const bytes = encoder.encode(text);
    written += bytes.length;
    if (written > most) throw tooLarge(file, written, most);
    return { bytes, doneBytes };
  };
  yield part(csvLine(leaves.map(({ name }) => quoted(name))), 0);
  try {
    for await (const { text, rowCount: more, end } of linesIn(file, extent, leaves)) {
      rowCount += more;
      if (rowCount > MOST_ROWS) throw tableTooLarge(MOST_ROWS);
      yield part(text, end);
    }
  } catch (cause) {
    throw damaged(file, cause);
  }
  yield part('', file.size);
}

interface Lines {
  readonly text: string;
  readonly rowCount: number;
}

async function* linesIn(
  file: File,
  extent: ArrowExtent,
  leaves: readonly ArrowLeaf[],
): AsyncGenerator<Lines & { readonly end: number }, void> {
  for await (const { columns, end } of tablesIn(file, extent))
    for (const lines of textsOf(columns, leaves)) yield { ...lines, end };
}

interface ReadColumns {
  readonly columns: readonly Column<unknown>[];
  /** Offset in the file up to which it has been read. */
  readonly end: number;
}

/** Yields some batches of rows at a time, read with the dictionaries they need. */
async function* tablesIn(file: File, extent: ArrowExtent): AsyncGenerator<ReadColumns, void> {
  const group = new MessageGroup(file);
  let end = extent.start;
  for await (const message of messagesIn(file, extent)) {
    group.add(message);
    end = message.end;
    if (group.rowBytes >= AT_ONCE_BYTES) yield { columns: group.take().children, end };
  }
  if (group.rowBytes > 0) yield { columns: group.take().children, end };
}

class MessageGroup {
  readonly #file: File;
  #schema: ArrowMessage[] = [];
  /** Dictionaries that the next batches of rows need. */
  #dictionaries: ArrowMessage[] = [];
  /** Messages for the next table, in order; dictionaries kept from earlier batches come first. */
  #messages: ArrowMessage[] = [];
  #rowBytes = 0;

  constructor(file: File) {
    this.#file = file;
  }

  get rowBytes(): number {
    return this.#rowBytes;
  }

  add(message: ArrowMessage): void {
    const { kind, bytes, dictionary } = message;
    if (kind === 'schema') this.#schema = [message];
    else this.#messages.push(message);
    if (kind === 'rows') this.#rowBytes += bytes.length;
    if (dictionary === null) return;
    if (!dictionary.isMore)
      this.#dictionaries = this.#dictionaries.filter(
        ({ dictionary: other }) => other!.id !== dictionary.id,
      );
    this.#dictionaries.push(message);
    requireHold(this.#file, heldFor(this.#messages) + heldFor(this.#dictionaries));
  }

  take(): Table {
    let held = heldFor(this.#messages);
    unpackWithin((more) => requireHold(this.#file, (held += more)));
    const table = tableFromIPC(
      [...this.#schema, ...this.#messages].map(({ bytes }) => bytes),
      OPTIONS,
    );
    this.#messages = [...this.#dictionaries];
    this.#rowBytes = 0;
    return table;
  }
}

function heldFor(messages: readonly ArrowMessage[]): number {
  return messages.reduce(
    (sum, { bytes, dictionary }) => sum + bytes.length + WORD_BYTES * (dictionary?.wordCount ?? 0),
    0,
  );
}

/** Yields the CSV lines of some rows at a time. */
function* textsOf(
  columns: readonly Column<unknown>[],
  leaves: readonly ArrowLeaf[],
): Generator<Lines, void> {
  const atOnce = Math.ceil(CELLS_AT_ONCE / Math.max(1, leaves.length));
  const first = columns[leaves[0]?.path[0] ?? -1]?.data ?? [];
  for (const [place, { length: rowCount }] of first.entries()) {
    const cells = leaves.map((leaf) => cellsOf({ columns, place, rowCount }, leaf));
    for (let from = 0; from < rowCount; from += atOnce) {
      const end = Math.min(rowCount, from + atOnce);
      let text = '';
      for (let row = from; row < end; row++) text += csvLine(cells.map((cellAt) => cellAt(row)));
      yield { text, rowCount: end - from };
    }
  }
}
