// What a picture file says about itself, read from its bytes without decoding any pixels.

import { words } from '#core/base/text/words.ts';
import { avifHeader } from './avif-header.ts';
import { bmpHeader } from './bmp-header.ts';
import { gifHeader } from './gif-header.ts';
import { jpegHeader } from './jpeg-header.ts';
import type { PictureNote, PictureProblem } from './picture-account.ts';
import {
  hasText,
  type HeaderReading,
  type PictureFormat,
  type PictureHeader,
} from './header-bytes.ts';
import { pngHeader } from './png-header.ts';
import { looksLikeSvg } from './svg-text.ts';
import { webpHeader } from './webp-header.ts';

/** Most pixels that are decoded: four bytes each, twice, must fit beside everything else. */
export const MOST_PIXELS = 50_000_000;

const READERS: Readonly<Record<PictureFormat, (bytes: Uint8Array) => HeaderReading>> = {
  jpeg: jpegHeader,
  png: pngHeader,
  webp: webpHeader,
  gif: gifHeader,
  bmp: bmpHeader,
  avif: avifHeader,
};

/** Extensions of each format. */
const EXTENSIONS: Readonly<Record<PictureFormat, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif', 'pjpeg'],
  png: ['png', 'apng'],
  webp: ['webp'],
  gif: ['gif'],
  bmp: ['bmp', 'dib'],
  avif: ['avif', 'avifs'],
};

/** What a file is, or why it is not taken. */
export type PictureReading =
  | { readonly header: PictureHeader; readonly problem: null }
  | { readonly header: null; readonly problem: PictureProblem };

/**
 * Reads what a picture file says about itself. Never throws, whatever the bytes. A picture that is cut off, or that has
 * more than MOST_PIXELS, is refused before anything decodes it.
 * @param bytes the whole file
 */
export function readPictureHeader(bytes: Uint8Array): PictureReading {
  if (bytes.length === 0) return refused('empty');
  const format = formatOf(bytes);
  if (format === null) return refused(otherProblem(bytes));
  const header = READERS[format](bytes);
  if (typeof header === 'string') return refused(header);
  const { widthPx, heightPx, isTruncated } = header;
  if (widthPx * heightPx > MOST_PIXELS) return refused('too-many-pixels');
  if (isTruncated) return refused('truncated');
  return widthPx > 0 && heightPx > 0
    ? { header: { ...header, format }, problem: null }
    : refused('damaged');
}

/** Returns what is said of a picture that is taken, in the order of PICTURE_NOTES. */
export function notesOf(
  { format, isAnimated, isCmyk, orientation }: PictureHeader,
  fileName: string,
): PictureNote[] {
  const notes: PictureNote[] = [];
  if (isAnimated) notes.push('first-frame');
  if (isCmyk) notes.push('cmyk');
  if (hasOtherExtension(format, fileName)) notes.push('wrong-extension');
  if (orientation !== UPRIGHT) notes.push('turned-upright');
  return notes;
}
const UPRIGHT = 1;

function refused(problem: PictureProblem): PictureReading {
  return { header: null, problem };
}

function formatOf(bytes: Uint8Array): PictureFormat | null {
  const starts = (...wanted: number[]) => wanted.every((byte, i) => bytes[i] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP')) return 'webp';
  if (hasText(bytes, 0, 'GIF87a') || hasText(bytes, 0, 'GIF89a')) return 'gif';
  if (hasText(bytes, 0, 'BM') && bytes.length >= LEAST_BMP_BYTES) return 'bmp';
  return hasText(bytes, 4, 'ftyp') && brands(bytes).some((brand) => AVIF.has(brand))
    ? 'avif'
    : null;
}
const LEAST_BMP_BYTES = 26;
const AVIF = new Set(['avif', 'avis']);
const HEIC = new Set(words('heic, heix, hevc, hevx, heim, heis, hevm, hevs, mif1, msf1'));
const MOST_BRANDS = 16;

function otherProblem(bytes: Uint8Array): PictureProblem {
  if (hasText(bytes, 4, 'ftyp') && brands(bytes).some((brand) => HEIC.has(brand))) return 'heic';
  return looksLikeSvg(bytes) ? 'svg' : 'not-a-picture';
}

/** Returns the brands of an ISO media file (ISO/IEC 14496-12, 4.3): the major one, then those it is compatible with. */
function brands(bytes: Uint8Array): string[] {
  const size = (bytes[2]! << 8) | bytes[3]!;
  const places = [8, ...Array.from({ length: MOST_BRANDS }, (_, i) => 16 + 4 * i)];
  return places
    .filter((at) => at + 4 <= Math.min(size, bytes.length))
    .map((at) => String.fromCharCode(...bytes.subarray(at, at + 4)));
}

function hasOtherExtension(format: PictureFormat, fileName: string): boolean {
  const [, extension] = /\.([a-z0-9]{1,5})$/i.exec(fileName) ?? [];
  return extension !== undefined && !EXTENSIONS[format].includes(extension.toLowerCase());
}
