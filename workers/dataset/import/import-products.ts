import type { ProductImportReport } from '#core/import/columns/import-report.ts';
import {
  matchProductHeaders,
  type ProductMapping,
} from '#core/import/schema/match-product-headers.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { buildProducts } from '#core/import/table/build-products.ts';
import type { ProductImportRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { addProducts } from '#storage/data/products.ts';
import type { CsvFile } from '../file/open-csv.ts';
import { openProducts } from './open-products.ts';
import { readList, refuseWithout } from './read-list.ts';

/**
 * Imports new products from a file, and adds them to those of the data set that wait for a plan. Throws AppError
 * mapping-invalid without a column of titles.
 */
export async function importProducts(
  { file, datasetId }: ProductImportRequest,
  job: Job,
): Promise<ProductImportReport> {
  const list = await readList({ file, datasetId, open: openProducts, match }, job);
  const { matched, rows, ...rest } = list;
  const products = await addProducts(datasetId, (takenIds) =>
    buildProducts(rows, { ...rest, mapping: matched.mapping, takenIds }),
  );
  return { products, rowsRead: rows.rowNumbers.length, issues: list.log.issues() };
}

function match(csv: CsvFile, history: Mapping): ProductColumns {
  const mapping = matchProductHeaders(csv.headers, csv.firstRecords, history);
  const { fields, attributes } = mapping;
  if (fields.title === undefined) refuseWithout('title', csv);
  return { mapping, columns: [...Object.values(fields), ...Object.values(attributes)] };
}

interface ProductColumns {
  readonly mapping: ProductMapping;
  readonly columns: readonly string[];
}
