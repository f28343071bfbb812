// Stores a file's columns as they are, part by part, while it is being read. The rows that are needed at once stay in
// memory, so that they need not be loaded again.

import type { SourceFacts } from '#core/import/csv/source-facts.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { RowJoiner, type TextRows } from '#core/import/csv/text-rows.ts';
import { discardSource, requireWholeSource, storePart } from '#storage/data/sources.ts';
import type { CsvFile } from '../file/open-csv.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readParts } from '../file/read-rows.ts';
import { freshId } from '#workers/runtime/fresh-id.ts';

interface StoreRequest {
  readonly csv: CsvFile;
  /** Headers of columns that are not stored. */
  readonly dropped: readonly string[];
  /** Headers of the columns to return. */
  readonly wanted: readonly string[];
}

interface StoredSource {
  readonly source: SourceFacts;
  /** All rows with the wanted columns, as `loadSource` would load them. */
  readonly rows: TextRows;
}

const decoder = new TextDecoder();

/**
 * Stores the columns of a file. If it fails or is stopped, nothing of the file stays. Throws AppError source-lost where
 * part of it is gone again, and what readParts() throws.
 */
export async function storeSource(
  { csv, dropped, wanted }: StoreRequest,
  job: ThrottledJob,
): Promise<StoredSource> {
  const headers = csv.headers.filter((header) => !dropped.includes(header));
  const writer = { id: freshId(), headers };
  const log = new IssueLog();
  for (const column of dropped)
    log.note({ kind: 'personal-column-dropped', severity: 'info', column }, 0);
  const kept = headers.filter((header) => wanted.includes(header));
  const places = kept.map((header) => headers.indexOf(header));
  const decode = (bytes: Uint8Array) => decoder.decode(bytes);
  const joiner = new RowJoiner({ headers, kept, decode });
  let partCount = 0;
  let writing: Promise<void> = Promise.resolve();
  try {
    // One part is written while the next one is read.
    const rowCount = await readParts({ csv, columns: headers, log }, job, async (part) => {
      await writing;
      writing = storePart(writer, partCount++, part);
      joiner.add({ ...part, columns: places.map((place) => part.columns[place]!) });
      writing.catch(() => undefined); // reported when it is awaited
    });
    await writing;
    const source = { ...writer, rowCount, issues: log.issues() };
    await requireWholeSource(source);
    return { source, rows: joiner.rows() };
  } catch (error) {
    await writing.catch(() => undefined);
    await discardSource(writer.id);
    throw error;
  }
}
