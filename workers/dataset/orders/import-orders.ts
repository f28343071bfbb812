import { AppError } from '#core/base/errors.ts';
import { linesOfLaunches, type LinesOfLaunches } from '#core/import/baskets/lines-of-launches.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import type { OrdersRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadLaunchTable } from '#storage/data/datasets.ts';
import { saveOrderStudy } from '#storage/data/order-studies.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import type { FileCache } from '../import/file-cache.ts';
import { learnOrders } from './learn-orders.ts';
import { logOf } from './log-of.ts';

/** With fewer lines of launches, the seller is asked whether they are of this shop. */
const LEAST_OF_LAUNCHES = 0.1;

/**
 * Reads the order lines of a shop's exports and stores what they tell beside a data set, in place of what it had. Stores
 * no line. Throws AppError no-order-lines where the files have none, and orders-of-other-shop where hardly any is of a launch
 * and the seller has not confirmed them.
 */
export async function importOrders(
  { datasetId, areOfShop, ...shop }: OrdersRequest,
  job: Job,
  cache: FileCache,
): Promise<OrderStudy> {
  const paced = new ThrottledJob(job);
  const { joined } = await cache.openShop(shop, paced);
  cache.clear();
  const names = shop.files.map(({ name }) => name);
  const log = logOf(joined, shop.files);
  const ofLaunches = linesOfLaunches(log, await loadLaunchTable(datasetId));
  const all = log.order.length;
  if (!areOfShop && ofLaunches.lineCount < LEAST_OF_LAUNCHES * all)
    throw otherShop(ofLaunches, all);
  const study = { ...(await learnOrders(log, names, paced)), ofLaunches };
  await saveOrderStudy(datasetId, study);
  return study;
}

function otherShop({ lineCount, otherTitles }: LinesOfLaunches, all: number): AppError {
  const words = `expected order lines of launches, got ${lineCount} of ${all}`;
  const others = otherTitles.slice(0, MOST_NAMED).join('\n');
  return new AppError('orders-of-other-shop', words, { lineCount, all, others });
}

const MOST_NAMED = 3;
