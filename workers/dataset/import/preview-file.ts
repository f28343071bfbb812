import type { FilePreview, UndecidedDate } from '#core/import/columns/import-report.ts';
import { inertText, shortText } from '#core/base/text/inert-text.ts';
import { aroundLost, LOST } from '#core/import/csv/lost-text.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { NO_HEADER } from '#core/import/csv/reading-choice.ts';
import { guessDateOrder } from '#core/import/values/read-date.ts';
import { cleanCell } from '#core/import/values/read-text.ts';
import { findPersonalColumns } from '#core/import/privacy/personal-columns.ts';
import { tableKind } from '#core/import/kind/table-kind.ts';
import { columnFacts } from '#core/import/schema/column-facts.ts';
import { matchHeaders } from '#core/import/schema/match-headers.ts';
import { validateMapping } from '#core/import/schema/validate-mapping.ts';
import type { FileToRead } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { sampledRows, type CsvFile } from '../file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { noteHeaders } from '../file/read-rows.ts';
import { FileCache } from './file-cache.ts';

const ROWS_SHOWN = 20;
const CHARACTERS_SHOWN = 200;

/** Reads the beginning of a file and proposes what its columns mean; stores nothing. */
export async function previewFile(
  request: FileToRead,
  job: Job,
  cache = new FileCache(),
): Promise<FilePreview> {
  const { file } = request;
  const paced = new ThrottledJob(job);
  await paced.step({ phase: 'read', done: 0, total: file.size });
  const csv = await cache.open(request);
  await paced.step({ phase: 'read', done: file.size, total: file.size });
  const { delimiter, headers } = csv;
  const headerRow = csv.hasHeader ? csv.headerRow : NO_HEADER;
  const { encoding } = csv.text;
  const rows = sampledRows(csv);
  const personal = findPersonalColumns(headers, rows);
  const except = personal.map(({ header }) => header);
  const { matches, fitting, dates, lacks, ...mapping } = matchHeaders(headers, rows, { except });
  const log = new IssueLog();
  noteHeaders(csv, log);
  noteLost(csv, log);
  return {
    ...{
      fileName: inertText(file.name),
      sizeBytes: file.size,
      encoding,
      delimiter,
      headers,
      mapping,
    },
    ...{ headerRow, matches, fitting, personal, undecidedDates: undecidedDates(headers, rows) },
    kind: tableKind({ fileName: file.name, headers, rows, matches }),
    facts: columnFacts(headers, rows, { dates, lacks }),
    parts: csv.parts,
    sampleRows: rows
      .slice(0, ROWS_SHOWN)
      .map((row) => headers.map((_, i) => shortText(inertText(row[i] ?? ''), CHARACTERS_SHOWN))),
    issues: [...validateMapping(mapping, headers), ...log.issues()],
  };
}

/** Notes undecodable text now, while another encoding can still be chosen. */
function noteLost({ headers, headerRow, firstRecords }: CsvFile, log: IssueLog): void {
  for (const [index, record] of firstRecords.entries())
    for (const [place, column] of headers.entries()) {
      const cell = record[place] ?? '';
      if (!cell.includes(LOST)) continue;
      const finding = { kind: 'undecodable-text', severity: 'warning', column } as const;
      log.add(finding, headerRow + 1 + index, aroundLost(cell));
    }
}

function undecidedDates(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): UndecidedDate[] {
  return headers.flatMap((header, index): UndecidedDate[] => {
    const { undecided } = guessDateOrder(rows.map((row) => row[index] ?? ''));
    return undecided === null ? [] : [{ header, sample: cleanCell(undecided) }];
  });
}
