import { armsInLog } from '#core/evaluation/split-test/log-outcomes.ts';
import { armOf, NO_ARM, SENT } from '#core/evaluation/split-test/split-arms.ts';
import { splitListCsv, type SplitList } from '#core/evaluation/split-test/split-file.ts';
import type { SplitListRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readKeyedLog } from './read-keyed-log.ts';

/**
 * Writes who gets what a split test tests and who is held out: all who ordered before its start day. Stores nothing. Throws
 * AppError no-order-lines or no-buyers.
 */
export async function drawSplit({ test, ...shop }: SplitListRequest, job: Job): Promise<SplitList> {
  const { log, keys, keyHeader } = await readKeyedLog(shop, new ThrottledJob(job));
  const arms = armsInLog(log, test.startDay, (buyer) => armOf(test, keys[buyer]!));
  const listed = keys.filter((key, buyer) => key !== '' && arms[buyer] !== NO_ARM);
  const sent = arms.reduce((count, arm) => count + Number(arm === SENT), 0);
  const csv = splitListCsv(test, { header: keyHeader, keys: listed });
  return { csv, sent, heldOut: listed.length - sent };
}
