// AVIF: an ISO media file (ISO/IEC 14496-12) of boxes, each a length and a name. The sizes of its pictures (ispe) stand in
// meta, iprp, ipco.

import { bigEndian, hasText, STILL, type HeaderReading } from './header-bytes.ts';

const BOX_BYTES = 8;
const LONG_BOX_BYTES = 16;
/** meta and ispe begin with a version and flags. */
const VERSION_BYTES = 4;

interface Box {
  /** Range of what is inside. */
  readonly from: number;
  readonly to: number;
}

/** Reads the header of an AVIF. It is cut off where a box is. The largest picture inside is the one that is shown. */
export function avifHeader(bytes: Uint8Array): HeaderReading {
  const whole = { from: 0, to: bytes.length };
  const meta = boxIn(bytes, whole, 'meta');
  const properties = meta && boxIn(bytes, { ...meta, from: meta.from + VERSION_BYTES }, 'iprp');
  const list = properties && boxIn(bytes, properties, 'ipco');
  const isTruncated = !hasWholePixels(bytes, meta);
  if (!list) return isTruncated ? 'truncated' : 'damaged';
  let [widthPx, heightPx] = [0, 0];
  for (const { name, from } of boxesIn(bytes, list)) {
    const at = from + VERSION_BYTES;
    if (name !== 'ispe' || bigEndian(bytes, at, 4) <= widthPx) continue;
    [widthPx, heightPx] = [bigEndian(bytes, at, 4), bigEndian(bytes, at + 4, 4)];
  }
  return { ...STILL, widthPx, heightPx, isAnimated: hasText(bytes, 8, 'avis'), isTruncated };
}

function boxIn(bytes: Uint8Array, range: Box, name: string): Box | null {
  for (const box of boxesIn(bytes, range)) if (box.name === name) return box;
  return null;
}

/** Returns whether the coded pixels are there to their end: in mdat, or in idat inside meta. */
function hasWholePixels(bytes: Uint8Array, meta: Box | null): boolean {
  const pixels =
    boxIn(bytes, { from: 0, to: bytes.length }, 'mdat') ??
    (meta && boxIn(bytes, { ...meta, from: meta.from + VERSION_BYTES }, 'idat'));
  return pixels !== null && pixels.to <= bytes.length;
}

/** Yields the boxes of a range; the last may end beyond it. */
function* boxesIn(
  bytes: Uint8Array,
  { from, to }: Box,
): Generator<Box & { readonly name: string }> {
  for (let at = from; at + BOX_BYTES <= Math.min(to, bytes.length);) {
    const short = bigEndian(bytes, at, 4);
    const isLong = short === 1;
    const rest = short === 0 ? bytes.length - at : short;
    const size = isLong
      ? bigEndian(bytes, at + 8, 4) * 2 ** 32 + bigEndian(bytes, at + 12, 4)
      : rest;
    const inside = isLong ? LONG_BOX_BYTES : BOX_BYTES;
    if (size < inside) return;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    yield { name, from: at + inside, to: at + size };
    at += size;
  }
}
