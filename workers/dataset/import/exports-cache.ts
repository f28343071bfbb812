// Keeps what was read of a shop's files while the seller decides what counts as a launch.

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
import { openCsv } from '../file/open-csv.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readRows } from '../file/read-rows.ts';
import { splitFiles, type NamedFile } from '../file/split-files.ts';

export interface OpenedExports {
  readonly files: readonly FileFacts[];
  readonly joined: JoinedExports;
}

export class ExportsCache {
  #key = '';
  #opened: OpenedExports | null = null;

  /** Reads the files, unless they are those read last. */
  async open(request: ShopFiles, job: ThrottledJob): Promise<OpenedExports> {
    const key = keyOf(request);
    if (this.#opened === null || key !== this.#key) {
      this.#opened = null; // two shops need not fit into memory at once
      this.#opened = await readShop(request, job);
      this.#key = key;
    }
    return this.#opened;
  }

  clear(): void {
    this.#opened = null;
  }
}

/** Files cross to the worker as copies, so they are identified by name, size and modification time. */
function keyOf({ files, timeZone }: ShopFiles): string {
  const facts = files.map(({ name, size, lastModified }) => [name, size, lastModified]);
  return JSON.stringify([timeZone, facts]);
}

async function readShop(shop: ShopFiles, job: ThrottledJob): Promise<OpenedExports> {
  const { timeZone } = shop;
  const files = await splitFiles(shop.files);
  const alone: (ExportFile | null)[] = [];
  for (const file of files) alone.push(await readExport(file, job, recogniseTable));
  const known = alone.flatMap((opened) => opened?.found ?? []);
  const read: ExportFile[] = [];
  const facts: FileFacts[] = [];
  for (const [i, file] of files.entries()) {
    const opened =
      alone[i] ?? (await readExport(file, job, (headers) => recogniseBeside(headers, known)));
    if (opened) read.push(opened);
    facts.push(resultFacts(file, opened));
  }
  const joined = joinExports(read, timeZone);
  const strange = facts.filter(({ found }) => found === null);
  const problems = strange.map(({ name }) => ({ kind: 'unrecognised', file: name }) as const);
  return { files: facts, joined: { ...joined, problems: [...problems, ...joined.problems] } };
}

function resultFacts({ name, file }: NamedFile, opened: ExportFile | null): FileFacts {
  const sizeBytes = file.size;
  if (opened === null) return { name, sizeBytes, rowCount: 0, found: null, account: null };
  const { format, kind } = opened.found;
  return {
    ...{ name, sizeBytes, rowCount: opened.rows.rowNumbers.length },
    found: { formatId: format.id, platform: format.platform, kind },
    account: isReadable(opened.found) ? fileAccount(opened) : null,
  };
}

/**
 * Reads only columns with a meaning; names and addresses of buyers have none. Null where the file is not recognised.
 */
async function readExport(
  file: NamedFile,
  job: ThrottledJob,
  recognise: typeof recogniseTable,
): Promise<ExportFile | null> {
  const csv = await openCsv(file);
  const found = recognise(csv.headers, csv.firstRecords);
  if (found === null) return null;
  const columns = Object.values(found.columns).flat();
  const rows = await readRows({ csv, columns, log: new IssueLog() }, job);
  return { name: file.name, found, rows, above: csv.linesAbove };
}
