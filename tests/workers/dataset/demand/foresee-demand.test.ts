import { emptyDatabase } from '../../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { MarketFile } from '#core/import/market/market.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { addMarketFile } from '#storage/data/demand.ts';
import { foreseeDemand } from '#workers/dataset/demand/foresee-demand.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { noSource } from '../../../support/source.ts';

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const mapping = { fields: { productId: 'id', title: 'title' }, attributes: [] };
  const counts = { rowsRead: 2, rowsUsed: 2, rowsSetAside: 0 };
  const table = launchTable([
    { category: 'Lamps', units: 3 },
    { category: 'Rugs', units: 4 },
  ]);
  ({ datasetId } = await saveDataset({
    ...{ sample: null, importedAt: 1, table, ...noSource() },
    report: { name: 'Home', mapping, issues: [], ...counts },
  }));
});

function trends(term: string, weeks: number): MarketFile {
  const first = dayFromCalendar(2023, 1, 2);
  const series = {
    ...{ term, place: 'US', step: 'week', scale: 'index', lastIsPartial: false, download: 1 },
    days: Int32Array.from({ length: weeks }, (_, week) => first + 7 * week),
    values: Float32Array.from({ length: weeks }, (_, week) => 50 + 40 * Math.cos(week / 8.3)),
  };
  const account = { rows: weeks, read: weeks, leftOut: {}, otherColumns: [] };
  const facts = { niche: '', brand: '', asin: '', term: '', updated: NaN, from: NaN, until: NaN };
  return {
    kind: 'trends',
    fileName: `${term}.csv`,
    facts,
    account,
    series: [series],
  } as MarketFile;
}

describe('foreseeDemand', () => {
  it('foresees the searches for the categories of a shop without weeks of its own', async () => {
    await addMarketFile(datasetId, trends('table lamp', 156));
    const { outlook, terms } = await foreseeDemand({ datasetId, language: 'en-US' }, jobFor());
    expect(outlook).toMatchObject({ isOwn: false, weekCount: 156 });
    expect(outlook!.categories.map(({ category, term }) => [category, term])).toEqual([
      ['Lamps', 'table lamp'],
    ]);
    expect(terms).toEqual([
      { category: 'Lamps', term: 'table lamp', isByMeaning: false },
      { category: 'Rugs', term: null, isByMeaning: false },
    ]);
    const units = outlook!.categories[0]!.weeks.map((week) => week.units);
    expect(Math.max(...units) / Math.min(...units)).toBeGreaterThan(2);
  });

  it('knows nothing without files, or with files of other things', async () => {
    expect((await foreseeDemand({ datasetId }, jobFor())).outlook).toBeNull();
    await addMarketFile(datasetId, trends('yoga mat', 156));
    expect((await foreseeDemand({ datasetId }, jobFor())).outlook).toBeNull();
  });

  it('tells when the data set is gone', async () => {
    await expect(foreseeDemand({ datasetId: 99 }, jobFor())).rejects.toMatchObject({
      code: 'dataset-missing',
    });
  });
});
