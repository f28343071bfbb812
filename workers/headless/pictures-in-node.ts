import { readFile } from 'node:fs/promises';
import jpeg from 'jpeg-js';
import type { Look } from '#core/launch/looks.ts';
import { cellRange, type PixelRange } from '#core/model/images/cell-range.ts';
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
  for (let i = 0; i < width * height; i++) {
    const columns = cellRange(i % width, width, { from: 0, to: whole.width });
    const rows = cellRange(Math.floor(i / width), height, { from: 0, to: whole.height });
    data.set(meanOf(whole, columns, rows), 4 * i);
  }
  return { width, height, data };
}

/** Returns the mean of each channel over some columns and rows, [4]. */
function meanOf({ width, data }: Pixels, columns: PixelRange, rows: PixelRange): number[] {
  const count = (columns.to - columns.from) * (rows.to - rows.from);
  const sums = [0, 0, 0, 0];
  for (let row = rows.from; row < rows.to; row++)
    for (let at = 4 * (row * width + columns.from); at < 4 * (row * width + columns.to); at++)
      sums[at % 4]! += data[at]!;
  return sums.map((sum) => Math.round(sum / count));
}
