import { toHalfFloats } from '#core/base/bytes/half-floats.ts';
import { unpackImageEncoder } from '#core/model/images/image-encoder-weights.ts';
import type { Pixels } from '#core/model/images/pixels.ts';
import { squarePicture } from '#core/model/images/square-picture.ts';
import { pictureFile } from '#core/model/text/language-files.ts';
import { openImageEncoder, type ImageEncoder } from '#learning/encoders/image-encoder.ts';
import type { Job } from '#protocol/job.ts';
import type { PicturesRead, ReadPicturesRequest } from '#protocol/model-requests.ts';
import {
  loadPictures,
  loadUnreadPicture,
  savePictureReading,
  unreadPictures,
} from '#storage/data/pictures.ts';
import { stoppable } from '#workers/runtime/breathe.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { decodePixels } from '#workers/images/decode-picture.ts';

/**
 * Reads the pictures of a data set that the image encoder has not read, and stores what it sees of each, so that an
 * interrupted reading goes on. One that cannot be decoded stops no other and is not tried again. Reads none where the encoder is not on this device and may not be downloaded. Throws AppError
 * dataset-missing, backend-unavailable, language-unreachable, language-damaged, storage-full.
 * @param decode how small pictures are decoded
 */
export async function readPictures(
  { datasetId, compute, allowsDownload }: ReadPicturesRequest,
  job: Job,
  host: Pick<ModelHost, 'openEngine' | 'language' | 'pause'>,
  decode: (file: Blob) => Promise<Pixels> = decodePixels,
): Promise<PicturesRead> {
  const reader = pictureFile.sha256;
  const unread = await unreadPictures(datasetId, reader);
  const isHere = (await host.language.missing([pictureFile])).length === 0;
  if (unread.length > 0 && (isHere || allowsDownload)) {
    const paced = new ThrottledJob(job);
    const weights = await host.language.read(pictureFile, job.signal, (done) => {
      paced.report({ phase: 'fetch', done, total: pictureFile.sizeBytes });
    });
    const total = (await loadPictures(datasetId)).length;
    const before = total - unread.length;
    paced.report({ phase: 'pictures', done: before, total });
    const pause = stoppable(() => host.pause(), job.signal);
    const encoder = openImageEncoder(unpackImageEncoder(weights), await host.openEngine(compute));
    try {
      for (const [i, id] of unread.entries()) {
        await pause();
        await readPicture({ datasetId, id, reader }, encoder, decode);
        paced.report({ phase: 'pictures', done: before + i + 1, total });
      }
    } finally {
      encoder.dispose();
    }
  }
  const pictures = await loadPictures(datasetId);
  return {
    readCount: pictures.filter(({ readBy }) => readBy === reader).length,
    total: pictures.length,
  };
}

interface PictureToRead {
  readonly datasetId: number;
  readonly id: number;
  readonly reader: string;
}

/** Reads one picture, unless another tab has read it meanwhile. */
async function readPicture(
  { datasetId, id, reader }: PictureToRead,
  encoder: ImageEncoder,
  decode: (file: Blob) => Promise<Pixels>,
): Promise<void> {
  const picture = await loadUnreadPicture(id, reader);
  if (!picture) return;
  const pixels = await decode(picture.file).catch(undecodable);
  const halves = pixels && toHalfFloats(await encoder.embed(squarePicture(pixels)));
  const { sha256 } = picture;
  await savePictureReading(datasetId, id, { sha256, halves, reader, showsPeople: null });
}

/** Returns null for the DOMException by which a browser says that it cannot decode a picture; throws any other error. */
function undecodable(error: unknown): null {
  if (error instanceof DOMException) return null;
  throw error;
}
