// EXIF (CIPA DC-008) stands in a TIFF: a byte order, then a directory of entries of twelve bytes.

import { bigEndian, hasText, littleEndian } from './header-bytes.ts';

const ORIENTATION = 0x01_12;
const ENTRY_BYTES = 12;
const UPRIGHT = 1;
const LAST = 8;

/** Returns how to turn a picture upright, 1–8; 1 where its EXIF does not say. */
export function exifOrientation(tiff: Uint8Array): number {
  const isLittle = hasText(tiff, 0, 'II');
  if (!isLittle && !hasText(tiff, 0, 'MM')) return UPRIGHT;
  const numberAt = isLittle ? littleEndian : bigEndian;
  const directory = numberAt(tiff, 4, 4);
  const most = Math.floor(Math.max(0, tiff.length - directory - 2) / ENTRY_BYTES);
  const entries = Math.min(numberAt(tiff, directory, 2), most);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * ENTRY_BYTES;
    if (numberAt(tiff, at, 2) !== ORIENTATION) continue;
    const value = numberAt(tiff, at + 8, 2);
    return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
  }
  return UPRIGHT;
}
