// Tells a product from what is behind it. Shops put products on white or on one even colour: what is like the border and
// joined to it is the background. In a scene the middle counts, without the colours of the border.

import type { PictureBackground } from '#core/launch/looks.ts';
import { distanceAt, labAt, type Lab, type LabPixels } from './oklab.ts';
import type { Pixels } from './pixels.ts';

/** Where the product is. */
export interface FoundProduct {
  readonly background: PictureBackground;
  /** 1 for each pixel of the product; never empty. */
  readonly mask: Uint8Array;
}

/** Width of the border, as a share of the shorter side. */
const BORDER = 0.03;
/** Distance within which colours count as those of the background. */
const NEAR = 0.06;
/** A soft shadow or gradient may lead so far away, in steps as small. */
const FAR = 0.2;
const STEP = 0.012;
/** Share of the border that has the colour of the background. */
const EVEN_SHARE = 0.7;
const WHITE = { lightness: 0.94, chroma: 0.025 };
/** A product smaller than this share was not found: the middle is looked at. */
const LEAST_PRODUCT = 0.01;
/** Size of the middle, as a share of each side. */
const MIDDLE = 0.7;
const BINS_A_SIDE = 8;

/** Finds the product. Needs at least one pixel. */
export function findProduct(
  pixels: Pick<Pixels, 'width' | 'height'>,
  lab: LabPixels,
): FoundProduct {
  const border = borderOf(pixels);
  const { colour, share } = commonColour(lab, border);
  if (share < EVEN_SHARE) return { background: 'scene', mask: unlikeBorder(pixels, lab, border) };
  const [lightness, a, b] = colour;
  const isWhite = lightness > WHITE.lightness && Math.hypot(a, b) < WHITE.chroma;
  const mask = notJoined(pixels, lab, { border, colour });
  const found = mask.reduce((sum, each) => sum + each, 0);
  return {
    background: isWhite ? 'white' : 'plain',
    mask: found < LEAST_PRODUCT * mask.length ? middleOf(pixels) : mask,
  };
}

function borderOf({ width, height }: Pick<Pixels, 'width' | 'height'>): number[] {
  const border: number[] = [];
  const wide = Math.max(1, Math.round(BORDER * Math.min(width, height)));
  for (let y = 0; y < height; y++) {
    const isEdge = y < wide || y >= height - wide;
    for (let x = 0; x < width; x++) {
      if (isEdge || x < wide || x >= width - wide) border.push(y * width + x);
    }
  }
  return border;
}

/** Returns the most common colour of some pixels, and the share of them that are near it. */
function commonColour(lab: LabPixels, places: readonly number[]): { colour: Lab; share: number } {
  const bins = new Map<number, number[]>();
  for (const i of places) {
    const bin = binOf(lab, i);
    const known = bins.get(bin);
    if (known) known.push(i);
    else bins.set(bin, [i]);
  }
  let most: number[] = [];
  for (const bin of bins.values()) if (bin.length > most.length) most = bin;
  const near = nearTo(lab, places, meanOf(lab, most));
  return { colour: meanOf(lab, near), share: near.length / places.length };
}

function nearTo(lab: LabPixels, places: readonly number[], colour: Lab): readonly number[] {
  const near = places.filter((i) => distanceAt(lab, i, colour) < NEAR);
  return near.length > 0 ? near : places;
}

function meanOf(lab: LabPixels, places: readonly number[]): Lab {
  let [lightness, a, b] = [0, 0, 0];
  for (const i of places) {
    const [l, ca, cb] = labAt(lab, i);
    lightness += l;
    a += ca;
    b += cb;
  }
  return [lightness / places.length, a / places.length, b / places.length];
}

interface Background {
  readonly border: readonly number[];
  readonly colour: Lab;
}

/** Returns the pixels that are not joined to the border by colours of the background. */
function notJoined(
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  lab: LabPixels,
  { border, colour }: Background,
): Uint8Array {
  const mask = new Uint8Array(width * height).fill(1);
  const queue = new Int32Array(width * height);
  let [done, found] = [0, 0];
  const take = (i: number) => {
    mask[i] = 0;
    queue[found++] = i;
  };
  for (const i of border) if (distanceAt(lab, i, colour) < NEAR) take(i);
  const visit = (from: number, i: number) => {
    if (mask[i] === 0) return;
    const distance = distanceAt(lab, i, colour);
    const isShadow = distance < FAR && distanceAt(lab, i, labAt(lab, from)) < STEP;
    if (distance < NEAR || isShadow) take(i);
  };
  while (done < found) {
    const i = queue[done++]!;
    const x = i % width;
    if (x > 0) visit(i, i - 1);
    if (x < width - 1) visit(i, i + 1);
    if (i >= width) visit(i, i - width);
    if (i < width * (height - 1)) visit(i, i + width);
  }
  return mask;
}

/** Returns the pixels of the middle whose colours are more common there than on the border; all of it where few are. */
function unlikeBorder(
  pixels: Pick<Pixels, 'width' | 'height'>,
  lab: LabPixels,
  border: readonly number[],
): Uint8Array {
  const middle = middleOf(pixels);
  const inMiddle = middle.reduce((sum, each) => sum + each, 0);
  const bins = new Uint16Array(middle.length).map((_, i) => binOf(lab, i));
  const balance = new Float64Array(BINS_A_SIDE ** 3);
  for (const i of border) balance[bins[i]!]! -= 1 / border.length;
  middle.forEach((is, i) => {
    if (is) balance[bins[i]!]! += 1 / inMiddle;
  });
  const mask = middle.map((is, i) => (is && balance[bins[i]!]! > 0 ? 1 : 0));
  return mask.some((each) => each === 1) ? mask : middle;
}

/** Returns the ellipse in the middle: the pixels that it touches, so that there is always one. */
function middleOf({ width, height }: Pick<Pixels, 'width' | 'height'>): Uint8Array {
  const fromCentre = (at: number, length: number) =>
    Math.max(0, Math.abs(at + 0.5 - length / 2) - 0.5) / length;
  return new Uint8Array(width * height).map((_, i) => {
    const [x, y] = [fromCentre(i % width, width), fromCentre(Math.floor(i / width), height)];
    return x * x + y * y <= (MIDDLE / 2) ** 2 ? 1 : 0;
  });
}

function binOf({ lightness, a, b }: LabPixels, i: number): number {
  const [l, ca, cb] = [binAt(lightness[i]!), binAt(a[i]! * 1.25 + 0.5), binAt(b[i]! * 1.25 + 0.5)];
  return (l * BINS_A_SIDE + ca) * BINS_A_SIDE + cb;
}

function binAt(share: number): number {
  return Math.min(BINS_A_SIDE - 1, Math.max(0, Math.floor(share * BINS_A_SIDE)));
}
