// Encodes how products look as inputs: a few principal components of what the image encoder sees, what launches that look
// alike sold, the marks of the picture as 0 or 1, and whether there is none. A product without a picture has zeros elsewhere.

import { project, type PrincipalComponents } from '#core/base/statistics/principal-components.ts';
import type { LaunchTable, ProductColumns } from '#core/launch/launch-table.ts';
import {
  COLOUR_NAMES,
  PICTURE_BACKGROUNDS,
  pictureOwner,
  type Look,
  type LookMarks,
} from '#core/launch/looks.ts';
import { componentInputCount, fitEmbeddingComponents } from './embedding-components.ts';
import { fitLookAlikes, soldByLookAlikes, type LookAlikes } from './look-alikes.ts';

export interface LooksEncoder {
  /** Of the training launches' pictures; null where too few were read. */
  readonly components: PrincipalComponents | null;
  /** How many components, the first ones, are inputs. */
  readonly componentInputs: number;
  /** Training launches by how they look; null without components. */
  readonly alikes: LookAlikes | null;
}

/** Components that tell which launches look alike. With 32, they tell less; with 128, no more. */
const MOST_COMPONENTS = 64;

/** Each colour, pattern, each background, people, and no picture. */
export const LOOK_MARK_INPUTS: number = COLOUR_NAMES.length + PICTURE_BACKGROUNDS.length + 3;

/** Returns how the product of a row looks; undefined where no picture is known. */
export function lookOf(
  { title, productId, looks }: Pick<ProductColumns, 'title' | 'productId' | 'looks'>,
  row: number,
): Look | undefined {
  return looks?.get(pictureOwner(title[row]!, productId?.[row]));
}

/** Fits the encoder to the launches at these rows, in order of time; null where none has a picture. */
export function fitLooks(
  table: ProductColumns & Pick<LaunchTable, 'units'>,
  rows: Uint32Array,
): LooksEncoder | null {
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
  const components = fitEmbeddingComponents(read, embeddings, MOST_COMPONENTS);
  if (!components) return { components, componentInputs: 0, alikes: null };
  const most = components.deviations.length;
  return {
    components,
    componentInputs: Math.min(most, componentInputCount(read.length)),
    alikes: fitLookAlikes(
      pictured.map((row) => placeOf(components, lookOf(table, row))),
      pictured.map((row) => table.units[row]!),
    ),
  };
}

/** Returns the number of inputs: components, look-alikes, then LOOK_MARK_INPUTS. */
export function looksInputCount(encoder: LooksEncoder): number {
  return looksGroupSizes(encoder).reduce((count, size) => count + size, 0);
}

/** Returns the number of inputs of each group: components, look-alikes, marks. */
export function looksGroupSizes({ componentInputs, alikes }: LooksEncoder): number[] {
  return [componentInputs, alikes ? 1 : 0, LOOK_MARK_INPUTS];
}

/** Returns the inputs of a product, [looksInputCount]. */
export function looksInputsOf(encoder: LooksEncoder, look: Look | undefined): number[] {
  const { components, componentInputs, alikes } = encoder;
  const place = components && placeOf(components, look);
  const seen = place?.subarray(0, componentInputs) ?? new Float32Array(componentInputs);
  const sold = alikes ? [place ? soldByLookAlikes(alikes, place) : 0] : [];
  return [...seen, ...sold, ...markInputs(look?.marks), look ? 0 : 1];
}

/** Returns the coordinates of a picture; null where it was not read, or by an encoder that sees more or fewer numbers. */
function placeOf(components: PrincipalComponents, look: Look | undefined): Float32Array | null {
  const embedding = look?.embedding;
  return embedding?.length === components.mean.length ? project(components, embedding) : null;
}

function markInputs(marks: LookMarks | undefined): number[] {
  return [
    ...COLOUR_NAMES.map((colour) => marks?.colour === colour),
    marks?.isPatterned === true,
    ...PICTURE_BACKGROUNDS.map((background) => marks?.background === background),
    marks?.showsPeople === true,
  ].map(Number);
}
