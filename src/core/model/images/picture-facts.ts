// What the pixels of a picture say without a model.

import type { ColourName } from '#core/launch/looks.ts';
import { COLOUR_NAMES } from '#core/launch/looks.ts';
import { colourName } from './colour-names.ts';
import { differenceHash, type Frame } from './difference-hash.ts';
import { edgeGrid, edgeStrength } from './edges.ts';
import { findProduct, type FoundProduct } from './find-product.ts';
import { labAt, labPixels, type LabPixels } from './oklab.ts';
import { lumaOf, type Pixels } from './pixels.ts';
import { isPatterned } from './pattern.ts';
import type { PictureFacts } from './product-picture.ts';

/** Least share of a product that its colour has. */
const CLEAR_SHARE = 0.3;
/** By how much its share exceeds that of the next colour. */
const CLEAR_LEAD = 0.06;
/** Strength from which a pixel counts as an edge. */
const EDGE = 0.1;
/** The middle of a scene, where the product is, as a share of each side. */
const SCENE_MIDDLE = 0.6;

/** Returns the facts of a picture of at least one pixel; `showsPeople` is null, as pixels do not say. */
export function pictureFacts(pixels: Pixels): PictureFacts {
  const lab = labPixels(pixels);
  const luma = lumaOf(pixels);
  const product = findProduct(pixels, lab);
  const edges = edgeStrength(pixels, luma);
  const frame = frameOf(pixels, product);
  return {
    marks: {
      colour: dominantColour(lab, product.mask),
      isPatterned: isPatterned(pixels, lab, product.mask),
      ...{ background: product.background, showsPeople: null },
    },
    hash: differenceHash(pixels, luma, product.background === 'scene' ? wholeOf(pixels) : frame),
    ...meansOf(pixels, luma, product.mask),
    clutter: shareOfEdges(pixels, edges, frame),
    edges: edgeGrid(pixels, edges),
  };
}

function dominantColour(lab: LabPixels, mask: Uint8Array): ColourName | null {
  const counts = new Map<ColourName, number>(COLOUR_NAMES.map((name) => [name, 0]));
  let total = 0;
  mask.forEach((is, i) => {
    if (!is) return;
    const name = colourName(labAt(lab, i));
    counts.set(name, counts.get(name)! + 1);
    total += 1;
  });
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  const [share, lead] = [first![1] / total, (first![1] - second![1]) / total];
  return share >= CLEAR_SHARE && lead >= CLEAR_LEAD ? first![0] : null;
}

/** Means over the product, as `PictureFacts` says. Saturation is the largest less the smallest of red, green and blue. */
function meansOf({ data }: Pixels, luma: Float32Array, mask: Uint8Array) {
  let [brightness, saturation, warmth, count] = [0, 0, 0, 0];
  mask.forEach((is, i) => {
    if (!is) return;
    const [red, green, blue] = [data[4 * i]!, data[4 * i + 1]!, data[4 * i + 2]!];
    brightness += luma[i]!;
    saturation += Math.max(red, green, blue) - Math.min(red, green, blue);
    warmth += red - blue;
    count += 1;
  });
  const meanOf = (sum: number) => sum / (255 * count);
  return {
    brightness: Math.min(1, meanOf(brightness)),
    ...{ saturation: meanOf(saturation), warmth: meanOf(warmth) },
  };
}

/** Returns where the product is: its largest joined part, or the middle of a scene. */
function frameOf(pixels: Pixels, { background, mask }: FoundProduct): Frame {
  const { width, height } = pixels;
  if (background !== 'scene') return largestPart(pixels, mask);
  const margin = (1 - SCENE_MIDDLE) / 2;
  const [fromX, fromY] = [Math.floor(margin * width), Math.floor(margin * height)];
  return { fromX, toX: width - fromX, fromY, toY: height - fromY };
}

function wholeOf({ width, height }: Pixels): Frame {
  return { fromX: 0, toX: width, fromY: 0, toY: height };
}

/** Returns the frame of the largest part of a mask whose pixels are joined. */
function largestPart({ width, height }: Pixels, mask: Uint8Array): Frame {
  const left = mask.slice();
  const stack: number[] = [];
  let largest = { frame: wholeOf({ width, height, data: NOTHING }), size: 0 };
  const take = (i: number) => {
    if (!left[i]) return;
    left[i] = 0;
    stack.push(i);
  };
  for (let start = 0; start < mask.length; start++) {
    take(start);
    let size = 0;
    let [fromX, toX, fromY, toY] = [width, 0, height, 0];
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const [x, y] = [i % width, Math.floor(i / width)];
      size += 1;
      [fromX, toX] = [Math.min(fromX, x), Math.max(toX, x + 1)];
      [fromY, toY] = [Math.min(fromY, y), Math.max(toY, y + 1)];
      if (x > 0) take(i - 1);
      if (x < width - 1) take(i + 1);
      if (y > 0) take(i - width);
      if (y < height - 1) take(i + width);
    }
    if (size > largest.size) largest = { frame: { fromX, toX, fromY, toY }, size };
  }
  return largest.frame;
}
const NOTHING = new Uint8Array();

/** Returns the share of pixels around a frame that are edges; 0 where nothing is around it. */
function shareOfEdges(
  { width }: Pixels,
  edges: Float32Array,
  { fromX, toX, fromY, toY }: Frame,
): number {
  let [count, total] = [0, 0];
  // The product's own outline reaches a pixel beyond it.
  edges.forEach((strength, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x >= fromX - 1 && x <= toX && y >= fromY - 1 && y <= toY) return;
    total += 1;
    if (strength > EDGE) count += 1;
  });
  return total === 0 ? 0 : count / total;
}
