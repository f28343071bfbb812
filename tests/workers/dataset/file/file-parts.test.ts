import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromArrays, tableToIPC } from '@uwdata/flechette';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { openCsv } from '#workers/dataset/file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { readRows } from '#workers/dataset/file/read-rows.ts';
import { FileCache } from '#workers/dataset/import/file-cache.ts';
import { holdsExport } from '#workers/dataset/import/open-files.ts';
import { splitFiles } from '#workers/dataset/file/split-files.ts';
import { asDetected, csvFile, jobFor } from '../../../support/csv-file.ts';
import { parquetFile } from '../../../support/duckdb.ts';
import { sheetsFile, type Sheet } from '../../../support/workbook.ts';

const launches = (title: string) => [
  ['title', 'launch date', 'units'],
  [title, '2024-03-08', 5],
];
const SHEETS: readonly Sheet[] = [
  { name: 'Cover', rows: [['Our launches']] },
  { name: 'Spring & “Co”', rows: launches('Mug') },
  { name: 'Nothing', rows: [] },
  { name: 'Autumn', rows: launches('Tray') },
  { name: 'Lists', rows: launches('Vase'), isHidden: true },
];
const BOOK = sheetsFile(SHEETS);
const csv = (title: string) =>
  launches(title)
    .map((row) => row.join(','))
    .join('\n');
const ZIP = new File(
  [
    new Uint8Array(
      zipSync({
        'readme.md': new TextEncoder().encode('no'),
        'a/empty.csv': new Uint8Array(),
        'a/spring.csv': new TextEncoder().encode(csv('Mug')),
        'a/autumn.csv': new TextEncoder().encode(csv('Tray')),
      }),
    ),
  ],
  'shop.zip',
);

const read = (file: File, part: string | null) =>
  previewFile({ file, reading: { ...AS_DETECTED, part } }, jobFor());
const titleIn = async (file: File, part: string | null) =>
  (await read(file, part)).sampleRows[0]![0];

describe('a file of several tables', () => {
  it('names every sheet of a workbook, and reads the first that is shown and has rows', async () => {
    const { parts, sampleRows } = await read(BOOK, null);
    expect(sampleRows[0]![0]).toBe('Mug');
    const usual = { kind: 'sheet', isRead: false, isHidden: false, isEmpty: false };
    expect(parts).toMatchObject([
      { ...usual, name: 'Cover' },
      { ...usual, name: 'Spring & “Co”', isRead: true },
      { ...usual, name: 'Nothing', isEmpty: true },
      { ...usual, name: 'Autumn' },
      { ...usual, name: 'Lists', isHidden: true },
    ]);
  });

  it('names every table of a zip, and reads the first that has anything in it', async () => {
    const { parts, sampleRows } = await read(ZIP, null);
    expect(sampleRows[0]![0]).toBe('Mug');
    const usual = { kind: 'table', isRead: false, isHidden: false, isEmpty: false };
    expect(parts).toMatchObject([
      { ...usual, name: 'a/empty.csv', isEmpty: true, sizeBytes: 0 },
      { ...usual, name: 'a/spring.csv', isRead: true },
      { ...usual, name: 'a/autumn.csv' },
    ]);
  });

  it('is read where it is told to', async () => {
    expect(await titleIn(BOOK, 'Autumn')).toBe('Tray');
    expect(await titleIn(BOOK, 'Lists')).toBe('Vase');
    expect(await titleIn(ZIP, 'a/autumn.csv')).toBe('Tray');
    for (const file of [BOOK, ZIP])
      await expect(read(file, 'Winter')).rejects.toMatchObject({ code: 'no-table-inside' });
  });

  it('says of its other tables that they were not read, by name', async () => {
    const issuesOf = async (file: File) => {
      const log = new IssueLog();
      const opened = await openCsv(asDetected(file));
      await readRows({ csv: opened, columns: opened.headers, log }, new ThrottledJob(jobFor()));
      return log.issues();
    };
    const found = { kind: 'parts-not-read', severity: 'warning' };
    expect(await issuesOf(BOOK)).toMatchObject([
      { ...found, rowCount: 3, samples: ['Cover', 'Autumn', 'Lists'] },
    ]);
    expect(await issuesOf(ZIP)).toMatchObject([
      { ...found, rowCount: 1, samples: ['a/autumn.csv'] },
    ]);
    expect(await issuesOf(csvFile(csv('Mug')))).toEqual([]);
    expect((await read(csvFile(csv('Mug')), null)).parts).toEqual([]);
  });
});

