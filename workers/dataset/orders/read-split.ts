import { IssueLog } from '#core/import/csv/issue-log.ts';
import { decimalVotes, fileDecimalSign } from '#core/import/csv/column-decimals.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { recogniseTable } from '#core/import/platform-files/recognise-sales.ts';
import { habitsBefore } from '#core/evaluation/split-test/habits-before.ts';
import {
  armsInLog,
  countedProducts,
  outcomesInLog,
} from '#core/evaluation/split-test/log-outcomes.ts';
import { armOf } from '#core/evaluation/split-test/split-arms.ts';
import { outcomesInTable, type NoOutcomes } from '#core/evaluation/split-test/split-file.ts';
import {
  keepableLook,
  sumSplit,
  type BuyerOutcomes,
  type NoReading,
} from '#core/evaluation/split-test/split-sums.ts';
import type { SplitReading } from '#core/evaluation/split-test/split-test.ts';
import type { SplitReadRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { openCsv, type CsvFile } from '../file/open-csv.ts';
import { readRows } from '../file/read-rows.ts';
import { readKeyedLog } from './read-keyed-log.ts';

/**
 * Reads what one look of a split test shows: from order exports, in which its arms are found again by its salt, or from a
 * table with a row a buyer that names them. Stores nothing. Returns why a file is not read where it is not.
 */
export async function readSplit(
  { test, look, ...shop }: SplitReadRequest,
  job: Job,
): Promise<SplitReading | NoReading | NoOutcomes> {
  const paced = new ThrottledJob(job);
  const opened = await Promise.all(
    shop.files.map((file) => openCsv({ file, reading: AS_DETECTED })),
  );
  const areOrders = opened.some((csv) => recogniseTable(csv.headers, csv.firstRecords) !== null);
  const outcomes = areOrders
    ? await outcomesOfOrders({ test, look, ...shop }, paced)
    : await outcomesOfTable(opened[0]!, paced);
  if (typeof outcomes === 'string') return outcomes;
  const reading = sumSplit(outcomes, look);
  return typeof reading === 'string' ? reading : keepableLook(reading, test);
}

/** Days without an order at the end of an export that do not mean that it ends too early. */
const QUIET_DAYS = 3;

async function outcomesOfOrders(
  { test, look, ...shop }: SplitReadRequest,
  paced: ThrottledJob,
): Promise<BuyerOutcomes | NoReading> {
  const { log, keys } = await readKeyedLog(shop, paced);
  const arm = armsInLog(log, test.startDay, (buyer) => armOf(test, keys[buyer]!));
  const until = test.startDay + Math.ceil((test.days * look) / test.design.looks);
  if (log.lastDay < until - 1 - QUIET_DAYS) return 'ends-early';
  if (!countedProducts(log, test).includes(true)) return 'not-sold';
  return outcomesInLog(log, test, { arm, ...habitsBefore(log, test.startDay), until });
}

async function outcomesOfTable(
  csv: CsvFile,
  paced: ThrottledJob,
): Promise<BuyerOutcomes | NoOutcomes> {
  const rows = await readRows({ csv, columns: csv.headers, log: new IssueLog() }, paced);
  const coded = csv.headers.map((header) => rows.columns.get(header)!);
  const columns = coded.map(({ texts, codes }) => Array.from(codes, (code) => texts[code]!));
  const decimal = fileDecimalSign(coded.map(decimalVotes));
  return outcomesInTable({ headers: csv.headers, columns }, decimal);
}
