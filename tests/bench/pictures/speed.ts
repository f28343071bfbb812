// How long the image encoder takes for a picture, on WASM and one core, and the size of what is downloaded for it.

import { median } from '#core/base/statistics/statistics.ts';
import { PICTURE_SIDE, unpackImageEncoder } from '#core/model/images/image-encoder-weights.ts';
import { pictureFile } from '#core/model/text/language-files.ts';
import { openImageEncoder } from '#learning/encoders/image-encoder.ts';
import { BuiltLanguage } from '#workers/headless/built-language.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';

const REPEATS = 40;
const MOST_MS = 80;
const MOST_BYTES = 6_000_000;

/** Prints milliseconds and megabytes; returns the missed targets. */
export async function speed(): Promise<readonly string[]> {
  const engine = await openNodeEngine();
  const weights = await new BuiltLanguage().read(pictureFile);
  const encoder = openImageEncoder(unpackImageEncoder(weights), engine);
  const rgb = Uint8Array.from({ length: 3 * PICTURE_SIDE ** 2 }, (_, i) => (i * 7919) % 256);
  await encoder.embed(rgb);
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const started = performance.now();
    await encoder.embed(rgb);
    times.push(performance.now() - started);
  }
  encoder.dispose();
  engine.dispose();
  const ms = median(times);
  const megabytes = (pictureFile.sizeBytes / 1e6).toFixed(2);
  console.log(`  a picture: ${ms.toFixed(1)} ms (median of ${REPEATS}); weights: ${megabytes} MB`);
  return [
    ...(ms > MOST_MS ? [`a picture within ${MOST_MS} ms`] : []),
    ...(pictureFile.sizeBytes > MOST_BYTES ? ['weights of at most 6 MB'] : []),
  ];
}
