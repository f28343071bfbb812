// Checks the pictures of a shop as pictures. What is found says nothing about sales.

import { robustScale } from '#core/base/statistics/robust-scale.ts';
import { findWatermark, type WatermarkPlace } from './find-watermark.ts';
import type { ProductPicture } from './product-picture.ts';

/** Measures of colour in which a picture may be unlike the shop's others. */
const COLOUR_MEASURES = ['brightness', 'warmth'] as const;
type ColourMeasure = (typeof COLOUR_MEASURES)[number];

export type PictureFinding =
  /** The shorter side has fewer than LEAST_SIDE_PX pixels. */
  | { readonly kind: 'too-small'; readonly id: number; readonly shorterPx: number }
  /** More of what is around the product are edges than MOST_CLUTTER. */
  | { readonly kind: 'cluttered'; readonly id: number; readonly clutter: number }
  /** Brightness or warmth of the product as `PictureFacts` has it, beside the shop's median. */
  | {
      readonly kind: 'off-colour';
      readonly id: number;
      readonly measure: ColourMeasure;
      readonly value: number;
      readonly usual: number;
      /** How many standard deviations it is away, as robustScale estimates them. */
      readonly deviations: number;
    }
  /** Stands in this picture and in others, `sharedBy` in all. */
  | {
      readonly kind: 'watermark';
      readonly id: number;
      readonly place: WatermarkPlace;
      readonly sharedBy: number;
    };

export type PictureFindingKind = PictureFinding['kind'];

export const LEAST_SIDE_PX = 500;
const MOST_CLUTTER = 0.12;
/** Fewer pictures have no usual colour. */
const LEAST_PICTURES = 12;
/** How far from usual counts: Iglewicz and Hoaglin's bound (1993) for robust deviations. */
const MOST_DEVIATIONS = 3.5;
/** Differences too small to see do not count, however alike the others are. */
const LEAST_DIFFERENCE: Readonly<Record<ColourMeasure, number>> = {
  brightness: 0.15,
  warmth: 0.12,
};

type Checked = Pick<ProductPicture, 'id' | 'widthPx' | 'heightPx' | 'facts'>;

/** Returns what is found in the pictures of a shop, by kind, then in their order. */
export function checkPictures(pictures: readonly Checked[]): PictureFinding[] {
  return [
    ...pictures.flatMap(tooSmall),
    ...watermarked(pictures),
    ...pictures.flatMap(cluttered),
    ...COLOUR_MEASURES.flatMap((measure) => offColour(pictures, measure)),
  ];
}

function tooSmall({ id, widthPx, heightPx }: Checked): PictureFinding[] {
  const shorterPx = Math.min(widthPx, heightPx);
  return shorterPx < LEAST_SIDE_PX ? [{ kind: 'too-small', id, shorterPx }] : [];
}

function cluttered({ id, facts: { clutter } }: Checked): PictureFinding[] {
  return clutter > MOST_CLUTTER ? [{ kind: 'cluttered', id, clutter }] : [];
}

function watermarked(pictures: readonly Checked[]): PictureFinding[] {
  const found = findWatermark(pictures);
  if (!found) return [];
  const { ids, place } = found;
  return ids.map((id) => ({ kind: 'watermark', id, place, sharedBy: ids.length }));
}

/** Where all others are alike, the spread is taken as what can hardly be seen. */
function offColour(pictures: readonly Checked[], measure: ColourMeasure): PictureFinding[] {
  if (pictures.length < LEAST_PICTURES) return [];
  const { centre, spread } = robustScale(
    Float64Array.from(pictures, ({ facts }) => facts[measure]),
  );
  const least = LEAST_DIFFERENCE[measure];
  return pictures.flatMap(({ id, facts }): PictureFinding[] => {
    const value = facts[measure];
    const deviations = (value - centre) / Math.max(spread, least / MOST_DEVIATIONS);
    if (Math.abs(deviations) <= MOST_DEVIATIONS) return [];
    return [{ kind: 'off-colour', id, measure, value, usual: centre, deviations }];
  });
}
