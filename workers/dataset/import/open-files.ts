import { recogniseTable } from '#core/import/platform-files/recognise-sales.ts';
import { recogniseReviews } from '#core/import/reviews/recognise-reviews.ts';
import type { ExportsRequest, FileToRead, OpenedFiles } from '#protocol/dataset-requests.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { AppError, isAbort } from '#core/base/errors.ts';
import type { Job } from '#protocol/job.ts';
import { splitFiles } from '../file/split-files.ts';
import type { FileCache } from './file-cache.ts';
import { recogniseOpened } from './import-market.ts';
import { previewExports } from './preview-exports.ts';
import { previewFile } from './preview-file.ts';

/** What belongs beside launches that are there already. */
type BesideLaunches = Extract<OpenedFiles['kind'], 'reviews' | 'market'>;

/**
 * Looks at files that were given together: tells files of reviews and market data files by their beginnings; reads all
 * others as exports of one shop where the beginning of any is that of an export, else only the beginning of the first,
 * as a table of launches. Stores nothing. Throws AppError files-mixed where reviews and market data came together, and
 * what previewExports() throws.
 */
export async function openFiles(
  request: ExportsRequest,
  job: Job,
  cache: FileCache,
): Promise<OpenedFiles> {
  cache.clear();
  const beside = await besideLaunches(request.files, cache);
  if (beside) return { kind: beside };
  for (const file of request.files) {
    job.signal.throwIfAborted();
    if (await holdsExport(file, cache))
      return { kind: 'exports', preview: await previewExports(request, job, cache) };
  }
  const [file] = request.files;
  const preview = file && previewFile({ file, reading: AS_DETECTED }, job, cache);
  return { kind: 'table', preview: (await preview?.catch(noneUnlessStopped)) ?? null };
}

/** Returns what all files hold; null where one of them holds something else. */
async function besideLaunches(
  files: readonly File[],
  cache: FileCache,
): Promise<BesideLaunches | null> {
  const kinds = new Set<BesideLaunches>();
  for (const file of files) {
    const kind = await kindOf(file, cache);
    if (!kind) return null;
    kinds.add(kind);
  }
  if (kinds.size > 1) throw new AppError('files-mixed', 'expected files of one kind, got several');
  return [...kinds][0] ?? null;
}

async function kindOf(file: File, cache: FileCache): Promise<BesideLaunches | null> {
  try {
    const csv = await cache.open({ file, reading: AS_DETECTED });
    if (recogniseReviews(csv.headers, csv.firstRecords)) return 'reviews';
    return recogniseOpened(csv) && 'market';
  } catch {
    return null; // reading it later reports why
  }
}

/** Returns whether a table of the file begins as an export; one that cannot be read does not. */
export async function holdsExport(file: File, cache: FileCache): Promise<boolean> {
  for (const table of await splitFiles([file])) if (await beginsAsExport(table, cache)) return true;
  return false;
}

async function beginsAsExport(table: FileToRead, cache: FileCache): Promise<boolean> {
  try {
    const { headers, firstRecords } = await cache.open(table);
    return recogniseTable(headers, firstRecords) !== null;
  } catch {
    return false; // reading it later reports why
  }
}

function noneUnlessStopped(error: unknown): null {
  if (isAbort(error)) throw error;
  return null; // reading it later reports why
}
