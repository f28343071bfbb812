import { IssueLog } from '#core/import/csv/issue-log.ts';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';
import { readReviews } from '#core/import/reviews/read-reviews.ts';
import { recogniseReviews, reviewHeaders } from '#core/import/reviews/recognise-reviews.ts';
import type { ReviewList } from '#core/import/reviews/review.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { openCsv } from '../file/open-csv.ts';
import { readRows } from '../file/read-rows.ts';
import { splitFiles } from '../file/split-files.ts';

/**
 * Reads the reports of returns among a shop's files as what buyers said: launches take only how many pieces came back. A
 * report without reasons gives no list.
 * @param facts of the files, in the order in which they split
 */
export async function readReturnLists(
  files: readonly File[],
  facts: readonly FileFacts[],
  job: ThrottledJob,
): Promise<ReviewList[]> {
  if (facts.every(({ found }) => found?.kind !== 'returns')) return [];
  const lists: ReviewList[] = [];
  for (const [i, table] of (await splitFiles(files)).entries()) {
    if (facts[i]?.found?.kind !== 'returns') continue;
    const csv = await openCsv(table);
    const recognised = recogniseReviews(csv.headers, csv.firstRecords);
    if (recognised?.kind !== 'return') continue;
    const columns = reviewHeaders(recognised);
    const rows = await readRows({ csv, columns, log: new IssueLog() }, job);
    const { fileName, kind, reviews, account } = readReviews(rows, recognised, {
      ...{ fileName: table.name, dateOrder: null },
    });
    if (reviews.length > 0) lists.push({ fileName, kind, reviews, account });
  }
  return lists;
}
