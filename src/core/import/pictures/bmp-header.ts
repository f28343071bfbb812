// BMP: a file header of 14 bytes, then one whose first number is its own size; sizes have 16 bits in the oldest (12 bytes).

import { littleEndian, STILL, type HeaderReading } from './header-bytes.ts';

const OLDEST_BYTES = 12;

/** Reads the header of a BMP. It is cut off where the file is shorter than it says. */
export function bmpHeader(bytes: Uint8Array): HeaderReading {
  const isTruncated = littleEndian(bytes, 2, 4) > bytes.length;
  const headerBytes = littleEndian(bytes, 14, 4);
  if (headerBytes === OLDEST_BYTES) {
    const [widthPx, heightPx] = [18, 20].map((at) => littleEndian(bytes, at, 2));
    return { ...STILL, widthPx: widthPx!, heightPx: heightPx!, isTruncated };
  }
  if (headerBytes < OLDEST_BYTES || headerBytes > bytes.length) return 'not-a-picture';
  // A height below 0 says that the rows begin at the top.
  const [widthPx, heightPx] = [18, 22].map((at) => Math.abs(littleEndian(bytes, at, 4) | 0));
  return { ...STILL, widthPx: widthPx!, heightPx: heightPx!, isTruncated };
}
