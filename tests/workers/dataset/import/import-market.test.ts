import { emptyDatabase, everythingStored } from '../../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { loadDemand, loadDemandKey } from '#storage/data/demand.ts';
import { importMarket } from '#workers/dataset/import/import-market.ts';
import { csvFile, jobFor } from '../../../support/csv-file.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { fileUnder } from '../../../support/market-file.ts';
import { noSource } from '../../../support/source.ts';
import { workbookFile } from '../../../support/workbook.ts';

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  ({ datasetId } = await saveDataset({
    ...{
      sample: null,
      importedAt: 1,
      report,
      table: launchTable([{ title: 'Cloud lamp', category: 'Mugs' }]),
      ...noSource(),
    },
  }));
});

const WEEKS = ['2025-01-05', '2025-01-12', '2025-01-19', '2025-01-26', '2025-02-02'];
const TRENDS = [
  ...['Category: All categories', '', 'Week,cloud lamp: (Worldwide)'],
  ...WEEKS.map((week, i) => `${week},${['<1', '40', '100', '60', '55'][i]}`),
].join('\n');

const importOf = (file: File, job = jobFor()) => importMarket({ file, datasetId }, job);
const stored = async () => (await loadDemand(datasetId)).files;

describe('importMarket', () => {
  it('reads a download of Google Trends, the lines above its table included', async () => {
    const saved = Date.UTC(2025, 1, 4, 12);
    const file = new File([TRENDS], 'multiTimeline.csv', { lastModified: saved });
    const account = await importOf(file);
    expect(account).toEqual({ rows: 5, read: 5, leftOut: {}, otherColumns: [] });
    const [read, ...others] = await stored();
    expect(others).toEqual([]);
    expect(read).toMatchObject({ kind: 'trends', fileName: 'multiTimeline.csv', account });
    const [series] = (read as Extract<typeof read, { readonly kind: 'trends' }>).series;
    expect(series).toMatchObject({ term: 'cloud lamp', step: 'week' });
    expect([...series!.values]).toEqual([0.5, 40, 100, 60, 55]);
    expect(series!.days[0]).toBe(dayFromCalendar(2025, 1, 5));
    // The week of 2 February was not over on the 4th.
    expect(series!.lastIsPartial).toBe(true);
    expect(await loadDemandKey(datasetId)).not.toBeNull();
  });

  it('reads Chinese files in the encoding of Chinese spreadsheets, and Excel files', async () => {
    const rows = WEEKS.map((week, i) => `${week},云朵灯,${100 + i}`);
    const text = ['日期,关键词,搜索指数', ...rows].join('\n');
    const gb18030 = { 日: 'c8d5', 期: 'c6da', 关: 'b9d8', 键: 'bcfc', 词: 'b4ca', 搜: 'cbd1' };
    const others = { 索: 'cbf7', 指: 'd6b8', 数: 'cafd', 云: 'd4c6', 朵: 'b6e4', 灯: 'b5c6' };
    const codes: Readonly<Record<string, string>> = { ...gb18030, ...others };
    const bytes = Array.from(text).flatMap((each) => {
      const code = codes[each];
      return code ? [...Buffer.from(code, 'hex')] : [each.charCodeAt(0)];
    });
    await importOf(csvFile(Uint8Array.from(bytes), 'baidu.csv'));
    await importOf(
      workbookFile([['week', 'keyword', 'volume'], ...WEEKS.map((w) => [w, 'lamp', 5])]),
    );
    expect((await stored()).map((file) => 'series' in file && file.series[0]!.term)).toEqual([
      ...['云朵灯', 'lamp'],
    ]);
  });

  it('finds the table below lines that are as wide as it', async () => {
    const niche = fileUnder('Opportunity Explorer products', {
      'Product Name': 'Cloud lamp, large',
      ASIN: 'B0CLOUD001',
    });
    await importOf(csvFile(niche, 'products.csv'));
    expect(await stored()).toMatchObject([
      {
        ...{ kind: 'niche-products', facts: { niche: 'Cloud lamps' } },
        offers: [{ title: 'Cloud lamp, large', id: 'B0CLOUD001' }],
      },
    ]);
  });

  it('keeps of all top search terms those that share words with the shop’s products', async () => {
    const terms = ['cloud lamp', 'dog bed', 'mug large'].map((term, i) => ({
      ...{ 'Search Term': term, 'Search Frequency Rank': String(i + 1) },
    }));
    const account = await importOf(csvFile(fileUnder('Brand Analytics', ...terms), 'top.csv'));
    expect(account).toMatchObject({ rows: 3, read: 2, leftOut: { 'other-term': 1 } });
    expect(await stored()).toMatchObject([
      { ranks: [{ term: 'cloud lamp' }, { term: 'mug large' }] },
    ]);
  });

  it('says where no search term is about the shop’s products', async () => {
    const term = { 'Search Term': 'dog bed', 'Search Frequency Rank': '1' };
    const other = importOf(csvFile(fileUnder('Brand Analytics', term), 'top.csv'));
    await expect(other).rejects.toMatchObject({ details: { reason: 'other-terms' } });
    expect(await stored()).toEqual([]);
  });

  it('takes the place of an earlier reading of the same file', async () => {
    await importOf(csvFile(TRENDS, 'a.csv'));
    await importOf(csvFile(TRENDS.replace('40', '41'), 'a.csv'));
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    [
      'sku,rating,content\nA,5,Lovely\n',
      { code: 'no-market-data', details: { reason: 'unknown' } },
    ],
    ['week,keyword,search volume\nx,lamp,5\n', { code: 'no-market-data' }],
    ['', { code: 'file-empty' }],
  ])('refuses %j and stores nothing', async (text, error) => {
    const before = await everythingStored();
    await expect(importOf(csvFile(text, 'a.csv'))).rejects.toMatchObject(error);
    expect(await everythingStored()).toEqual(before);
  });

  it('stores nothing where it is stopped, or the data set is gone', async () => {
    const before = await everythingStored();
    const stop = new AbortController();
    const job = jobFor(() => stop.abort(), stop.signal);
    await expect(importOf(csvFile(TRENDS), job)).rejects.toMatchObject({ name: 'AbortError' });
    const gone = importMarket({ file: csvFile(TRENDS), datasetId: 99 }, jobFor());
    await expect(gone).rejects.toMatchObject({ code: 'dataset-missing' });
    expect(await everythingStored()).toEqual(before);
  });
});
