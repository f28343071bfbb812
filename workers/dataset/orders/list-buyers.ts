import { AppError } from '#core/base/errors.ts';
import { writeTable } from '#core/base/text/write-table.ts';
import { buyersOfLaunch } from '#core/model/segments/buyers-of-launch.ts';
import type { BuyerList } from '#core/model/segments/buyer-list.ts';
import type { BuyerListRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadOrderStudy } from '#storage/data/order-studies.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readKeyedLog } from './read-keyed-log.ts';

const DIGITS = 3;

/**
 * Lists the past buyers who are most likely to buy a launch, from exports read again, for the seller's own file. Stores
 * nothing. Throws AppError no-order-lines or no-buyers.
 */
export async function listBuyers(
  { datasetId, launch, mostBuyers, ...shop }: BuyerListRequest,
  job: Job,
): Promise<BuyerList> {
  const paced = new ThrottledJob(job);
  const { log, keys, keyHeader } = await readKeyedLog(shop, paced);
  await paced.step({ phase: 'buyers', done: 0, total: null });
  const buyers = (await loadOrderStudy(datasetId))?.buyers;
  const chances = buyers && buyersOfLaunch(log, buyers, launch);
  if (!chances)
    throw new AppError('no-buyers', 'expected buyers who returned for launches, got none');
  const listed = Array.from(chances.keys())
    .filter((buyer) => keys[buyer] !== '' && chances[buyer]! > 0)
    .toSorted((a, b) => chances[b]! - chances[a]! || a - b)
    .slice(0, mostBuyers);
  const rows = listed.map((buyer) => [keys[buyer]!, chances[buyer]!.toFixed(DIGITS)]);
  return { csv: writeTable([[keyHeader, 'chance to buy'], ...rows]), buyerCount: listed.length };
}
