// Why a file that begins as a project file does not end as one: its end is missing, or something follows it. Its records tell, one after
// the other from the first byte, because each says how long it is; bytes at the end of a file tell nothing of where it once ended.

import { AppError } from '../errors.ts';
import {
  CENTRAL,
  CENTRAL_BYTES,
  END,
  END_BYTES,
  LOCAL,
  LOCAL_BYTES,
  MOST_ENTRIES,
} from './zip-layout.ts';

/** Bytes of the file; fewer where it ends before. */
type Read = (from: number, to: number) => Promise<Uint8Array>;

/** Each entry has two, and there is one of the end. */
const MOST_RECORDS = 2 * MOST_ENTRIES + 1;

/** AppError project-file-cut or -extended; -unreadable where neither can be told, as of what is no project file. */
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
  /** With its names and what is packed in it; beyond all files where it ends before it says. */
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

/** How long each kind of record is, and where the lengths of its name, extra fields and comment stand, in two bytes each. */
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
