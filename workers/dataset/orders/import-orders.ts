import type { OrderStudy } from '#core/model/segments/order-study.ts';
import type { OrdersRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { saveOrderStudy } from '#storage/data/order-studies.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import type { FileCache } from '../import/file-cache.ts';
import { learnOrders } from './learn-orders.ts';
import { logOf } from './log-of.ts';

/**
 * Reads the order lines of a shop's exports and stores what they tell beside a data set, in place of what it had. Stores
 * no line. Throws AppError no-order-lines where the files have none.
 */
export async function importOrders(
  { datasetId, ...shop }: OrdersRequest,
  job: Job,
  cache: FileCache,
): Promise<OrderStudy> {
  const paced = new ThrottledJob(job);
  const { joined } = await cache.openShop(shop, paced);
  cache.clear();
  const names = shop.files.map(({ name }) => name);
  const study = await learnOrders(logOf(joined, shop.files), names, paced);
  await saveOrderStudy(datasetId, study);
  return study;
}
