import { emptyDatabase, everythingStored } from '../../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { freezePlan } from '#core/ledger/entries/adopted-plan.ts';
import { adoptPlans, loadLedger } from '#storage/plan/ledger.ts';
import { importResults } from '#workers/dataset/import/import-results.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { asDetected, csvFile, fixture, jobFor, PLAIN_IMPORT } from '../../../support/csv-file.ts';
import {
  sampleAction,
  samplePlan,
  sampleProduct,
  sampleRanking,
} from '../../../support/ranking.ts';

/** The horizon of two of the plans below is over, that of the third is not. */
const TODAY = 20_100;

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const file = fixture('american.csv');
  const { mapping } = await previewFile(asDetected(file), jobFor());
  ({ datasetId } = await importFile({ ...PLAIN_IMPORT, file, mapping, name: 'Shop' }, jobFor()));
  for (const [id, title, launchDay] of [
    ['N-1', 'Birch Bowl', 20_000],
    ['N-2', 'Felt Coaster', 20_000],
    ['N-3', 'Copper Lantern', 40_000],
  ] as const) {
    const plan = samplePlan({
      product: sampleProduct({ id, title }),
      action: sampleAction({ launchDay }),
    });
    await adoptPlans(datasetId, [
      freezePlan(plan, sampleRanking(), { report: null, adoptedAt: 1 }),
    ]);
  }
});

const importText = (text: string) =>
  importResults({ file: csvFile(text, 'results.csv'), datasetId, today: TODAY }, jobFor());

describe('importResults', () => {
  it('enters what fits and accounts for the rest', async () => {
    const before = await loadLedger(datasetId);
    const imported = await importText(
      [
        'SKU,Product,Units sold,Revenue,Ad spend',
        'N-1,Birch Bowl,90,"$1,200.50",40',
        ',felt coaster,12,,',
        'N-3,Copper Lantern,5,,',
        'N-1,Birch Bowl,95,,',
        'X-9,Nobody,4,,',
        'N-2,Felt Coaster,-2,,',
      ].join('\n'),
    );
    expect(imported.changes.map((change) => change.before)).toEqual(before);
    expect(imported.report).toMatchObject({
      ...{ fileName: 'results.csv', rowsRead: 6, knownCount: 0, repeatedCount: 0 },
      entered: [
        { title: 'Birch Bowl', units: 90, isEarly: false, otherUnits: [95] },
        { title: 'Felt Coaster', units: 12, isEarly: false },
        { title: 'Copper Lantern', units: 5, isEarly: true },
      ],
      unknown: { count: 1, names: ['Nobody'] },
      refused: [{ rowNumber: 7, problem: 'negative-units', cell: '-2' }],
      issues: [],
    });
    const [bowl] = await loadLedger(datasetId);
    expect(bowl?.actual).toMatchObject({ revenue: 1200.5, adSpend: 40, source: 'results.csv' });
  });

  it('tells launches of the history from products that nobody knows', async () => {
    const { report } = await importResults(
      { file: fixture('american.csv'), datasetId, today: TODAY },
      jobFor(),
    );
    expect(report.entered).toEqual([]);
    expect(report.inHistory.count + report.refused.length).toBe(report.rowsRead);
    expect(report.unknown.count).toBe(0);
  });

  it.each([
    { says: 'no products', text: 'units\n5\n', field: 'title' },
    { says: 'nothing counted', text: 'title\nMug\n', field: 'units' },
  ])('refuses a file with $says, and changes nothing', async ({ text, field }) => {
    const before = await everythingStored();
    await expect(importText(text)).rejects.toMatchObject({
      ...{ code: 'mapping-invalid', details: { reason: 'column-missing', field } },
    });
    expect(await everythingStored()).toEqual(before);
  });

  it('stops when asked, and changes nothing', async () => {
    const before = await everythingStored();
    const stop = new AbortController();
    stop.abort();
    const file = csvFile('title,units\nBirch Bowl,5\n');
    const importing = importResults(
      { file, datasetId, today: TODAY },
      jobFor(undefined, stop.signal),
    );
    await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
    expect(await everythingStored()).toEqual(before);
  });
});
