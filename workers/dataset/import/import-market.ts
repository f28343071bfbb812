import { localDay } from '#core/base/dates.ts';
import { shopTerms } from '#core/demand/market/shop-terms.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import type { MarketAccount } from '#core/import/market/market.ts';
import { readMarket } from '#core/import/market/read-market.ts';
import {
  marketHeaders,
  recogniseMarket,
  type RecognisedMarket,
} from '#core/import/market/recognise-market.ts';
import { noMarketData } from '#core/import/market/refuse.ts';
import type { MarketRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { addMarketFile } from '#storage/data/demand.ts';
import { openCsv, type CsvFile } from '../file/open-csv.ts';
import { readList } from './read-list.ts';

/**
 * Imports a market data file beside those of the data set. Throws AppError no-market-data where it holds none that can
 * be read, with a `MarketRefusal` as its reason.
 */
export async function importMarket(
  { file, datasetId }: MarketRequest,
  job: Job,
): Promise<MarketAccount> {
  const wanted = { file, datasetId, match, open: openMarket };
  const { matched, rows, dateOrder, history } = await readList(wanted, job);
  const read = readMarket(rows, matched.recognised, {
    ...{ fileName: file.name, dateOrder, savedOn: localDay(file.lastModified) },
    isAbout: shopTerms([...history.title, ...history.category]),
  });
  await addMarketFile(datasetId, read);
  return read.account;
}

/** Recognises an opened file by its first records, lines above its table included; null for any other file. */
export function recogniseOpened(csv: CsvFile): RecognisedMarket | null {
  return recogniseMarket([...csv.linesAbove, csv.headers, ...csv.firstRecords]);
}

/** Opens a file at the header of its market data: a line above may be as wide as the table. */
async function openMarket(file: File): Promise<CsvFile> {
  const csv = await openCsv({ file, reading: AS_DETECTED });
  const { headerRow = csv.headerRow } = recogniseOpened(csv) ?? {};
  if (headerRow === csv.headerRow) return csv;
  return openCsv({ file, reading: { ...AS_DETECTED, headerRow } });
}

function match(csv: CsvFile) {
  const recognised = recogniseOpened(csv);
  if (!recognised) throw noMarketData('unknown', csv.file.name, csv.headers.join(', '));
  return { recognised, columns: marketHeaders(recognised) };
}
