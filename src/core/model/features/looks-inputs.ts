// Encodes how products look as inputs: a few principal components of what the image encoder sees, the marks of the
// picture as 0 or 1, and whether there is none. A product without a picture has zeros elsewhere.

import { project, type PrincipalComponents } from '#core/base/statistics/principal-components.ts';
import type { ProductColumns } from '#core/launch/launch-table.ts';
import {
  COLOUR_NAMES,
  PICTURE_BACKGROUNDS,
  pictureOwner,
  type Look,
  type LookMarks,
} from '#core/launch/looks.ts';
import { fitEmbeddingComponents } from './embedding-components.ts';

export interface LooksEncoder {
  /** Of the training launches' pictures; null where too few were read. */
  readonly components: PrincipalComponents | null;
}

/** Each colour, pattern, each background, people, and no picture. */
export const LOOK_MARK_INPUTS: number = COLOUR_NAMES.length + PICTURE_BACKGROUNDS.length + 3;

/** Returns how the product of a row looks; undefined where no picture is known. */
export function lookOf(
  { title, productId, looks }: Pick<ProductColumns, 'title' | 'productId' | 'looks'>,
  row: number,
): Look | undefined {
  return looks?.get(pictureOwner(title[row]!, productId?.[row]));
}

/** Fits the encoder to the products at these rows; null where none has a picture. */
export function fitLooks(table: ProductColumns, rows: Uint32Array): LooksEncoder | null {
  const pictured = Array.from(rows).filter((row) => lookOf(table, row));
  if (pictured.length === 0) return null;
  const embeddings = new Map<string, Float32Array>();
  const read = pictured.flatMap((row) => {
    const embedding = lookOf(table, row)?.embedding;
    if (!embedding) return [];
    const owner = pictureOwner(table.title[row]!, table.productId?.[row]);
    embeddings.set(owner, embedding);
    return [owner];
  });
  return { components: fitEmbeddingComponents(read, embeddings) };
}

/** Returns the number of inputs: components, then LOOK_MARK_INPUTS. */
export function looksInputCount(encoder: LooksEncoder): number {
  return componentCount(encoder) + LOOK_MARK_INPUTS;
}

function componentCount({ components }: LooksEncoder): number {
  return components?.deviations.length ?? 0;
}

/** Returns the number of inputs of each group: components, marks. */
export function looksGroupSizes(encoder: LooksEncoder): number[] {
  return [componentCount(encoder), LOOK_MARK_INPUTS];
}

/** Returns the inputs of a product, [looksInputCount]. */
export function looksInputsOf(encoder: LooksEncoder, look: Look | undefined): number[] {
  const { components } = encoder;
  const none = new Float32Array(componentCount(encoder));
  // Another image encoder sees other numbers, and may see more or fewer.
  const isSeen = components && look?.embedding?.length === components.mean.length;
  const seen = isSeen ? project(components, look.embedding!) : none;
  return [...seen, ...markInputs(look?.marks), look ? 0 : 1];
}

function markInputs(marks: LookMarks | undefined): number[] {
  return [
    ...COLOUR_NAMES.map((colour) => marks?.colour === colour),
    marks?.isPatterned === true,
    ...PICTURE_BACKGROUNDS.map((background) => marks?.background === background),
    marks?.showsPeople === true,
  ].map(Number);
}
