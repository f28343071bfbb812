import { inflateSync } from 'node:zlib';
import { readPictureHeader } from '#core/import/pictures/picture-header.ts';
import type { Pixels } from '#core/model/images/pixels.ts';
import type { DecodedPicture } from '#workers/images/decode-picture.ts';

const SIGNATURE_BYTES = 8;

/** Stands for a browser: decodes the PNGs of picture-bytes.ts, and draws others of the right size in grey. */
export async function decodeInNode(file: Blob): Promise<DecodedPicture> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { header } = readPictureHeader(bytes);
  if (!header) throw new Error('expected a picture, got none');
  const { widthPx, heightPx, format } = header;
  const small = { type: 'image/webp', bytes: Uint8Array.of(1).buffer };
  const rgb = format === 'png' ? pngPixels(bytes, widthPx) : null;
  const side = rgb ? { width: widthPx, height: heightPx } : { width: 4, height: 4 };
  const pixels = pixelsOf(rgb ?? new Uint8Array(3 * 16).fill(128), side);
  return { widthPx, heightPx, pixels, small };
}

/** Returns pixels of three bytes each as those of a canvas. */
export function pixelsOf(
  rgb: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Pixels {
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++) data.set(rgb.subarray(3 * i, 3 * i + 3), 4 * i);
  return { width, height, data };
}

function pngPixels(bytes: Uint8Array, width: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = SIGNATURE_BYTES; at < bytes.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name !== 'IDAT') continue;
    const rows = inflateSync(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
    if (rows.length === 0) throw new Error('expected pixels, got none');
    const rowBytes = 1 + 3 * width;
    return Uint8Array.from(rows.filter((_, i) => i % rowBytes !== 0));
  }
  throw new Error('expected pixels, got none');
}