describe('a zip of other files', () => {
  const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());
  const arrow = () =>
    tableToIPC(tableFromArrays({ title: ['Bowl'], 'launch date': ['2024-03-08'], units: [5] }), {
      format: 'file',
    })!;
  const zipOf = (contents: Record<string, Uint8Array>) =>
    new File([new Uint8Array(zipSync(contents))], 'all.zip');

  it('names the sheets of a workbook in it, and reads each as if it had been dropped by itself', async () => {
    const one = await bytesOf(sheetsFile([SHEETS[3]!]));
    const zip = zipOf({
      'a/shop.xlsx': await bytesOf(BOOK),
      'one.xlsx': one,
      'bowls.arrow': arrow(),
    });
    const { parts, sampleRows } = await read(zip, null);
    expect(sampleRows[0]![0]).toBe('Mug');
    expect(parts.map(({ name, isRead, isHidden }) => [name, isRead, isHidden])).toEqual([
      ['a/shop.xlsx › Cover', false, false],
      ['a/shop.xlsx › Spring & “Co”', true, false],
      ['a/shop.xlsx › Nothing', false, false],
      ['a/shop.xlsx › Autumn', false, false],
      ['a/shop.xlsx › Lists', false, true],
      ['one.xlsx', false, false],
      ['bowls.arrow', false, false],
    ]);
    expect(await titleIn(zip, 'a/shop.xlsx › Autumn')).toBe('Tray');
    expect(await titleIn(zip, 'one.xlsx')).toBe('Tray');
    expect(await titleIn(zip, 'bowls.arrow')).toBe('Bowl');
    await expect(read(zip, 'a/shop.xlsx › Winter')).rejects.toMatchObject({
      code: 'no-table-inside',
    });
  });

  it('holds a Parquet file', async () => {
    const database = await (await DuckDBInstance.create()).connect();
    const parquet = await parquetFile(
      database,
      "SELECT 'Cup' AS title, DATE '2024-03-08' AS \"launch date\", 5 AS units",
    );
    expect(await titleIn(zipOf({ 'cups.parquet': await bytesOf(parquet) }), null)).toBe('Cup');
  });

  it('is refused where there is a zip in it, whatever its name', async () => {
    const inner = zipSync({ 'a.csv': new TextEncoder().encode(csv('Mug')) });
    for (const name of ['inner.zip', 'inner.xlsx'])
      await expect(read(zipOf({ [name]: inner }), null)).rejects.toMatchObject({
        code: 'no-table-inside',
      });
  });

  it('tells a damaged file in it from one that is not there', async () => {
    const cut = (await bytesOf(BOOK)).subarray(0, 700);
    await expect(read(zipOf({ 'shop.xlsx': cut }), null)).rejects.toMatchObject({
      code: 'file-damaged',
    });
    await expect(read(zipOf({ 'a.arrow': arrow().subarray(0, 99) }), null)).rejects.toMatchObject({
      code: 'file-damaged',
    });
  });
});

describe('files of a shop', () => {
  const names = async (files: readonly File[]) =>
    (await splitFiles(files)).map(({ name, reading }) => [name, reading.part]);

  it('are as many as there are tables in them', async () => {
    const one = sheetsFile([SHEETS[1]!, SHEETS[2]!], 'one.xlsx');
    expect(await names([csvFile('a,b\n', 'plain.csv'), ZIP, BOOK, one])).toEqual([
      ['plain.csv', null],
      ['shop.zip › a/spring.csv', 'a/spring.csv'],
      ['shop.zip › a/autumn.csv', 'a/autumn.csv'],
      ['shop.xlsx › Cover', 'Cover'],
      ['shop.xlsx › Spring & “Co”', 'Spring & “Co”'],
      ['shop.xlsx › Autumn', 'Autumn'],
      ['shop.xlsx › Lists', 'Lists'],
      ['one.xlsx', null],
    ]);
  });

  it('that cannot be opened stay as they are, for whoever reads them to say why', async () => {
    expect(await names([new File(['PK\x03\x04'], 'broken.zip')])).toEqual([['broken.zip', null]]);
  });

  it('are recognised by any of their tables', async () => {
    const orders =
      'Name,Created at,Lineitem quantity,Lineitem name,Lineitem price\n#1,2024-03-08,1,Mug,5\n';
    const zip = new File(
      [
        new Uint8Array(
          zipSync({
            'notes.txt': new TextEncoder().encode('a,b\n1,2\n'),
            'orders.csv': new TextEncoder().encode(orders),
          }),
        ),
      ],
      'orders.zip',
    );
    const found = [zip, ZIP].map((file) => holdsExport(file, new FileCache()));
    expect(await Promise.all(found)).toEqual([true, false]);
  });
});
