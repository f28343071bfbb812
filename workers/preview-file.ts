import type { FilePreview } from '#core/csv/import-report.ts';
import { IssueLog } from '#core/csv/issue-log.ts';
import { matchHeaders } from '#core/schema/match-headers.ts';
import { validateMapping } from '#core/schema/validate-mapping.ts';
import type { Job } from '#protocol/job.ts';
import { hasContent, openCsv } from './open-csv.ts';
import { PacedJob } from './paced-job.ts';
import { noteRepeatedHeaders } from './read-rows.ts';

const ROWS_SHOWN = 20;
/** Enough to tell what a column holds. */
const ROWS_SAMPLED = 2_000;

/** Reads the beginning of a file and proposes what its columns mean; stores nothing. */
export async function previewFile(file: File, job: Job): Promise<FilePreview> {
  const paced = new PacedJob(job);
  await paced.step({ phase: 'read', done: 0, total: file.size });
  const csv = await openCsv(file);
  await paced.step({ phase: 'read', done: file.size, total: file.size });
  const { delimiter, headers } = csv;
  const { encoding } = csv.text;
  const rows = csv.firstRecords.filter(hasContent).slice(0, ROWS_SAMPLED);
  const { matches, ...mapping } = matchHeaders(headers, rows);
  const log = new IssueLog();
  noteRepeatedHeaders(csv, log);
  return {
    ...{ fileName: file.name, sizeBytes: file.size, encoding, delimiter, headers, mapping },
    matches,
    sampleRows: rows.slice(0, ROWS_SHOWN).map((row) => headers.map((_, i) => row[i] ?? '')),
    issues: [...validateMapping(mapping, headers), ...log.issues()],
  };
}
