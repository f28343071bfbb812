import { IssueLog } from '#core/import/csv/issue-log.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { catalogueTable } from '#core/import/platform-files/catalogue/catalogue-table.ts';
import { readCatalogue } from '#core/import/platform-files/catalogue/read-catalogue.ts';
import { recogniseExport } from '#core/import/platform-files/recognise-export.ts';
import { openCsv, type CsvFile } from '../file/open-csv.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readRows } from '../file/read-rows.ts';

/**
 * Opens a table of products, one per row. A platform's catalogue also has rows of variants and pictures, so it is
 * converted.
 */
export async function openProducts(file: File, job: ThrottledJob): Promise<CsvFile> {
  const csv = await openCsv({ file, reading: AS_DETECTED });
  const found = recogniseExport(csv.headers);
  const isOfPlatform = found?.kind === 'catalogue' && found.format.platform !== '';
  if (!isOfPlatform || found.missing.length > 0) return csv;
  const columns = Object.values(found.columns).flat();
  const rows = await readRows({ csv, columns, log: new IssueLog() }, job);
  const catalogue = readCatalogue(rows, found, { timeZone: null });
  const table = new File([catalogueTable(catalogue)], file.name);
  return openCsv({ file: table, reading: AS_DETECTED });
}
