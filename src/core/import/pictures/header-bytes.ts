// Reading numbers and texts at places of a file that may be cut off there: beyond its end stand zeros.

import type { PictureProblem } from './picture-account.ts';

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'bmp' | 'avif';

/** What a picture file says about itself. */
export interface PictureHeader {
  readonly format: PictureFormat;
  /** As stored, before it is turned upright. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Whether its colours are those of print: cyan, magenta, yellow and black. */
  readonly isCmyk: boolean;
  /** Whether it has more than one frame. */
  readonly isAnimated: boolean;
  /** How to turn it upright, 1–8 as EXIF has it; 1 where it is upright. */
  readonly orientation: number;
}

export interface ReadHeader extends Omit<PictureHeader, 'format'> {
  /** Whether the file ends before the picture does. */
  readonly isTruncated: boolean;
}

/** What a reader of one format returns: a problem where there is no size to be read. */
export type HeaderReading = ReadHeader | PictureProblem;

/** What most pictures are. */
export const STILL = {
  isCmyk: false,
  isAnimated: false,
  orientation: 1,
  isTruncated: false,
} as const;

/** Returns an unsigned number of 1–4 bytes, the largest byte first. */
export function bigEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}

/** Returns an unsigned number of 1–4 bytes, the smallest byte first. */
export function littleEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = size - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}

/** Returns whether an ASCII text stands at a place. */
export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
