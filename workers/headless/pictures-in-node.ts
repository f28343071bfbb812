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
  const { width, height, data } = jpeg.decode(await readFile(path), { useTArray: true });
  const small = smallSize(width, height);
  const out = new Uint8ClampedArray(4 * small.width * small.height);
  const range = (i: number, from: number, to: number) => {
    const start = Math.floor((i * from) / to);
    return [start, Math.max(start + 1, Math.floor(((i + 1) * from) / to))] as const;
  };
  for (let y = 0; y < small.height; y++) {
    const [top, bottom] = range(y, height, small.height);
    for (let x = 0; x < small.width; x++) {
      const [left, right] = range(x, width, small.width);
      const sums = [0, 0, 0, 0];
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++)
          for (let c = 0; c < 4; c++) sums[c]! += data[4 * (row * width + column) + c]!;
      const count = (bottom - top) * (right - left);
      sums.forEach((sum, c) => (out[4 * (y * small.width + x) + c] = Math.round(sum / count)));
    }
  }
  return { ...small, data: out };
}
