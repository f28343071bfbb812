// GIF (89a): a screen, then blocks up to a trailer: pictures, and extensions of sub-blocks.

import { littleEndian, STILL, type HeaderReading } from './header-bytes.ts';

const SCREEN_BYTES = 13;
const [EXTENSION, PICTURE, TRAILER] = [0x21, 0x2c, 0x3b] as const;
const PICTURE_BYTES = 10;
const HAS_TABLE = 0x80;

/** Reads the header of a GIF. It is cut off where a block is; many lack the trailer, which no browser misses. */
export function gifHeader(bytes: Uint8Array): HeaderReading {
  if (bytes.length < SCREEN_BYTES) return 'truncated';
  const size = { widthPx: littleEndian(bytes, 6, 2), heightPx: littleEndian(bytes, 8, 2) };
  let frames = 0;
  let at = SCREEN_BYTES + tableBytes(bytes[10]!);
  while (at < bytes.length && bytes[at] !== TRAILER) {
    if (bytes[at] === PICTURE) {
      frames += 1;
      const flags = bytes[at + PICTURE_BYTES - 1] ?? 0;
      // One byte of the packing, then the data.
      at = endOfBlocks(bytes, at + PICTURE_BYTES + tableBytes(flags) + 1);
    } else if (bytes[at] === EXTENSION) at = endOfBlocks(bytes, at + 2);
    else return 'damaged';
  }
  const isTruncated = at > bytes.length || frames === 0;
  return { ...STILL, ...size, isAnimated: frames > 1, isTruncated };
}

/** Returns the bytes of a colour table. */
function tableBytes(flags: number): number {
  return (flags & HAS_TABLE) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

/** Returns the place after sub-blocks, the last of which is empty; beyond the file where it ends before. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!;
  return at + 1;
}
