import type { FilePart } from '#core/csv/file-part.ts';
import type { Issue } from '#core/csv/issues.ts';
import type { ReadingChoice } from '#core/csv/reading.ts';
import { AppError } from '#core/errors.ts';

export interface ContentPart {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the file as it lies on the disk. */
  readonly doneBytes: number;
}

/** May be read from the beginning as often as it is needed. */
export type FileContent = () => AsyncGenerator<ContentPart, void>;

export type TextForm = Pick<ReadingChoice, 'encoding' | 'delimiter' | 'headerRow'>;

export interface OpenedContent {
  readonly content: FileContent;
  /** All that the file holds, where that is more than one text. */
  readonly parts: readonly FilePart[];
  /** Of its text, where it is not the file's own. */
  readonly known?: TextForm;
  /** Columns that no cell of a table can hold. */
  readonly leftOut?: readonly string[];
  /** What stands in it and cannot stand in a table, as far as it was read. */
  readonly findings?: () => readonly Issue[];
}

export const PART_BYTES = 1024 * 1024;

/** More than this is not unpacked: a small file can hold anything. */
const MOST_BYTES = 2 * 1024 ** 3;
/** Tables are packed to a twentieth at best; a hundredth of it is nothing but repetition. */
const MOST_TIMES_PACKED = 100;
/** That much fits anyhow, however well it was packed. */
const ALWAYS_BYTES = 256 * 1024 ** 2;

export function mostUnpackedBytes(packedBytes: number): number {
  return Math.min(MOST_BYTES, Math.max(ALWAYS_BYTES, MOST_TIMES_PACKED * packedBytes));
}

/** What comes out of a file, where that is more than is unpacked. */
export function tooLarge(file: File, bytes: number, mostBytes: number): AppError {
  const message = `expected at most ${mostBytes} bytes in ${file.name}, got ${bytes}`;
  return new AppError('file-too-large', message, { mostBytes });
}

export function damaged(file: File, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const message = `expected a whole compressed file in ${file.name}, got ${String(cause)}`;
  return new AppError('file-damaged', message, { fileName: file.name }, { cause });
}

export function noSuchPart(file: File, part: string): AppError {
  const message = `expected a table "${part}" in ${file.name}, got none`;
  return new AppError('no-table-inside', message, { fileName: file.name });
}
