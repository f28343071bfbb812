// Stores a file's columns as they are, part by part, while it is being read.

import type { SourceFacts } from '#core/import/csv/source-facts.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { discardSource, storePart } from '#storage/data/sources.ts';
import type { CsvFile } from '../file/open-csv.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readParts } from '../file/read-rows.ts';

interface StoreRequest {
  readonly csv: CsvFile;
  /** Headers of columns that are not stored. */
  readonly dropped: readonly string[];
}

/** Stores the columns of a file. If it fails or is stopped, nothing of the file stays. */
export async function storeSource(
  { csv, dropped }: StoreRequest,
  job: ThrottledJob,
): Promise<SourceFacts> {
  const headers = csv.headers.filter((header) => !dropped.includes(header));
  const writer = { id: freshId(), headers };
  const log = new IssueLog();
  for (const column of dropped)
    log.note({ kind: 'personal-column-dropped', severity: 'info', column }, 0);
  let partCount = 0;
  let writing: Promise<void> = Promise.resolve();
  try {
    // One part is written while the next one is read.
    const rowCount = await readParts({ csv, columns: headers, log }, job, async (part) => {
      await writing;
      writing = storePart(writer, partCount++, part);
      writing.catch(() => undefined); // reported when it is awaited
    });
    await writing;
    return { ...writer, rowCount, issues: log.issues() };
  } catch (error) {
    await writing.catch(() => undefined);
    await discardSource(writer.id);
    throw error;
  }
}

/** Returns a random ID; random UUIDs are not available on every page. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join(
    '-',
  );
}
