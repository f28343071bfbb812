import { MOST_RECORD } from '#core/import/csv/quote-mender.ts';
import type { RecordReader } from '#core/import/csv/record-reader.ts';
import { AppError } from '#core/base/errors.ts';
import type { DecodedText } from './decoded-text.ts';

interface RecordsRead {
  /** Cells by record. */
  readonly records: readonly (readonly string[])[];
  /** Bytes of the file that have been read. */
  readonly doneBytes: number;
}

/**
 * Yields all records of a text, some at a time. Throws AppError record-too-long.
 * @param openRow returns the row that is being read
 */
export async function* readRecords(
  text: DecodedText,
  reader: RecordReader,
  openRow: () => number,
): AsyncGenerator<RecordsRead, void> {
  let doneBytes = 0;
  for await (const part of text.parts()) {
    doneBytes = part.doneBytes;
    for (const records of reader.read(part.text)) yield { records, doneBytes };
    if (reader.isTooLong) throw tooLong(openRow());
  }
  for (const records of reader.read('', true)) yield { records, doneBytes };
}

function tooLong(row: number): AppError {
  const message = `expected row ${row} to end within ${MOST_RECORD} UTF-16 units, got more`;
  return new AppError('record-too-long', message, { row, mostBytes: MOST_RECORD });
}
