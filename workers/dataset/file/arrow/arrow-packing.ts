import { CompressionType, setCompressionCodec } from '@uwdata/flechette';
import { unpackZstd } from '../unpack-zstd.ts';
import { unpackLz4 } from './lz4-frame.ts';

/** Counts the bytes about to be unpacked; set by the last call of `unpackWithin`. */
let requireMore: (bytes: number) => void = () => undefined;

/**
 * Registers LZ4 and Zstandard codecs that pass the size of what they unpack to `require`, until the next call.
 * @param require throws where so many bytes more do not fit into memory
 */
export function unpackWithin(require: (bytes: number) => void): void {
  requireMore = require;
  setCompressionCodec(CompressionType.LZ4_FRAME, codec(unpackLz4));
  setCompressionCodec(CompressionType.ZSTD, codec(unpackZstd));
}

function codec(unpack: (packed: Uint8Array, size: number) => Uint8Array) {
  return {
    decode(packed: Uint8Array, size: number): Uint8Array {
      requireMore(size);
      const bytes = unpack(packed, size);
      if (bytes.length !== size)
        throw new Error(`expected ${size} bytes in a buffer, got ${bytes.length}`);
      return bytes;
    },
    encode: (bytes: Uint8Array) => bytes,
  };
}
