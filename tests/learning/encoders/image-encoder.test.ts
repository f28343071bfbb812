import { describe, expect, it } from 'vitest';
import {
  LOOK_SIZE,
  PICTURE_SIDE,
  unpackImageEncoder,
} from '#core/model/images/image-encoder-weights.ts';
import { pictureFile } from '#core/model/text/language-files.ts';
import { openImageEncoder } from '#learning/encoders/image-encoder.ts';
import { BuiltLanguage } from '#workers/headless/built-language.ts';
import { expectNoTensorLeak, withSession } from '../support.ts';
import recorded from './image-embedding.json' with { type: 'json' };

const file = await new BuiltLanguage().read(pictureFile);
const weights = unpackImageEncoder(file);

/** As record-embedding.py draws it: coarse noise, which no part of the network ignores. */
const rgb = Uint8Array.from({ length: 3 * PICTURE_SIDE ** 2 }, (_, i) => {
  const [pixel, channel] = [Math.floor(i / 3), i % 3];
  const [x, y] = [pixel % PICTURE_SIDE, Math.floor(pixel / PICTURE_SIDE)];
  return (37 * Math.floor(x / 9) + 71 * Math.floor(y / 7) + 53 * channel * (x > y ? 2 : 1)) % 256;
});

describe.each(['cpu', 'wasm'] as const)('the image encoder on %s', (name) => {
  it('agrees with PyTorch', async () => {
    const found = await withSession(name, async (session) => {
      const encoder = openImageEncoder(weights, session);
      try {
        return await encoder.embed(rgb);
      } finally {
        encoder.dispose();
      }
    });
    expect(found).toHaveLength(LOOK_SIZE);
    const differences = recorded.map((value, i) => Math.abs(value - found[i]!));
    expect(Math.max(...differences)).toBeLessThan(1e-4);
  }, 60_000);
});

it('leaves no tensor behind', async () => {
  await withSession('wasm', async (session) => {
    await expectNoTensorLeak(async () => {
      const encoder = openImageEncoder(weights, session);
      await encoder.embed(rgb);
      encoder.dispose();
    });
  });
});

it('refuses a picture of another size, and a file that was cut', async () => {
  await withSession('wasm', async (session) => {
    const encoder = openImageEncoder(weights, session);
    await expect(encoder.embed(rgb.subarray(3))).rejects.toThrow(RangeError);
    encoder.dispose();
  });
  expect(() => unpackImageEncoder(file.slice(0, -4))).toThrow(/expected the weights/);
});
