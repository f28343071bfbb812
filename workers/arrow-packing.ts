import { CompressionType, setCompressionCodec } from '@uwdata/flechette';
import { decompress } from 'fzstd';
import { unpackLz4 } from './lz4-frame.ts';

/** What is unpacked at a time is counted by whoever asks for it. */
let requireMore: (bytes: number) => void = () => undefined;

/** Until it is called again. @param require throws where so many bytes more cannot be held */
export function unpackWithin(require: (bytes: number) => void): void {
  requireMore = require;
  setCompressionCodec(CompressionType.LZ4_FRAME, codec(unpackLz4));
  setCompressionCodec(
    CompressionType.ZSTD,
    codec((packed, size) => decompress(packed, new Uint8Array(size))),
  );
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
