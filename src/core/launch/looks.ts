// How products look, as their pictures show it. A picture belongs to a name, as embeddings of titles do, so that a new
// product of the same name has it, too.

/** How products look, by the owner of their picture: see `pictureOwner`. */
export type Looks = ReadonlyMap<string, Look>;

export interface Look {
  /** What the image encoder sees: numbers of length 1, as many for every picture; absent until it has read it. */
  readonly embedding?: Float32Array | undefined;
  readonly marks: LookMarks;
}

/** What can be told of a picture in words. The seller can change it. */
export interface LookMarks {
  /** Colour of most of the product; null where it is not clear. */
  readonly colour: ColourName | null;
  readonly isPatterned: boolean;
  readonly background: PictureBackground;
  /** Null unless the seller says so: no image encoder tells yet. */
  readonly showsPeople: boolean | null;
}

export const COLOUR_NAMES = [
  'black',
  'white',
  'grey',
  'brown',
  'beige',
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
] as const;
export type ColourName = (typeof COLOUR_NAMES)[number];

/** White or one even colour behind the product, or a scene. */
export const PICTURE_BACKGROUNDS = ['white', 'plain', 'scene'] as const;
export type PictureBackground = (typeof PICTURE_BACKGROUNDS)[number];

/** Returns what the picture of a product is stored under: its title, or its ID where it has none. */
export function pictureOwner(title: string, productId = ''): string {
  return title || productId;
}
