import { describe, expect, it } from 'vitest';
import { colourShares } from '#core/model/images/colour-shares.ts';

/** A square picture with these colours, one a row. */
function rows(...colours: readonly (readonly [number, number, number])[]): Uint8Array {
  const side = colours.length;
  return Uint8Array.from(
    colours.flatMap((colour) => Array.from({ length: side }, () => colour).flat()),
  );
}

function filledBins(shares: Float32Array): [number, number][] {
  return [...shares].flatMap((share, i) => (share > 0 ? [[i, share] as [number, number]] : []));
}

describe('colourShares', () => {
  // CIELAB of sRGB colours as published: white 100, 0, 0; red 53.24, 80.09, 67.20; blue 32.30, 79.19, −107.86.
  it.each([
    { name: 'white', colour: [255, 255, 255] as const, lightness: 3, a: 4, b: 4 },
    { name: 'black', colour: [0, 0, 0] as const, lightness: 0, a: 4, b: 4 },
    { name: 'red', colour: [255, 0, 0] as const, lightness: 2, a: 8, b: 8 },
    { name: 'blue', colour: [0, 0, 255] as const, lightness: 1, a: 8, b: 0 },
  ])('finds $name in its bin of CIELAB', ({ colour, lightness, a, b }) => {
    const shares = colourShares(rows(colour), 1, { from: 0, to: 1, step: 1 });
    expect(filledBins(shares)).toEqual([[(lightness * 9 + a) * 10 + b, 1]]);
  });

  it('gives square roots of shares, whose squares sum to one', () => {
    const picture = rows([255, 0, 0], [255, 0, 0], [255, 0, 0], [0, 0, 255]);
    const shares = colourShares(picture, 4, { from: 0, to: 4, step: 1 });
    const found = filledBins(shares).map(([, share]) => share ** 2);
    expect(found.sort((x, y) => x - y)).toEqual([
      expect.closeTo(0.25, 6) as number,
      expect.closeTo(0.75, 6) as number,
    ]);
  });

  it('looks at the part asked for, in steps', () => {
    const picture = rows([255, 0, 0], [0, 0, 255], [255, 0, 0], [0, 0, 255]);
    const shares = colourShares(picture, 4, { from: 1, to: 4, step: 2 });
    expect(filledBins(shares)).toHaveLength(1);
  });
});
