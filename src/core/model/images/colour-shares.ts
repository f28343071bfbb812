import { COLOUR_BINS } from './image-encoder-weights.ts';
import { LINEAR_LIGHT } from './linear-light.ts';

/** Bins of lightness, green–red and blue–yellow in CIELAB. */
const LIGHTNESS = { least: 0, width: 25, count: 4 };
const RED = { least: -60, width: 15, count: 9 };
const YELLOW = { least: -60, width: 15, count: 10 };

/**
 * Returns the square roots of the shares of colours in a square part of a picture, [360].
 * @param rgb [side × side × 3], bytes in sRGB
 * @param from first row and column looked at, pixels
 * @param step distance of the pixels looked at
 */
export function colourShares(
  rgb: Uint8Array,
  side: number,
  { from, to, step }: { from: number; to: number; step: number },
): Float32Array {
  const shares = new Float32Array(COLOUR_BINS);
  let count = 0;
  for (let y = from; y < to; y += step) {
    for (let x = from; x < to; x += step) {
      const at = 3 * (y * side + x);
      shares[colourBin(rgb[at]!, rgb[at + 1]!, rgb[at + 2]!)]! += 1;
      count += 1;
    }
  }
  return shares.map((pixels) => Math.sqrt(pixels / count));
}

function colourBin(red: number, green: number, blue: number): number {
  const [r, g, b] = [LINEAR_LIGHT[red]!, LINEAR_LIGHT[green]!, LINEAR_LIGHT[blue]!];
  // sRGB to CIE XYZ by white point D65, then to CIELAB.
  const x = labCurve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = labCurve(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = labCurve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  const lightness = binOf(116 * y - 16, LIGHTNESS);
  return (
    (lightness * RED.count + binOf(500 * (x - y), RED)) * YELLOW.count +
    binOf(200 * (y - z), YELLOW)
  );
}

function binOf(value: number, bins: typeof LIGHTNESS): number {
  return Math.min(bins.count - 1, Math.max(0, Math.floor((value - bins.least) / bins.width)));
}

function labCurve(value: number): number {
  return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116;
}
