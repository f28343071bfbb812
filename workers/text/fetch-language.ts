import { AppError } from '#core/base/errors.ts';
import { filesToRead } from '#core/model/text/language-files.ts';
import type { Job } from '#protocol/job.ts';
import type { FetchLanguageRequest } from '#protocol/model-requests.ts';
import { ThrottledJob } from '../runtime/throttled-job.ts';
import type { LanguageSource } from './language-source.ts';

/**
 * Downloads the files of the language model that are not on this device. Throws what the source throws, and AppError
 * storage-full where the device does not keep them.
 */
export async function fetchLanguage(
  { withChinese }: FetchLanguageRequest,
  job: Job,
  source: LanguageSource,
): Promise<void> {
  const files = filesToRead(withChinese);
  const missing = await source.missing(files);
  const total = missing.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const paced = new ThrottledJob(job);
  let before = 0;
  for (const file of missing) {
    const report = (count: number) =>
      paced.report({ phase: 'fetch-language', done: before + count, total });
    report(0);
    await source.read(file, job.signal, report);
    before += file.sizeBytes;
  }
  const [left] = await source.missing(files);
  if (left) throw new AppError('storage-full', `expected room for ${left.name}`);
}
