import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freezePlan, withResult } from '#core/ledger/entries/adopted-plan.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import {
  addReviews,
  loadOutcomesKey,
  loadReviewReading,
  saveReviewReading,
} from '#storage/data/reviews.ts';
import { database } from '#storage/database/database.ts';
import { countResults, loadHistory } from '#storage/plan/load-history.ts';
import { adoptPlans, changeLedger } from '#storage/plan/ledger.ts';
import { sampleActual } from '../../support/adopted-plan.ts';
import { launchTable } from '../../support/launch-table.ts';
import { samplePlan, sampleRanking, SAMPLE_MONDAY } from '../../support/ranking.ts';
import { review, reviewList } from '../../support/review.ts';
import { reviewReading } from '../../support/review-reading.ts';
import { noSource } from '../../support/source.ts';

beforeEach(emptyDatabase);

async function shopWith(rows: Parameters<typeof launchTable>[0], isEarly = false): Promise<number> {
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const mapping = { fields: {}, attributes: ['material'] };
  const report = { name: 'Spring', mapping, issues: [], ...counts };
  const origin = { sample: null, importedAt: 1, ...noSource() };
  const { datasetId } = await saveDataset({ ...origin, report, table: launchTable(rows) });
  await adoptPlans(datasetId, [
    freezePlan(samplePlan(), sampleRanking(), { report: null, adoptedAt: 1 }),
  ]);
  await changeLedger(datasetId, ([entry]) => ({
    changed: [withResult(entry!, sampleActual({ units: 131, isEarly }))],
  }));
  return datasetId;
}

describe('loadHistory', () => {
  it('is the launches of the file and the results of adopted plans', async () => {
    const datasetId = await shopWith([{ title: 'Blue jug', units: 30 }]);
    const history = await loadHistory(datasetId);
    expect([history.title, [...history.units]]).toEqual([
      ['Blue jug', 'Red mug'],
      [30, 131],
    ]);
    expect(await countResults(datasetId)).toBe(1);
  });

  it('has a result once that the file has too', async () => {
    const datasetId = await shopWith([{ title: 'Red mug', day: SAMPLE_MONDAY + 3, units: 130 }]);
    expect((await loadHistory(datasetId)).rowCount).toBe(1);
    expect(await countResults(datasetId)).toBe(0);
  });

  it('has what reviews tell of launches, without reading what else was found in them', async () => {
    const datasetId = await shopWith([{ productId: 'J', title: 'Blue jug', day: 20_000 }]);
    await addReviews(datasetId, reviewList([review({})]));
    const jug = { productId: 'J', title: 'Blue jug', launchDay: 20_000 };
    await saveReviewReading(datasetId, reviewReading({ launch: [0] }), [
      { ...jug, rating: 4.5, returns: NaN },
    ]);
    const readings = vi.fn<(reading: unknown) => unknown>((reading) => reading);
    database.reviewReadings.hook('reading', readings);
    expect([...(await loadHistory(datasetId)).rating]).toEqual([4.5, NaN]);
    expect(await loadOutcomesKey(datasetId)).not.toBeNull();
    expect(readings).not.toHaveBeenCalled();
    expect(await loadReviewReading(datasetId)).not.toBeNull();
    expect(readings).toHaveBeenCalledOnce();
    database.reviewReadings.hook('reading').unsubscribe(readings);
  });

  it('has nothing of a figure so far', async () => {
    const datasetId = await shopWith([{ title: 'Blue jug' }], true);
    expect(await countResults(datasetId)).toBe(0);
  });
});
