// JPEG (ITU-T T.81, annex B): segments, each a marker and a length, then scans of coded data up to the end marker.

import { exifOrientation } from './exif-orientation.ts';
import { bigEndian, hasText, STILL, type HeaderReading } from './header-bytes.ts';

const MARKER = 0xff;
const [START_OF_SCAN, END_OF_IMAGE, EXIF] = [0xda, 0xd9, 0xe1] as const;
/** Places in a segment: the number of colours of a frame, the TIFF of EXIF. */
const COMPONENTS_AT = 7;
const EXIF_BYTES = 8;
const OF_PRINT = 4;

interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isCmyk: boolean;
}

/** Reads the header of a JPEG. It is cut off where no end marker closes its scans. */
export function jpegHeader(bytes: Uint8Array): HeaderReading {
  let frame: Frame | null = null;
  let orientation = 1;
  let isTruncated = true;
  for (const { marker, at, end } of segments(bytes)) {
    if (isFrame(marker)) frame ??= frameAt(bytes, at);
    if (marker === EXIF && hasText(bytes, at + 2, 'Exif')) {
      orientation = exifOrientation(bytes.subarray(at + EXIF_BYTES, end));
    }
    isTruncated = marker !== END_OF_IMAGE;
  }
  if (!frame) return isTruncated ? 'truncated' : 'damaged';
  return { ...STILL, ...frame, orientation, isTruncated };
}

interface Segment {
  readonly marker: number;
  /** Place of its length. */
  readonly at: number;
  readonly end: number;
}

/** Yields the segments up to the end marker, or up to the last that the file has. */
function* segments(bytes: Uint8Array): Generator<Segment> {
  for (let at = 2; ;) {
    const place = bytes.indexOf(MARKER, at);
    const marker = place < 0 ? undefined : bytes[place + 1];
    if (marker === undefined) return;
    at = place + 1;
    if (isAlone(marker)) continue;
    const isLast = marker === END_OF_IMAGE;
    const end = isLast ? bytes.length : at + 1 + bigEndian(bytes, at + 1, 2);
    yield { marker, at: at + 1, end };
    if (isLast) return;
    at = marker === START_OF_SCAN ? endOfScan(bytes, end) : end;
  }
}

/** Returns whether a marker has no length: fill bytes, restarts, and what stands in coded data. */
function isAlone(marker: number): boolean {
  return marker === MARKER || marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** Returns whether a marker opens a frame: SOF0 to SOF15 without tables (DHT, JPG and DAC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function frameAt(bytes: Uint8Array, at: number): Frame {
  return {
    widthPx: bigEndian(bytes, at + 5, 2),
    heightPx: bigEndian(bytes, at + 3, 2),
    isCmyk: bytes[at + COMPONENTS_AT] === OF_PRINT,
  };
}

/** Returns the place of the marker that ends coded data; the end of the file where there is none. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at += 2) {
    at = bytes.indexOf(MARKER, at);
    if (at < 0 || at + 1 >= bytes.length) return bytes.length;
    if (!isAlone(bytes[at + 1]!)) return at;
    if (bytes[at + 1] === MARKER) at -= 1;
  }
}
