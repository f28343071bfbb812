// PNG (W3C, third edition): a signature, then chunks of a length, a name, data and a checksum, up to IEND.

import { bigEndian, hasText, STILL, type HeaderReading } from './header-bytes.ts';

const SIGNATURE_BYTES = 8;
const CHUNK_BYTES = 12;

/** Reads the header of a PNG. It is cut off where a chunk is, or where IEND is missing. */
export function pngHeader(bytes: Uint8Array): HeaderReading {
  if (bytes.length < SIGNATURE_BYTES + CHUNK_BYTES) return 'truncated';
  if (!hasText(bytes, SIGNATURE_BYTES + 4, 'IHDR')) return 'damaged';
  const size = { widthPx: bigEndian(bytes, 16, 4), heightPx: bigEndian(bytes, 20, 4) };
  let isAnimated = false;
  for (let at = SIGNATURE_BYTES; at + CHUNK_BYTES <= bytes.length;) {
    const end = at + CHUNK_BYTES + bigEndian(bytes, at, 4);
    if (end > bytes.length) break;
    if (hasText(bytes, at + 4, 'acTL')) isAnimated ||= bigEndian(bytes, at + 8, 4) > 1;
    if (hasText(bytes, at + 4, 'IEND')) return { ...STILL, ...size, isAnimated };
    at = end;
  }
  return { ...STILL, ...size, isAnimated, isTruncated: true };
}
