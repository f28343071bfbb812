import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asDetected, csvFile, fixture, jobFor, PLAIN_IMPORT } from '../../../support/csv-file.ts';
import { emptyDatabase, everythingStored, fillStorageAfter } from '../../../support/database.ts';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { Progress } from '#core/base/progress.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import type { Job } from '#protocol/job.ts';
import { listDatasets, loadLaunchTable } from '#storage/data/datasets.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';

const mapping: Mapping = {
  fields: { productId: 'id', title: 'title', launchDate: 'day', units: 'units' },
  attributes: [],
};

function launches(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const day = `2024-0${1 + (i % 9)}-0${1 + (i % 7)}`;
    return `${i},Product ${i},${day},${i + 1}\n`;
  });
  return `id,title,day,units\n${rows.join('')}`;
}

function importText(text: string | File, as: Mapping = mapping, job: Job = jobFor()) {
  const file = typeof text === 'string' ? csvFile(text) : text;
  return importFile({ ...PLAIN_IMPORT, file, mapping: as, name: 'Spring' }, job);
}

/** As the page does: the proposed mapping, unchanged. */
async function importAsProposed(file: File): Promise<ImportReport> {
  return importText(file, (await previewFile(asDetected(file), jobFor())).mapping);
}

beforeEach(emptyDatabase);

/** Of so many a day, from New Year on. */
function launchesADay(count: number, aDay: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(i / aDay))).toISOString().slice(0, 10);
    return `${i},Product ${i},${day},${i + 1}\n`;
  });
  return `id,title,day,units\n${rows.join('')}`;
}

