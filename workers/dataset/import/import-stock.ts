import { AppError } from '#core/base/errors.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { matchKnownHeaders } from '#core/import/schema/match-known-headers.ts';
import { readStockList, STOCK_FIELDS } from '#core/ledger/stock/read-stock-list.ts';
import { stockHeaders } from '#core/ledger/stock/stock-headers.ts';
import type { StockAccount } from '#core/ledger/stock/stock-list.ts';
import type { StockRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { saveStock } from '#storage/data/stock.ts';
import type { CsvFile } from '../file/open-csv.ts';
import { readList, refuseWithout } from './read-list.ts';

/**
 * Imports the list of stock on hand, in place of the previous list. Throws AppError no-stock-column or mapping-invalid.
 */
export async function importStock(
  { file, datasetId, today }: StockRequest,
  job: Job,
): Promise<StockAccount> {
  const { matched, rows, ...rest } = await readList({ file, datasetId, match }, job);
  const { items, account } = readStockList(rows, { ...rest, ...matched });
  await saveStock(datasetId, { fileName: file.name, asOf: today, items });
  return account;
}

function match(csv: CsvFile, history: Mapping) {
  const headers = stockHeaders(csv.headers);
  const { onHand, weeklyUnits } = headers;
  if (onHand === undefined) {
    const got = `in ${csv.file.name}, got ${csv.headers.join(', ')}`;
    throw new AppError('no-stock-column', `expected a column of pieces on hand ${got}`);
  }
  const counted = weeklyUnits === undefined ? [onHand] : [onHand, weeklyUnits];
  const fields = matchKnownHeaders({
    ...{ headers: csv.headers, rows: csv.firstRecords, history },
    ...{ fields: STOCK_FIELDS, taken: counted },
  });
  if (fields.title === undefined && fields.productId === undefined) refuseWithout('title', csv);
  return { fields, headers, columns: [...Object.values(fields), ...counted] };
}
