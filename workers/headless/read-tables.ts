// Reads the files of a headless run as the app would store them.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { FieldName } from '#core/launch/fields.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { matchProductHeaders } from '#core/import/schema/match-product-headers.ts';
import type { BuiltLaunches } from '#core/import/table/build-launch-table.ts';
import { buildProducts } from '#core/import/table/build-products.ts';
import { buildRowsToPredict } from '#core/import/table/build-rows-to-predict.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { Job } from '#protocol/job.ts';
import { openCsv } from '../dataset/file/open-csv.ts';
import { ThrottledJob } from '../runtime/throttled-job.ts';
import { previewFile } from '../dataset/import/preview-file.ts';
import { readLaunches } from '../dataset/import/read-launches.ts';
import { readRows } from '../dataset/file/read-rows.ts';

interface HistoryOptions {
  /** JSON file with the column mapping, in place of the one that the headers suggest. */
  readonly mappingPath?: string | undefined;
  /** Column that is counted as units. */
  readonly outcome?: string | undefined;
}

/** Launches that were read, and the columns they were read from. */
export type History = BuiltLaunches;

/** Reads past launches from a file. */
export async function readHistory(path: string, options: HistoryOptions): Promise<History> {
  const file = fileAt(path);
  const suggested = options.mappingPath
    ? (JSON.parse(readFileSync(options.mappingPath, 'utf8')) as Mapping)
    : (await previewFile({ file, reading: AS_DETECTED }, quietJob())).mapping;
  const mapping = options.outcome ? withOutcome(suggested, options.outcome) : suggested;
  // The same files give the same launches on any day.
  return readLaunches({ file, mapping, today: null }, new ThrottledJob(quietJob()));
}

/** Reads every row in order, without outcomes. */
export async function readRowsToPredict(
  path: string,
  mapping: Mapping,
  history: LaunchTable,
): Promise<LaunchTable> {
  const csv = await openCsv({ file: fileAt(path), reading: AS_DETECTED });
  const columns = [...Object.values(mapping.fields), ...mapping.attributes];
  const known = columns.filter((column) => csv.headers.includes(column));
  const rows = await readRows(
    { csv, columns: known, log: new IssueLog() },
    new ThrottledJob(quietJob()),
  );
  return buildRowsToPredict(rows, plainRecipe(mapping), history);
}

/** Reads new products from a file. Throws where it has no column of titles. */
export async function readProducts(
  path: string,
  { mapping, table, currencies }: History,
): Promise<NewProduct[]> {
  const csv = await openCsv({ file: fileAt(path), reading: AS_DETECTED });
  const matched = matchProductHeaders(csv.headers, csv.firstRecords, mapping);
  if (matched.fields.title === undefined)
    throw new Error(`expected a column of titles in ${path}, got ${csv.headers.join(', ')}`);
  const log = new IssueLog();
  const columns = [...Object.values(matched.fields), ...Object.values(matched.attributes)];
  const rows = await readRows({ csv, columns, log }, new ThrottledJob(quietJob()));
  const money = { currencies, currencyRates: {} };
  const source = { mapping: matched, history: table, takenIds: new Set<string>(), money };
  return buildProducts(rows, { ...source, dateOrder: null, log });
}

function withOutcome({ fields, attributes }: Mapping, outcome: string): Mapping {
  const others = Object.entries(fields).filter(([, column]) => column !== outcome);
  return {
    fields: {
      ...(Object.fromEntries(others) as Partial<Record<FieldName, string>>),
      units: outcome,
    },
    attributes: attributes.filter((column) => column !== outcome),
  };
}

function fileAt(path: string): File {
  return new File([readFileSync(path)], basename(path));
}

function quietJob(): Job {
  return new Job(new AbortController().signal, () => undefined);
}
