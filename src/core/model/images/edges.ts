import { cellRange } from './cell-range.ts';
import { EDGE_CELLS } from './product-picture.ts';
import type { Pixels } from './pixels.ts';

/** Largest gradient of luma a pixel, by Sobel's operator over its weight: black beside white gives half of 255. */
const FULL = 127.5;

/** Returns the strength of edges at each pixel (Sobel, 1968), 0–1: the length of the gradient of luma. */
export function edgeStrength(
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  luma: Float32Array,
): Float32Array {
  const at = (x: number, y: number) => {
    const column = Math.min(width - 1, Math.max(0, x));
    return luma[Math.min(height - 1, Math.max(0, y)) * width + column]!;
  };
  return new Float32Array(width * height).map((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const corners = [
      at(x - 1, y - 1),
      at(x + 1, y - 1),
      at(x - 1, y + 1),
      at(x + 1, y + 1),
    ] as const;
    const [nw, ne, sw, se] = corners;
    const across = ne + se - nw - sw + 2 * (at(x + 1, y) - at(x - 1, y));
    const down = sw + se - nw - ne + 2 * (at(x, y + 1) - at(x, y - 1));
    return Math.min(1, Math.sqrt(across * across + down * down) / 8 / FULL);
  });
}

/**
 * Returns the mean strength of edges on a grid of EDGE_CELLS × EDGE_CELLS over the whole picture, 0–255; a cell without a
 * pixel of its own takes the one below it.
 */
export function edgeGrid(
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  edges: Float32Array,
): Uint8Array {
  return Uint8Array.from({ length: EDGE_CELLS ** 2 }, (_, cell) => {
    const across = cellRange(cell % EDGE_CELLS, EDGE_CELLS, { from: 0, to: width });
    const down = cellRange(Math.floor(cell / EDGE_CELLS), EDGE_CELLS, { from: 0, to: height });
    let sum = 0;
    for (let y = down.from; y < down.to; y++)
      for (let x = across.from; x < across.to; x++) sum += edges[y * width + x]!;
    return Math.round((255 * sum) / ((across.to - across.from) * (down.to - down.from)));
  });
}
