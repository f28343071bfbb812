// WebP (RFC 9649): a RIFF file whose first chunk is lossy (VP8), lossless (VP8L) or extended (VP8X).

import { hasText, littleEndian, STILL, type HeaderReading } from './header-bytes.ts';

/** Place of the first chunk's data. */
const DATA = 20;
const RIFF_BYTES = 8;
const ANIMATION = 0x02;
const LOSSLESS = 0x2f;
/** Sizes of a lossy or lossless picture have 14 bits. */
const SIZE_MASK = 0x3f_ff;

/** Reads the header of a WebP. It is cut off where the file is shorter than it says. */
export function webpHeader(bytes: Uint8Array): HeaderReading {
  if (bytes.length < DATA + 10) return 'truncated';
  const isTruncated = littleEndian(bytes, 4, 4) + RIFF_BYTES > bytes.length;
  if (hasText(bytes, 12, 'VP8X')) {
    const [widthPx, heightPx] = [24, 27].map((at) => 1 + littleEndian(bytes, at, 3));
    const isAnimated = (bytes[DATA]! & ANIMATION) !== 0;
    return { ...STILL, widthPx: widthPx!, heightPx: heightPx!, isAnimated, isTruncated };
  }
  const size = sizeOf(bytes);
  return size ? { ...STILL, ...size, isTruncated } : 'damaged';
}

function sizeOf(bytes: Uint8Array) {
  if (hasText(bytes, 12, 'VP8L') && bytes[DATA] === LOSSLESS) {
    const bits = littleEndian(bytes, DATA + 1, 4);
    return { widthPx: 1 + (bits & SIZE_MASK), heightPx: 1 + ((bits >>> 14) & SIZE_MASK) };
  }
  const hasStartCode = bytes[23] === 0x9d && bytes[24] === 0x01 && bytes[25] === 0x2a;
  if (!hasText(bytes, 12, 'VP8 ') || !hasStartCode) return null;
  return {
    widthPx: littleEndian(bytes, 26, 2) & SIZE_MASK,
    heightPx: littleEndian(bytes, 28, 2) & SIZE_MASK,
  };
}
