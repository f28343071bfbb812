import { IssueLog } from '#core/import/csv/issue-log.ts';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';
import { fileAccount } from '#core/import/derivation/file-account.ts';
import { isReadable } from '#core/import/derivation/file-problems.ts';
import {
  joinExports,
  type ExportFile,
  type JoinedExports,
} from '#core/import/derivation/join-exports.ts';
import { readId } from '#core/import/platform-files/export-cells.ts';
import type { RecognisedExport } from '#core/import/platform-files/export-format.ts';
import { hashedBuyer } from '#core/import/platform-files/orders/hashed-buyers.ts';
import { recogniseBeside } from '#core/import/platform-files/recognise-beside.ts';
import { recogniseTable } from '#core/import/platform-files/recognise-sales.ts';
import type { ShopFiles } from '#protocol/dataset-requests.ts';
import type { CsvFile } from '../file/open-csv.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readRows } from '../file/read-rows.ts';
import { freshId } from '#workers/runtime/fresh-id.ts';
import { kindOfFile } from './kind-of-file.ts';
import { splitFiles, type NamedFile } from '../file/split-files.ts';

/** What was read of a shop's files. */
export interface ShopReading {
  readonly files: readonly FileFacts[];
  readonly joined: JoinedExports;
}

/** A reading that can write a list of buyers for the seller. It is never kept. */
export interface KeyedReading extends ShopReading {
  /** By the hash of this reading: what tells the buyer apart, as the file has it. */
  readonly keys: ReadonlyMap<string, string>;
  /** Header of the column that does. */
  readonly keyHeader: string;
}

type OpenTable = (table: NamedFile) => Promise<CsvFile>;

/**
 * Reads the files of one shop and joins them. Only columns with a meaning are read. Of what is known of buyers that is one
 * column, which tells them apart; it becomes a hash with a salt that is forgotten at once. A file that is no export counts as
 * a problem. Throws what openCsv() and readRows() throw.
 */
export async function readShop(
  shop: ShopFiles,
  job: ThrottledJob,
  open: OpenTable,
): Promise<ShopReading> {
  const { files, joined } = await readWith(freshId(), shop, { job, open });
  return { files, joined };
}

/** Reads the files as `readShop` does, and keeps what tells buyers apart in memory. */
export async function readKeyedShop(
  shop: ShopFiles,
  job: ThrottledJob,
  open: OpenTable,
): Promise<KeyedReading> {
  const salt = freshId();
  const { files, joined, exports } = await readWith(salt, shop, { job, open });
  const columns = exports.flatMap(({ rows, found }) =>
    buyerHeaders(found).flatMap((header) => rows.columns.get(header) ?? []),
  );
  const keys = columns.flatMap(({ texts }) => texts.map((text) => readId(text)));
  return {
    ...{ files, joined },
    keys: new Map(keys.map((key) => [hashedBuyer(key, salt), key])),
    keyHeader: exports.flatMap(({ found }) => buyerHeaders(found))[0] ?? '',
  };
}

function buyerHeaders({ columns }: RecognisedExport): readonly string[] {
  return 'buyer' in columns ? columns.buyer : [];
}

async function readWith(
  salt: string,
  { files: chosen, timeZone }: ShopFiles,
  { job, open }: { readonly job: ThrottledJob; readonly open: OpenTable },
): Promise<ShopReading & { readonly exports: readonly ExportFile[] }> {
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
    facts.push(opened ? exportFacts(file, opened) : otherFacts(file, await open(file)));
  }
  const joined = joinExports(exports, timeZone, salt);
  const problems = facts.flatMap(({ name, tableKind }) =>
    tableKind === null ? [] : [{ kind: 'unrecognised', file: name, tableKind } as const],
  );
  const told = { ...joined, problems: [...problems, ...joined.problems] };
  return { files: facts, joined: told, exports };
}

function exportFacts({ name, file }: NamedFile, { found, rows }: ExportFile): FileFacts {
  const { format, kind } = found;
  return {
    ...{ name, sizeBytes: file.size, rowCount: rows.rowNumbers.length, tableKind: null },
    found: { formatId: format.id, platform: format.platform, kind },
    account: isReadable(found) ? fileAccount({ rows, found }) : null,
  };
}

function otherFacts({ name, file }: NamedFile, csv: CsvFile): FileFacts {
  const nothing = { rowCount: 0, found: null, account: null };
  return { name, sizeBytes: file.size, tableKind: kindOfFile(name, csv), ...nothing };
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
