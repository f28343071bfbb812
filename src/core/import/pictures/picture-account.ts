/** Why a file is not taken as a picture. */
export const PICTURE_PROBLEMS = [
  'not-a-picture',
  'empty',
  'truncated',
  'damaged',
  'too-many-pixels',
  // A drawing that could run scripts.
  'svg',
  // Browsers do not show it.
  'heic',
] as const;
export type PictureProblem = (typeof PICTURE_PROBLEMS)[number];

/** What was done to a picture that is taken. */
export const PICTURE_NOTES = ['first-frame', 'cmyk', 'wrong-extension', 'turned-upright'] as const;
export type PictureNote = (typeof PICTURE_NOTES)[number];

/** What became of the files of a folder, a zip or a workbook. Every file is in one of the lists or counts. */
export interface PictureAccount {
  /** Pictures that now belong to a product. */
  readonly matchedCount: number;
  /** Pictures that were there before, byte by byte. */
  readonly unchangedCount: number;
  /** Further views of a product that has a picture: not kept. */
  readonly furtherViews: readonly string[];
  /** Names of pictures that match no product: kept, to be given to one by the seller. */
  readonly unmatched: readonly string[];
  readonly refused: readonly { readonly fileName: string; readonly problem: PictureProblem }[];
  readonly noted: readonly { readonly fileName: string; readonly note: PictureNote }[];
}
