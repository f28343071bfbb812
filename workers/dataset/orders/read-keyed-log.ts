import type { ReadSalesLog } from '#core/import/baskets/read-sales-log.ts';
import { AppError } from '#core/base/errors.ts';
import type { ShopFiles } from '#protocol/dataset-requests.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { openCsv } from '../file/open-csv.ts';
import { readKeyedShop } from '../import/read-shop.ts';
import { logOf } from './log-of.ts';

export interface KeyedLog {
  readonly log: ReadSalesLog;
  /** By buyer of the log: what tells the buyer apart, as the file has it. */
  readonly keys: readonly string[];
  /** Header of the column that does. */
  readonly keyHeader: string;
}

/**
 * Reads order lines with what tells their buyers apart, to write a list for the seller. Nothing of it is stored. Throws
 * AppError no-order-lines, or no-buyers where no column tells buyers apart.
 */
export async function readKeyedLog(shop: ShopFiles, paced: ThrottledJob): Promise<KeyedLog> {
  const { joined, keys, keyHeader } = await readKeyedShop(shop, paced, (table) => openCsv(table));
  const log = logOf(joined, shop.files);
  if (log.buyerCount === 0)
    throw new AppError('no-buyers', 'expected a column that tells buyers apart, got none');
  return { log, keys: log.buyerHashes.map((hash) => keys.get(hash) ?? ''), keyHeader };
}
