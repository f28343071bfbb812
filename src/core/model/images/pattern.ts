// Whether a product has a pattern: stripes, checks, dots, prints. Its colours change often over short distances, where a
// plain product changes at its folds and its shadows only.

import { distanceAt, labAt, type LabPixels } from './oklab.ts';
import type { Pixels } from './pixels.ts';

/** Distance of colours from which two pixels differ. */
const DIFFERENT = 0.15;
/** Pixels between those compared, as a share of the longer side. */
const APART = 0.012;
/** Pixels this near to the outline are left out, as a share of the longer side. */
const OUTLINE = 0.03;
/** Share of compared pixels that differ on a product with a pattern, along rows or along columns: stripes have one way. */
const LEAST_SHARE = 0.08;
const LEAST_COMPARED = 50;

/** Returns whether the product in the mask has a pattern; false where it is too small to say. */
export function isPatterned(
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  lab: LabPixels,
  mask: Uint8Array,
): boolean {
  const longer = Math.max(width, height);
  const apart = Math.max(1, Math.round(APART * longer));
  const inner = withoutOutline({ width, height }, mask, Math.max(1, Math.round(OUTLINE * longer)));
  const shareOf = (isOnBoard: (i: number) => boolean, step: number) => {
    let [different, compared] = [0, 0];
    inner.forEach((is, i) => {
      if (!is || !isOnBoard(i) || !inner[i + step]) return;
      compared += 1;
      if (distanceAt(lab, i, labAt(lab, i + step)) > DIFFERENT) different += 1;
    });
    return compared < LEAST_COMPARED ? 0 : different / compared;
  };
  const across = shareOf((i) => (i % width) + apart < width, apart);
  const down = shareOf((i) => i + apart * width < inner.length, apart * width);
  return Math.max(across, down) >= LEAST_SHARE;
}

/** Returns the pixels of a mask that have all pixels within some distance, along rows and columns, in it. */
function withoutOutline(
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  mask: Uint8Array,
  distance: number,
): Uint8Array {
  const along = eroded(mask, { lines: height, length: width, lineStep: width, step: 1 }, distance);
  return eroded(along, { lines: width, length: height, lineStep: 1, step: width }, distance);
}

interface Lines {
  readonly lines: number;
  readonly length: number;
  readonly lineStep: number;
  readonly step: number;
}

function eroded(
  mask: Uint8Array,
  { lines, length, lineStep, step }: Lines,
  distance: number,
): Uint8Array {
  const inner = new Uint8Array(mask.length);
  for (let line = 0; line < lines; line++) {
    let run = 0;
    for (let i = 0; i < length; i++) {
      run = mask[line * lineStep + i * step] ? run + 1 : 0;
      // A run that is long enough has its middle inside.
      if (run > 2 * distance) inner[line * lineStep + (i - distance) * step] = 1;
    }
  }
  return inner;
}
