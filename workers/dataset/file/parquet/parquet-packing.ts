import { gunzipSync } from 'fflate';
import type { CompressionCodec } from 'hyparquet';
import { snappyUncompress } from 'hyparquet/src/snappy.js';
import { AppError } from '#core/base/errors.ts';
import { tooLarge } from '../content-part.ts';
import { unpackZstd } from '../unpack-zstd.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Unpack = (packed: Bytes, size: number) => Uint8Array;

/** Most bytes of pages and dictionaries at a time: a row group of a million rows takes a tenth. */
const MOST_HELD_BYTES = 768 * 1024 ** 2;

/**
 * Unpacking by codec. Each unpacks into as many bytes as the page states, because a small file can expand to anything.
 */
const UNPACK: Readonly<Partial<Record<CompressionCodec, Unpack>>> = {
  UNCOMPRESSED: (packed) => packed,
  SNAPPY: (packed, size) => {
    const bytes = new Uint8Array(size);
    snappyUncompress(packed, bytes);
    return bytes;
  },
  GZIP: (packed, size) => gunzipSync(packed, { out: new Uint8Array(size) }),
  ZSTD: unpackZstd,
};

interface PackedPage {
  /** Bytes when unpacked. */
  readonly size: number;
  readonly codec: CompressionCodec;
}

/** Unpacks a page. Throws AppError packing-unknown, or an error that says what is wrong with the page. */
export function unpackPage(file: File, packed: Bytes, { size, codec }: PackedPage): Bytes {
  const unpack = UNPACK[codec];
  if (!unpack) throw packingUnknown(file, codec);
  const bytes = unpack(packed, size);
  if (bytes.length !== size)
    throw new Error(`expected ${size} bytes in a page, got ${bytes.length}`);
  return bytes as Bytes;
}

/** Returns the error for a form of packing that Debut cannot read. */
export function packingUnknown(file: File, packing: string): AppError {
  const message = `expected a packing that is known in ${file.name}, got ${packing}`;
  return new AppError('packing-unknown', message, { packing });
}

/** Throws AppError file-too-large where so many bytes do not fit into memory. */
export function requireHold(file: File, bytes: number): void {
  if (bytes > MOST_HELD_BYTES) throw tooLarge(file, bytes, MOST_HELD_BYTES);
}
