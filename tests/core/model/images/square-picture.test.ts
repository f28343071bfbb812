import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICTURE_SIDE } from '#core/model/images/image-encoder-weights.ts';
import { squarePicture } from '#core/model/images/square-picture.ts';
import type { Pixels } from '#core/model/images/pixels.ts';

type Colour = readonly [number, number, number];

function pixelsOf(width: number, height: number, at: (x: number, y: number) => Colour): Pixels {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([...at(x, y), 255], 4 * (y * width + x));
  return { width, height, data };
}

function colourAt(square: Uint8Array, x: number, y: number): number[] {
  return [...square.subarray(3 * (y * PICTURE_SIDE + x)).subarray(0, 3)];
}

const WHITE: Colour = [250, 251, 252];
const RED: Colour = [200, 10, 20];

describe('squarePicture', () => {
  it('leaves a picture of its own size as it is', () => {
    const pixels = pixelsOf(PICTURE_SIDE, PICTURE_SIDE, (x, y) => [x, y, (x * y) % 256]);
    const square = squarePicture(pixels);
    expect(square.every((byte, i) => byte === pixels.data[4 * Math.floor(i / 3) + (i % 3)])).toBe(
      true,
    );
  });

  it('keeps a product on an even ground whole, and widens the ground', () => {
    // A bar from near the top to near the bottom of a tall picture.
    const bar = (x: number, y: number) => x > 20 && x < 80 && y > 10 && y < 290;
    const square = squarePicture(pixelsOf(100, 300, (x, y) => (bar(x, y) ? RED : WHITE)));
    expect(colourAt(square, 5, 112)).toEqual([...WHITE]);
    expect(colourAt(square, 112, 15)).toEqual([...RED]);
    expect(colourAt(square, 112, 208)).toEqual([...RED]);
  });

  it('cuts the middle out of a scene', () => {
    const stripes = (x: number): Colour => (x < 100 ? [0, 0, 0] : x < 200 ? RED : [0, 0, 255]);
    const square = squarePicture(pixelsOf(300, 100, stripes));
    expect(colourAt(square, 3, 112)).toEqual([...RED]);
    expect(colourAt(square, 220, 112)).toEqual([...RED]);
  });

  it('takes pictures of any size', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 255 }), ([width, height], grey) => {
        const square = squarePicture(pixelsOf(width, height, () => [grey, grey, grey]));
        return square.length === 3 * PICTURE_SIDE ** 2 && square.every((byte) => byte === grey);
      }),
      { numRuns: 20 },
    );
  });
});
