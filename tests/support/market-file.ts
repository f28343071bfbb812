// Market data files as the app opens them: from bytes to rows with the columns that are needed.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '#core/base/errors.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import type { MarketFile, MarketKind, MarketReading } from '#core/import/market/market.ts';
import { readMarket } from '#core/import/market/read-market.ts';
import {
  marketHeaders,
  recogniseMarket,
  type RecognisedMarket,
} from '#core/import/market/recognise-market.ts';
import { openCsv } from '#workers/dataset/file/open-csv.ts';
import { readRows } from '#workers/dataset/file/read-rows.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { asDetected, csvFile, jobFor } from './csv-file.ts';

export interface MarketHeader {
  readonly kind: MarketKind;
  /** Lines above the header. */
  readonly above: readonly string[];
  readonly header: readonly string[];
}

/** Header rows as platforms write them, by platform and report. */
export const MARKET_HEADERS = JSON.parse(
  readFileSync(new URL('../fixtures/market/headers.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, MarketHeader>>;

const folder = join(import.meta.dirname, '../../../shared/data/market-files/google-trends');
export const hasTrendsFiles = existsSync(folder);

/** Returns a real download of Google Trends, which the repository does not hold. */
export function trendsFile(name: string): File {
  return new File([readFileSync(join(folder, name))], name);
}

/** Recognises a file by its first rows; null where it is no market data file. */
export async function recogniseFile(file: File): Promise<RecognisedMarket | null> {
  const { linesAbove, headers, firstRecords } = await openCsv(asDetected(file));
  return recogniseMarket([...linesAbove, headers, ...firstRecords]);
}

/** Reads a file of one kind. */
export async function readMarketFile<Kind extends MarketKind>(
  kind: Kind,
  content: string | File,
  reading: Partial<MarketReading> = {},
): Promise<MarketFile & { readonly kind: Kind }> {
  const file = typeof content === 'string' ? csvFile(content, 'market.csv') : content;
  const recognised = await recogniseFile(file);
  if (recognised?.kind !== kind)
    throw new Error(`expected ${kind}, got ${recognised?.kind ?? 'no market data'}`);
  const csv = await openCsv({
    file,
    reading: { ...AS_DETECTED, headerRow: recognised.headerRow },
  });
  const columns = marketHeaders(recognised);
  const rows = await readRows({ csv, columns, log: new IssueLog() }, new ThrottledJob(jobFor()));
  const options = { fileName: file.name, dateOrder: null, savedOn: null, ...reading };
  return readMarket(rows, recognised, options) as MarketFile & { readonly kind: Kind };
}

/** Returns the text of a file under a known header; cells that a row does not name are empty. */
export function fileUnder(
  name: string,
  ...rows: readonly Readonly<Record<string, string>>[]
): string {
  const { above, header } = MARKET_HEADERS[name]!;
  const quoted = (cells: readonly string[]): string =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  for (const row of rows)
    for (const key of Object.keys(row))
      if (!header.includes(key)) throw new Error(`no column ${key} under ${name}`);
  const lines = rows.map((row) => quoted(header.map((each) => row[each] ?? '')));
  return [...above, quoted(header), ...lines, ''].join('\n');
}

/** Returns the reason of AppError no-market-data. */
export function reasonOf(error: unknown): unknown {
  return (error as AppError).details.reason;
}
