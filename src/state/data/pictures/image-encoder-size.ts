import { pictureFile } from '#core/model/text/language-files.ts';

/** Bytes of the image encoder, which are downloaded once. */
export const IMAGE_ENCODER_BYTES: number = pictureFile.sizeBytes;
