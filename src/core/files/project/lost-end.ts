// Explains why a file that begins as a project file does not end as one: it is truncated, or has bytes after its end.
// Its records are followed from the first byte, because each states its length. Bytes at the end of the file do not
// show where it once ended.

import { AppError } from '#core/base/errors.ts';
import {
  CENTRAL,
  CENTRAL_BYTES,
  END,
  END_BYTES,
  LOCAL,
  LOCAL_BYTES,
  MOST_ENTRIES,
} from './zip-layout.ts';

/** Reads bytes of the file; returns fewer where the file ends earlier. */
type Read = (from: number, to: number) => Promise<Uint8Array>;

/** Two for each entry, and one for the end. */
const MOST_RECORDS = 2 * MOST_ENTRIES + 1;

/**
 * Returns AppError project-file-cut or project-file-extended; project-file-unreadable where the records show neither,
 * as for any other kind of file.
 */
export async function explainLostEnd(read: Read, fileBytes: number): Promise<AppError> {
  let at = 0;
  for (let count = 0; count < MOST_RECORDS; count++) {
    const record = recordOf(await read(at, at + CENTRAL_BYTES));
    const isOurs = record !== null && (count > 0 || record.signature === LOCAL);
    if (!isOurs) break;
    at += record.bytes;
    if (at > fileBytes) return new AppError('project-file-cut', 'expected an end, got none');
    if (record.signature === END) return at < fileBytes ? extended(at, fileBytes) : unreadable();
  }
  return unreadable();
}

interface ZipRecord {
  readonly signature: number;
  /** Length with names and packed data, in bytes; Infinity where the header itself is truncated. */
  readonly bytes: number;
}

function recordOf(beginning: Uint8Array): ZipRecord | null {
  const view = new DataView(beginning.buffer, beginning.byteOffset, beginning.byteLength);
  if (beginning.length < SIGNATURE_BYTES) return { signature: NaN, bytes: Infinity };
  const signature = view.getUint32(0, true);
  const layout = LAYOUTS.get(signature);
  if (!layout) return null;
  if (beginning.length < layout.bytes) return { signature, bytes: Infinity };
  const names = layout.lengthsAt.map((at) => view.getUint16(at, true));
  const packed = signature === LOCAL ? view.getUint32(PACKED_AT, true) : 0;
  return { signature, bytes: names.reduce((sum, length) => sum + length, layout.bytes + packed) };
}
const SIGNATURE_BYTES = 4;
const PACKED_AT = 18;

/**
 * Header length of each kind of record, and where it states the lengths of name, extra fields and comment, two bytes
 * each.
 */
const LAYOUTS: ReadonlyMap<
  number,
  { readonly bytes: number; readonly lengthsAt: readonly number[] }
> = new Map([
  [LOCAL, { bytes: LOCAL_BYTES, lengthsAt: [26, 28] }],
  [CENTRAL, { bytes: CENTRAL_BYTES, lengthsAt: [28, 30, 32] }],
  [END, { bytes: END_BYTES, lengthsAt: [20] }],
]);

function extended(end: number, fileBytes: number): AppError {
  const message = `expected a file that ends at ${end}, got ${fileBytes - end} bytes more`;
  return new AppError('project-file-extended', message);
}

function unreadable(): AppError {
  return new AppError('project-file-unreadable', 'expected the end of a ZIP, got other bytes');
}
