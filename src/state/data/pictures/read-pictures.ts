import { model } from '#jobs/jobs.ts';

/** The reading of pictures by the image encoder. */
export const { readPictures } = model;
