import type { FilePart } from '#core/import/csv/file-part.ts';
import type { MergedCells } from '#core/import/suppliers/fill-merged.ts';
import type { CurrencyAt } from '#core/import/suppliers/list-cells.ts';
import type { Issue } from '#core/import/csv/issues.ts';
import type { ReadingChoice } from '#core/import/csv/reading-choice.ts';
import { AppError } from '#core/base/errors.ts';

export interface ContentPart {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of the file on disk that have been read. */
  readonly doneBytes: number;
}

/** Reads the content from its beginning; may be called as often as needed. */
export type FileContent = () => AsyncGenerator<ContentPart, void>;

export type TextForm = Pick<ReadingChoice, 'encoding' | 'delimiter' | 'headerRow'>;

export interface OpenedContent {
  readonly content: FileContent;
  /** All that the file holds, where that is more than one text. */
  readonly parts: readonly FilePart[];
  /** Form of the text, where Debut wrote it. */
  readonly known?: TextForm;
  /** Names of columns that no cell of a table can hold. */
  readonly leftOut?: readonly string[];
  /** Returns what the file holds that a table cannot hold, as far as it was read. */
  readonly findings?: () => readonly Issue[];
  /** Returns cells that are shown as one, as far as it was read. */
  readonly merged?: () => readonly MergedCells[];
  /** Returns the currency in which a number is shown, as far as it was read. */
  readonly currencyAt?: CurrencyAt;
}

export const PART_BYTES = 1024 * 1024;
/** First bytes of a workbook of before 2007. */
export const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

/** Most bytes unpacked: a small file can expand to anything. */
const MOST_BYTES = 2 * 1024 ** 3;
/** Highest accepted ratio of packing. Tables pack to a twentieth at best; a hundredth is mere repetition. */
const MOST_TIMES_PACKED = 100;
/** Bytes that are always accepted, however well they were packed. */
const ALWAYS_BYTES = 256 * 1024 ** 2;

/** Returns content that was read of another file, with that many bytes, as that of this file. */
export function asReadOf(file: File, opened: OpenedContent, size: number): OpenedContent {
  return {
    ...opened,
    async *content() {
      for await (const { bytes, doneBytes } of opened.content())
        yield { bytes, doneBytes: Math.floor((file.size * doneBytes) / size) };
    },
  };
}

/** Returns the most bytes that a file of this size may unpack to. */
export function mostUnpackedBytes(packedBytes: number): number {
  return Math.min(MOST_BYTES, Math.max(ALWAYS_BYTES, MOST_TIMES_PACKED * packedBytes));
}

/** Returns the error for a file that unpacks to more bytes than allowed. */
export function tooLarge(file: File, bytes: number, mostBytes: number): AppError {
  const message = `expected at most ${mostBytes} bytes in ${file.name}, got ${bytes}`;
  return new AppError('file-too-large', message, { mostBytes });
}

/** Returns the cause where it is an AppError, else the error for a damaged file. */
export function damaged(file: File, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const message = `expected a whole compressed file in ${file.name}, got ${String(cause)}`;
  return new AppError('file-damaged', message, { fileName: file.name }, { cause });
}

/** Returns the error for a table that the file does not contain. */
export function noSuchPart(file: File, part: string): AppError {
  const message = `expected a table "${part}" in ${file.name}, got none`;
  return new AppError('no-table-inside', message, { fileName: file.name });
}
