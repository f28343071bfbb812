import type { Pixels } from '#core/model/images/pixels.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** Draws a picture: `colourAt` is given places from 0 to 1. */
export function drawn(
  colourAt: (x: number, y: number) => Rgb,
  { width = 96, height = 96 }: { readonly width?: number; readonly height?: number } = {},
): Pixels {
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height];
    data.set(colourAt(x, y), 4 * i);
  }
  return { width, height, data };
}

export const WHITE: Rgb = [255, 255, 255];

/** A disc in the middle, on a ground. */
export function disc(
  inside: Rgb | ((x: number, y: number) => Rgb),
  ground: Rgb = WHITE,
  radius = 0.3,
): (x: number, y: number) => Rgb {
  return (x, y) => {
    if (Math.hypot(x - 0.5, y - 0.5) > radius) return ground;
    return typeof inside === 'function' ? inside(x, y) : inside;
  };
}
