import type { LookMarks } from '#core/launch/looks.ts';
import type { ProductPicture } from '#core/model/images/product-picture.ts';

/** What can be done with a picture of a list. */
export interface PictureActions {
  /** Returns the small picture; null where it is not kept. */
  readonly load: (pictureId: number) => Promise<Blob | null>;
  /** Gives it to a product; '' takes it away from its product. */
  readonly onowner: (picture: ProductPicture, owner: string) => void;
  /** Replaces what the seller says of it. */
  readonly onmarks: (picture: ProductPicture, chosen: Partial<LookMarks>) => void;
}
