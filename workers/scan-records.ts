// The parts of a text → a scanner that needs whole records: what a part leaves unfinished waits for the next one.

import { MOST_RECORD_BYTES, type RecordScanner } from '#core/csv/record-scanner.ts';
import { AppError } from '#core/errors.ts';
import type { ContentPart } from './content-part.ts';

interface ScanWatch {
  /** After each part that was scanned, with the bytes of the file that are done. */
  readonly onPart: (doneBytes: number) => Promise<void>;
  /** Where the row stands that is being read. */
  readonly openRow: () => number;
}

/** Throws AppError record-too-long. */
export async function scanRecords(
  parts: AsyncIterable<ContentPart>,
  scanner: RecordScanner,
  { onPart, openRow }: ScanWatch,
): Promise<void> {
  let rest = new Uint8Array();
  let waiting: Uint8Array[] = [];
  let waitingLength = 0;
  let doneBytes = 0;
  for await (const part of parts) {
    waiting.push(part.bytes);
    waitingLength += part.bytes.length;
    doneBytes = part.doneBytes;
    // A record longer than a part is looked at again only when there is as much to add, or it would take for ever.
    if (waitingLength < rest.length) continue;
    rest = scanned(rest, waiting, scanner, false);
    waiting = [];
    waitingLength = 0;
    await onPart(doneBytes);
    if (rest.length > MOST_RECORD_BYTES) throw tooLong(openRow());
  }
  scanned(rest, waiting, scanner, true);
  await onPart(doneBytes);
}

function tooLong(row: number): AppError {
  const message = `expected row ${row} to end within ${MOST_RECORD_BYTES} bytes, got more`;
  return new AppError('record-too-long', message, { row, mostBytes: MOST_RECORD_BYTES });
}

/** What is left over. */
function scanned(
  rest: Uint8Array,
  waiting: readonly Uint8Array[],
  scanner: RecordScanner,
  isLast: boolean,
): Uint8Array<ArrayBuffer> {
  const bytes = joined([rest, ...waiting]);
  return bytes.slice(scanner.scan(bytes, isLast));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const filled = parts.filter(({ length }) => length > 0);
  if (filled.length === 1) return filled[0]!;
  const all = new Uint8Array(filled.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of filled) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
