// Passes a text to a scanner that needs whole records: an unfinished record waits for the next part.

import { MOST_RECORD_BYTES, type RecordScanner } from '#core/import/csv/record-scanner.ts';
import { AppError } from '#core/base/errors.ts';
import type { ContentPart } from './content-part.ts';

interface ScanWatch {
  /** Called after each scanned part, with the bytes of the file that are done. */
  readonly onPart: (doneBytes: number) => Promise<void>;
  /** Returns the row that is being read. */
  readonly openRow: () => number;
}

/** Scans all parts. Throws AppError record-too-long. */
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
    // A record longer than a part is scanned again only when as much has been added; otherwise the time would grow
    // quadratically.
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

/** Scans the bytes and returns those that are left over. */
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