describe('importFile', () => {
  it('stores nothing of rows that can hardly be launches, until it is said that they are', async () => {
    const file = csvFile(launchesADay(1_200, 20));
    const before = await everythingStored();
    const request = { ...PLAIN_IMPORT, file, mapping, name: 'Spring' };
    const unsure = { ...request, areLaunches: false };
    await expect(importFile(unsure, jobFor())).rejects.toMatchObject({
      code: 'launches-implausible',
      details: { launchCount: 1_200, onBusiestDay: 20, busiestDay: dayFromCalendar(2024, 1, 1) },
    });
    expect(await everythingStored()).toEqual(before);
    expect(await importFile(request, jobFor())).toMatchObject({ rowsUsed: 1_200 });
  });

  it.each([
    { file: 'american.csv', title: 'Oak Tray', price: 1012.5, channels: ['Web', 'Retail'] },
    {
      file: 'german.windows-1252.csv',
      title: 'Eichentablett',
      price: 1012.5,
      channels: ['Web', 'Läden'],
    },
    { file: 'chinese.gb18030.csv', title: '橡木托盘', price: 1012.5, channels: ['天猫', '京东'] },
    {
      file: 'japanese.shift_jis.csv',
      title: 'オークトレイ',
      price: 1012,
      channels: ['楽天', '自社'],
    },
  ])('reads $file as its seller meant it', async ({ file, title, price, channels }) => {
    const report = await importAsProposed(fixture(file));
    expect(report).toMatchObject({ rowsRead: 10, rowsUsed: 10, rowsSetAside: 0 });
    const table = await loadLaunchTable(report.datasetId);
    expect(table.title[1]).toBe(title);
    expect(table.listPrice[1]).toBe(price);
    expect(table.channel.slice(0, 2)).toEqual(channels);
    expect([...table.launchDay.slice(0, 2)]).toEqual([
      dayFromCalendar(2024, 1, 8),
      dayFromCalendar(2024, 1, 25),
    ]);
    expect([...table.units.slice(0, 3)]).toEqual([900, 970, 1040]);
    expect(table.revenue[1]).toBe(price * 970);
  });

  it("reads Excel's Unicode text with its day numbers", async () => {
    const report = await importAsProposed(fixture('excel-unicode-text.utf-16le.txt'));
    const table = await loadLaunchTable(report.datasetId);
    expect(table.launchDay[0]).toBe(dayFromCalendar(2024, 1, 8));
    expect(table.title[0]).toBe('Enamel Mug');
  });

  it('reads dates in the order that the seller says', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},Mug ${i},03/04/2024,${i + 1}`);
    const file = csvFile(['id,title,day,units', ...rows].join('\n'));
    const request = { ...PLAIN_IMPORT, file, mapping, name: 'Spring' };
    const { datasetId, issues } = await importFile(
      { ...request, dateOrder: 'month-first' },
      jobFor(),
    );
    expect(issues.map(({ kind }) => kind)).not.toContain('ambiguous-date-order');
    const { launchDay } = await loadLaunchTable(datasetId);
    expect(launchDay[0]).toBe(dayFromCalendar(2024, 3, 4));
  });

  it('reports each column that stays out, and offers none of them as an attribute', async () => {
    const lines = launches(40).trimEnd().split('\n');
    const file = csvFile(lines.map((line, i) => `${line},${i ? 'ana@x.org' : 'email'}`).join('\n'));
    const request = { ...PLAIN_IMPORT, file, mapping, name: 'Spring', dropColumns: ['email'] };
    const { issues } = await importFile(request, jobFor());
    expect(issues).toMatchObject([
      { kind: 'personal-column-dropped', severity: 'info', column: 'email', rowCount: 0 },
    ]);
  });

  it('accounts for every row of an untidy table, with the numbers that a spreadsheet shows', async () => {
    const fields = {
      ...{ productId: 'id', title: 'title', launchDate: 'launched' },
      ...{ listPrice: 'price', salePrice: 'price (2)', units: 'units' },
    };
    const report = await importText(fixture('untidy.csv'), { fields, attributes: [] });
    expect(report).toMatchObject({ rowsRead: 14, rowsUsed: 9, rowsSetAside: 5 });
    const found = report.issues.map(({ kind, rows }) => [kind, ...rows]);
    expect(Object.fromEntries(found.map(([kind, ...rows]) => [kind, rows]))).toEqual({
      'duplicate-header': [],
      'ragged-row': [15, 16],
      'number-not-finite': [5],
      'unreadable-number': [16],
      'negative-number': [10],
      'unreadable-date': [7],
      'duplicate-row': [8],
      'missing-outcome': [11, 15],
      'missing-title': [9],
      'missing-launch-date': [12],
      'duplicate-id': [13, 14],
      'few-launches': [],
    });
  });

  it('keeps the name, the sample and the mapping', async () => {
    const file = csvFile(launches(40));
    const report = await importFile(
      { ...PLAIN_IMPORT, file, mapping, name: 'Demo', sample: 'demo-shop' as const },
      jobFor(),
    );
    expect(report).toMatchObject({ name: 'Demo', mapping, rowsUsed: 40, issues: [] });
    expect(await listDatasets()).toMatchObject([{ name: 'Demo', sample: 'demo-shop', report }]);
  });

  it('reads a large file in parts, and finds an encoding that shows only at its end', async () => {
    const filler = 'x'.repeat(200);
    const rows = Array.from({ length: 12_000 }, (_, i) => `${i},${filler},2024-03-08,5\n`);
    const text = `id,title,day,units\n${rows.join('')}last,Café,2024-03-08,5\n`;
    expect(text.length).toBeGreaterThan(2 * 1024 * 1024);
    const file = csvFile(Uint8Array.from(Buffer.from(text, 'latin1')));
    const { datasetId, rowsUsed } = await importText(file);
    expect(rowsUsed).toBe(12_001);
    const { title, productId } = await loadLaunchTable(datasetId);
    expect([title.at(-1), title.at(-2), productId[7000]]).toEqual(['Café', filler, '7000']);
  });

  it('reads two columns out of 300', async () => {
    const headers = ['day', 'units', ...Array.from({ length: 298 }, (_, i) => `extra ${i}`)];
    const rows = Array.from({ length: 30 }, (_, i) => [
      '2024-03-08',
      String(i),
      ...headers.slice(2),
    ]);
    const text = [headers, ...rows].map((row) => row.join(',')).join('\n');
    const fields = { launchDate: 'day', units: 'units' };
    const report = await importText(text, { fields, attributes: [] });
    expect(report.rowsUsed).toBe(30);
    expect(report.issues).toMatchObject([
      { kind: 'missing-title', rowCount: 30 },
      { kind: 'columns-not-used', rowCount: 298 },
    ]);
  });

  it('reports each phase from its beginning to its end', async () => {
    const seen: Progress[] = [];
    const file = csvFile(launches(40));
    await importText(
      file,
      mapping,
      jobFor((progress) => seen.push(progress)),
    );
    const phases = ['read', 'type', 'store'].map((phase) => seen.filter((p) => p.phase === phase));
    expect(phases.flat()).toEqual(seen);
    for (const reports of phases) expect(reports.at(-1)!.done).toBe(reports.at(-1)!.total);
    expect(phases[0]!.at(-1)!.total).toBe(file.size);
  });
});

describe('an import that cannot work', () => {
  let freeStorage = (): void => undefined;
  afterEach(() => freeStorage());

  /** Runs after an earlier import, which must survive untouched. */
  async function failure(attempt: () => Promise<unknown>): Promise<unknown> {
    await importText(launches(40));
    const before = await everythingStored();
    const error = await attempt().then(
      () => 'no error',
      (reason: unknown) => reason,
    );
    freeStorage();
    expect(await everythingStored()).toEqual(before);
    return error;
  }

  it.each([
    { says: 'an empty file', text: '', code: 'file-empty' },
    { says: 'a header alone', text: 'id,title,day,units\n', code: 'header-only' },
    { says: 'a picture', text: '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', code: 'file-not-text' },
    { says: 'seven launches', text: launches(7), code: 'too-few-launches' },
  ])('says why for $says, and changes nothing', async ({ text, code }) => {
    expect(await failure(() => importText(text))).toMatchObject({ code });
  });

  it('says how many launches it found of how many it needs', async () => {
    const text = `${launches(7)}8,No date,,5\n`;
    expect(await failure(() => importText(text))).toMatchObject({
      details: { rowsUsed: 7, rowsRead: 8, minimum: 8 },
    });
  });

  it.each([
    {
      says: 'a column with two meanings',
      fields: { ...mapping.fields, revenue: 'units' },
      details: { reason: 'column-mapped-twice', column: 'units' },
    },
    {
      says: 'a column that is not there',
      fields: { ...mapping.fields, brand: 'maker' },
      details: { reason: 'column-missing', column: 'maker', field: 'brand' },
    },
    {
      says: 'no launch date',
      fields: { units: 'units' },
      details: { reason: 'no-launch-date-column', field: 'launchDate' },
    },
    {
      says: 'no outcome',
      fields: { launchDate: 'day' },
      details: { reason: 'no-outcome-column', field: 'units' },
    },
  ])('names the column or the field for $says', async ({ fields, details }) => {
    const error = await failure(() => importText(launches(40), { fields, attributes: [] }));
    expect(error).toMatchObject({ code: 'mapping-invalid', details });
  });

  it.each(['read', 'type', 'store'])(
    'changes nothing when it is stopped in phase %s',
    async (phase) => {
      const stop = new AbortController();
      const job = jobFor((progress) => progress.phase === phase && stop.abort(), stop.signal);
      const error = await failure(() => importText(launches(40), mapping, job));
      expect(error).toMatchObject({ name: 'AbortError' });
    },
  );

  it('changes nothing when the storage is full', async () => {
    const error = await failure(() => {
      freeStorage = fillStorageAfter(10);
      return importText(launches(40));
    });
    expect(error).toMatchObject({ code: 'storage-full' });
  });

  it('works at 20 rows and warns that they are few', async () => {
    const { rowsUsed, issues } = await importText(launches(20));
    expect(rowsUsed).toBe(20);
    expect(issues).toMatchObject([{ kind: 'few-launches', severity: 'warning', rowCount: 20 }]);
  });
});
