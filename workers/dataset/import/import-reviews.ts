import { AppError } from '#core/base/errors.ts';
import { readReviews } from '#core/import/reviews/read-reviews.ts';
import { recogniseReviews, reviewHeaders } from '#core/import/reviews/recognise-reviews.ts';
import type { ReviewAccount } from '#core/import/reviews/review.ts';
import type { ReviewsRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { addReviews } from '#storage/data/reviews.ts';
import type { CsvFile } from '../file/open-csv.ts';
import { readList } from './read-list.ts';

/**
 * Imports a file of reviews, returns with reasons, or questions, beside those of the data set. Columns with personal
 * details are never read. Throws AppError no-reviews where the file holds none.
 */
export async function importReviews(
  { file, datasetId }: ReviewsRequest,
  job: Job,
): Promise<ReviewAccount> {
  const { matched, rows, dateOrder } = await readList({ file, datasetId, match }, job);
  const { kind, reviews, account } = readReviews(rows, matched.recognised, {
    ...{ fileName: file.name, dateOrder },
  });
  if (reviews.length === 0) throw noReviews(file, `none in ${account.rows} rows`);
  await addReviews(datasetId, { fileName: file.name, kind, reviews, account });
  return account;
}

function match({ headers, firstRecords, file }: CsvFile) {
  const recognised = recogniseReviews(headers, firstRecords);
  if (!recognised) throw noReviews(file, headers.join(', '));
  return { recognised, columns: reviewHeaders(recognised) };
}

function noReviews({ name }: Pick<File, 'name'>, got: string): AppError {
  const expected = 'a column of products beside ratings, texts, reasons of returns or questions';
  return new AppError('no-reviews', `expected ${expected} in ${name}, got ${got}`);
}
