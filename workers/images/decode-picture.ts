// Decodes a picture and makes it small. The browser decodes; Node cannot, so that tests bring their own decoder.

import type { Pixels } from '#core/model/images/pixels.ts';
import { SMALL_PICTURE_TYPES, smallSize } from '#core/model/images/product-picture.ts';
import type { NewPicture } from '#storage/data/pictures.ts';

export interface DecodedPicture {
  /** Size of the original, upright. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of its small size, on white where the original is transparent. */
  readonly pixels: Pixels;
  /** The same pixels as a file, which has nothing else of the original: no place, no camera, no date. */
  readonly small: NewPicture['small'];
}

/** Decodes a file. Throws where the browser cannot. */
export type DecodePicture = (file: Blob) => Promise<DecodedPicture>;

const QUALITY = 0.82;
/** Browsers leave some files without an answer: https://bugzilla.mozilla.org/show_bug.cgi?id=1419392 */
const LONGEST_MS = 20_000;

/** Decodes the first frame of a picture, turned upright. Never given an SVG, which could run scripts. */
export function decodePicture(file: Blob): Promise<DecodedPicture> {
  return answered(async () => {
    const { canvas, ...decoded } = await draw(file);
    return { ...decoded, small: await fileOf(canvas) };
  });
}

/** Decodes a small picture as it was stored. */
export async function decodePixels(file: Blob): Promise<Pixels> {
  const { pixels } = await answered(() => draw(file));
  return pixels;
}

async function answered<T>(work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const silence = () =>
      reject(new Error(`expected a picture in ${LONGEST_MS} ms, got no answer`));
    timer = setTimeout(silence, LONGEST_MS);
  });
  return Promise.race([work(), late]).finally(() => clearTimeout(timer));
}

async function draw(
  file: Blob,
): Promise<Omit<DecodedPicture, 'small'> & { readonly canvas: OffscreenCanvas }> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const { width: widthPx, height: heightPx } = bitmap;
    const { width, height } = smallSize(widthPx, heightPx);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('expected a 2D canvas, got none');
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return { widthPx, heightPx, pixels: context.getImageData(0, 0, width, height), canvas };
  } finally {
    bitmap.close();
  }
}

/** Browsers that cannot write a type write PNG instead, which is larger. */
async function fileOf(canvas: OffscreenCanvas): Promise<NewPicture['small']> {
  for (const type of SMALL_PICTURE_TYPES) {
    const blob = await canvas.convertToBlob({ type, quality: QUALITY });
    if (blob.type === type) return { type, bytes: await blob.arrayBuffer() };
  }
  throw new Error(`expected one of ${SMALL_PICTURE_TYPES.join(', ')}, got another type`);
}
