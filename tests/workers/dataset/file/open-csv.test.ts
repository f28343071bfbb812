import { describe, expect, it } from 'vitest';
import { cellAt } from '#core/import/csv/coded-column.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { openCsv } from '#workers/dataset/file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { readRows } from '#workers/dataset/file/read-rows.ts';
import { asDetected, csvFile, jobFor } from '../../../support/csv-file.ts';

const HEADER = 'title,launch_date,units';
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `Mug ${i},2024-03-0${1 + (i % 9)},${i}`);
const MANY = 10_000_000;

async function readAll(content: string) {
  const log = new IssueLog();
  const csv = await openCsv(asDetected(csvFile(content)));
  const read = await readRows({ csv, columns: csv.headers, log }, new ThrottledJob(jobFor()));
  return { headers: csv.headers, rows: read, issues: log.issues() };
}

describe('openCsv', () => {
  it('takes a header of a thousand columns, and refuses one more with their number', async () => {
    const table = (columns: number) =>
      `${'a,'.repeat(columns - 1)}b\n${'1,'.repeat(columns - 1)}2\n`;
    const { headers } = await openCsv(asDetected(csvFile(table(1_000))));
    expect(headers).toHaveLength(1_000);
    expect(headers.slice(0, 3)).toEqual(['a', 'a (2)', 'a (3)']);
    await expect(openCsv(asDetected(csvFile(table(10_000))))).rejects.toMatchObject({
      code: 'too-many-columns',
      details: { found: 10_000 },
    });
  });

  it.each([
    ['whose first name is of 10 MB', `${'x'.repeat(MANY)},${HEADER}\n1,${rows(1)[0]!}\n`],
    ['below a million empty lines', `${'\n'.repeat(1_000_000)}${HEADER}\n${rows(9).join('\n')}`],
  ])('refuses a header %s', async (_, content) => {
    await expect(openCsv(asDetected(csvFile(content)))).rejects.toMatchObject({
      code: 'header-not-found',
    });
  });

  it('gives a column no longer name than one can read', async () => {
    const { headers } = await openCsv(
      asDetected(csvFile(`${HEADER},${'x'.repeat(100_000)}\n${rows(9).join('\n')}`)),
    );
    expect(headers.at(-1)).toBe(`${'x'.repeat(199)}…`);
  });

  it('numbers the columns of a file without a header, and reads its first row', async () => {
    const read = await readAll(`${rows(9).join('\n')}\nMug 9,2024-03-01,9,new\n`);
    expect(read.headers).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4']);
    expect(cellAt(read.rows.columns.get('Column 1')!, 0)).toBe('Mug 0');
    expect(read.rows.rowNumbers[0]).toBe(1);
    expect(read.rows.rowNumbers).toHaveLength(10);
    expect(read.issues.map(({ kind }) => kind)).toEqual(['ragged-row', 'no-header']);
  });

  it('names columns without what cannot be seen', async () => {
    const { headers } = await openCsv(
      asDetected(csvFile(`\uFEFF\u202Etitle,\u2066\u2069,<b>units</b>\n${rows(9).join('\n')}`)),
    );
    expect(headers).toEqual(['title', 'Column 2', '<b>units</b>']);
  });
});

describe('reading rows', () => {
  it('cuts a cell of 10 MB to what a spreadsheet holds, and says where', async () => {
    const long = `杯${'子'.repeat(MANY / 3)}`;
    const { rows: read, issues } = await readAll(
      [HEADER, ...rows(20), `${long},2024-05-05,7`].join('\n'),
    );
    expect(read.rowNumbers).toHaveLength(21);
    expect(cellAt(read.columns.get('title')!, 20)).toBe(`杯${'子'.repeat(32_766)}`);
    expect(cellAt(read.columns.get('units')!, 20)).toBe('7');
    expect(issues).toMatchObject([{ kind: 'long-cell', column: 'title', rows: [22], rowCount: 1 }]);
  });

  it('reads a Chinese description of 20,000 characters to its end', async () => {
    const long = `${'杯子'.repeat(9_999)}末尾`;
    const { rows: read, issues } = await readAll([HEADER, `${long},2024-05-05,7`].join('\n'));
    expect(cellAt(read.columns.get('title')!, 0)).toBe(long);
    expect(issues).toEqual([]);
  });

  it('passes over a million empty lines and counts them as a spreadsheet does', async () => {
    const { rows: read, issues } = await readAll(
      `${HEADER}\n${rows(9).join('\n')}${'\n'.repeat(1_000_001)}${rows(1)[0]!}`,
    );
    expect(read.rowNumbers).toHaveLength(10);
    expect(read.rowNumbers.at(-1)).toBe(1_000_011);
    expect(issues).toEqual([]);
  });

  it('reads on where no quote of 60,000 is ever closed, and says so', async () => {
    const lines = Array.from({ length: 60_001 }, (_, i) => `a"b,2024-03-11,"${i}`);
    const { rows: read, issues } = await readAll([HEADER, ...lines].join('\n'));
    expect(read.rowNumbers).toHaveLength(lines.length);
    expect(issues).toMatchObject([{ kind: 'unclosed-quote' }]);
  });
});

describe('what is no table', () => {
  const BEGINNING = `${HEADER}\n${rows(20).join('\n')}\n`;
  const LONG = 60_000_000;

  it('is a row without an end, refused with its number', async () => {
    await expect(readAll(`${BEGINNING}${'x'.repeat(LONG)}`)).rejects.toMatchObject({
      ...{ code: 'record-too-long', details: { row: 22, mostBytes: 16 * 1024 ** 2 } },
    });
  });

  it('is not a quote without an end, which is a letter as in any smaller file', async () => {
    const lines = 'Mug,2024-03-08,5\n'.repeat(1_500_000);
    const { rows: read, issues } = await readAll(`${BEGINNING}"${lines}`);
    expect(read.rowNumbers).toHaveLength(1_500_020);
    expect(issues).toMatchObject([{ kind: 'unclosed-quote', rowCount: 1 }]);
    expect(cellAt(read.columns.get('title')!, 20)).toBe('"Mug');
  });

  it.each([
    { says: 'than fit into memory', line: '\n1,' },
    { says: 'of nothing than a table may have', line: '\n' },
  ])('is more rows $says', { tags: ['whole'] }, async ({ line }) => {
    const file = new File([HEADER, ...Array<string>(41).fill(line.repeat(250_000))], 'a.csv');
    const csv = await openCsv(asDetected(file));
    const wanted = { csv, columns: csv.headers, log: new IssueLog() };
    await expect(readRows(wanted, new ThrottledJob(jobFor()))).rejects.toMatchObject({
      code: 'table-too-large',
    });
  });
});

describe('a first look', () => {
  it('shows cells without what cannot be seen, and no more of them than fits', async () => {
    const file = csvFile(
      `${HEADER}\n\u202EMug\0,2024-03-11,${'1'.repeat(5_000)}\n`,
      'la\u202Evsc.csv',
    );
    // A NUL in the beginning says that this is no text, so it comes late in real files.
    await expect(previewFile(asDetected(file), jobFor())).rejects.toMatchObject({
      code: 'file-not-text',
    });
    const seen = csvFile(
      `${HEADER}\n\u202EMug,2024-03-11,${'1'.repeat(5_000)}\n`,
      'la\u202Evsc.csv',
    );
    const { fileName, sampleRows } = await previewFile(asDetected(seen), jobFor());
    expect(fileName).toBe('lavsc.csv');
    expect(sampleRows[0]).toEqual(['Mug', '2024-03-11', `${'1'.repeat(199)}…`]);
  });
});
