import { readFile } from 'node:fs/promises';
import jpeg from 'jpeg-js';
import type { Look } from '#core/launch/looks.ts';
import { unpackImageEncoder } from '#core/model/images/image-encoder-weights.ts';
import { pictureFacts } from '#core/model/images/picture-facts.ts';
import type { Pixels } from '#core/model/images/pixels.ts';
import { smallSize } from '#core/model/images/product-picture.ts';
import { squarePicture } from '#core/model/images/square-picture.ts';
import { pictureFile } from '#core/model/text/language-files.ts';
import { openImageEncoder } from '#learning/encoders/image-encoder.ts';
import type { EngineSession } from '#learning/session.ts';
import { BuiltLanguage } from './built-language.ts';

/** Returns how the pictures of JPEG files look, by path, as the app reads them. */
export async function readPicturesInNode(
  paths: readonly string[],
  engine: EngineSession,
): Promise<Map<string, Look>> {
  const weights = await new BuiltLanguage().read(pictureFile);
  const encoder = openImageEncoder(unpackImageEncoder(weights), engine);
  try {
    const looks = new Map<string, Look>();
    for (const path of paths) {
      const pixels = await smallPictureInNode(path);
      const embedding = await encoder.embed(squarePicture(pixels));
      looks.set(path, { embedding, marks: pictureFacts(pixels).marks });
    }
    return looks;
  } finally {
    encoder.dispose();
  }
}

/** Decodes a JPEG and makes it small, each pixel the mean of those that it stands for. */
export async function smallPictureInNode(path: string): Promise<Pixels> {
  const whole = jpeg.decode(await readFile(path), { useTArray: true });
  const { width, height } = smallSize(whole.width, whole.height);
  const data = new Uint8ClampedArray(4 * width * height);
  const range = (i: number, from: number, to: number): Range => {
    const start = Math.floor((i * from) / to);
    return [start, Math.max(start + 1, Math.floor(((i + 1) * from) / to))];
  };
  for (let i = 0; i < width * height; i++) {
    const columns = range(i % width, whole.width, width);
    const rows = range(Math.floor(i / width), whole.height, height);
    data.set(meanOf(whole, columns, rows), 4 * i);
  }
  return { width, height, data };
}

type Range = readonly [from: number, to: number];

/** Returns the mean of each channel over some columns and rows, [4]. */
function meanOf({ width, data }: Pixels, [left, right]: Range, [top, bottom]: Range): number[] {
  const sums = [0, 0, 0, 0];
  for (let row = top; row < bottom; row++)
    for (let at = 4 * (row * width + left); at < 4 * (row * width + right); at++)
      sums[at % 4]! += data[at]!;
  return sums.map((sum) => Math.round(sum / ((right - left) * (bottom - top))));
}
