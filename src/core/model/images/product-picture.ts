import type { LookMarks } from '#core/launch/looks.ts';

/** A picture as it is stored, without its pixels. */
export interface ProductPicture {
  readonly id: number;
  /** See `pictureOwner`; '' where it belongs to no product yet. */
  readonly owner: string;
  readonly fileName: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /** Size of the original, upright. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly facts: PictureFacts;
  /** What the seller says of it, in place of what its pixels say. */
  readonly chosen: Partial<LookMarks>;
  /** SHA-256 of the image encoder's weights that have read it; null until one has. */
  readonly readBy: string | null;
}

/** What the pixels say without the image encoder. */
export interface PictureFacts {
  readonly marks: LookMarks;
  /** Difference hash: 64 bits as 16 hexadecimal digits. Nearly the same pictures differ in a few bits. */
  readonly hash: string;
  /** Means over the product's pixels, 0–1; warmth is red minus blue, −1 to 1. */
  readonly brightness: number;
  readonly saturation: number;
  readonly warmth: number;
  /** Share of the pixels around the product that are edges, 0–1. */
  readonly clutter: number;
  /** Strength of edges on a grid of EDGE_CELLS × EDGE_CELLS, 0–255: what many pictures share is a watermark or a frame. */
  readonly edges: Uint8Array;
}

export const EDGE_CELLS = 32;

/** Shorter side of the small picture that is stored, pixels: what the image encoder reads. */
const SHORTER_PX = 224;
const LONGER_PX = 3 * SHORTER_PX;

/** Returns the size of the small picture of one of this size, pixels. It is never larger. */
export function smallSize(
  widthPx: number,
  heightPx: number,
): { readonly width: number; readonly height: number } {
  const [shorter, longer] = [Math.min(widthPx, heightPx), Math.max(widthPx, heightPx)];
  const scale = Math.min(1, SHORTER_PX / shorter, LONGER_PX / longer);
  const small = (px: number) => Math.max(1, Math.round(px * scale));
  return { width: small(widthPx), height: small(heightPx) };
}

/** Media types that a small picture is stored as; the second where a browser cannot write the first. */
export const SMALL_PICTURE_TYPES = ['image/webp', 'image/jpeg'] as const;

/** Returns what is said of a picture: what the seller chose, else what its pixels and the image encoder say. */
export function marksOf({ facts, chosen }: Pick<ProductPicture, 'facts' | 'chosen'>): LookMarks {
  return { ...facts.marks, ...chosen };
}
