import { IssueLog } from '#core/import/csv/issue-log.ts';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';
import { fileAccount } from '#core/import/derivation/file-account.ts';
import { isReadable } from '#core/import/derivation/file-problems.ts';
import {
  joinExports,
  type ExportFile,
  type JoinedExports,
} from '#core/import/derivation/join-exports.ts';
import { recogniseBeside } from '#core/import/platform-files/recognise-beside.ts';
import { recogniseTable } from '#core/import/platform-files/recognise-sales.ts';
import type { ShopFiles } from '#protocol/dataset-requests.ts';
import type { CsvFile } from '../file/open-csv.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readRows } from '../file/read-rows.ts';
import { freshId } from '#workers/runtime/fresh-id.ts';
import { splitFiles, type NamedFile } from '../file/split-files.ts';

/** What was read of a shop's files. */
export interface ShopReading {
  readonly files: readonly FileFacts[];
  readonly joined: JoinedExports;
}

type OpenTable = (table: NamedFile) => Promise<CsvFile>;

/**
 * Reads the files of one shop and joins them. Only columns with a meaning are read; names and addresses of buyers have
 * none. What tells buyers apart becomes a hash with a salt that is forgotten at once. A file that is no export counts as
 * a problem. Throws what openCsv() and readRows() throw.
 */
export async function readShop(
  { files: chosen, timeZone }: ShopFiles,
  job: ThrottledJob,
  open: OpenTable,
): Promise<ShopReading> {
  const files = await splitFiles(chosen);
  const read = async (file: NamedFile, recognise: typeof recogniseTable) =>
    readExport(file.name, await open(file), { job, recognise });
  const alone: (ExportFile | null)[] = [];
  for (const file of files) alone.push(await read(file, recogniseTable));
  const known = alone.flatMap((opened) => opened?.found ?? []);
  const exports: ExportFile[] = [];
  const facts: FileFacts[] = [];
  for (const [i, file] of files.entries()) {
    const opened = alone[i] ?? (await read(file, (headers) => recogniseBeside(headers, known)));
    if (opened) exports.push(opened);
    facts.push(fileFacts(file, opened));
  }
  const joined = joinExports(exports, timeZone, freshId());
  const strange = facts.filter(({ found }) => found === null);
  const problems = strange.map(({ name }) => ({ kind: 'unrecognised', file: name }) as const);
  return { files: facts, joined: { ...joined, problems: [...problems, ...joined.problems] } };
}

function fileFacts({ name, file }: NamedFile, opened: ExportFile | null): FileFacts {
  const sizeBytes = file.size;
  if (opened === null) return { name, sizeBytes, rowCount: 0, found: null, account: null };
  const { format, kind } = opened.found;
  return {
    ...{ name, sizeBytes, rowCount: opened.rows.rowNumbers.length },
    found: { formatId: format.id, platform: format.platform, kind },
    account: isReadable(opened.found) ? fileAccount(opened) : null,
  };
}

interface ExportReading {
  readonly job: ThrottledJob;
  readonly recognise: typeof recogniseTable;
}

/** Returns null where the table is not recognised. */
async function readExport(
  name: string,
  csv: CsvFile,
  { job, recognise }: ExportReading,
): Promise<ExportFile | null> {
  const found = recognise(csv.headers, csv.firstRecords);
  if (found === null) return null;
  const columns = Object.values(found.columns).flat();
  const rows = await readRows({ csv, columns, log: new IssueLog() }, job);
  return { name, found, rows, above: csv.linesAbove };
}
