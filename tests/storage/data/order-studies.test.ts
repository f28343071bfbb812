import { emptyDatabase } from '../../support/database.ts';
import { storeSpring } from '../../support/spring-dataset.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteDataset } from '#storage/data/datasets.ts';
import { loadOrderStudy, saveOrderStudy } from '#storage/data/order-studies.ts';
import { database } from '#storage/database/database.ts';
import {
  loadSplitTests,
  removeSplitTest,
  saveSplitReading,
  saveSplitTest,
} from '#storage/plan/split-tests.ts';
import { sampleOrderStudy } from '../../support/order-study.ts';
import { sampleSplitTest } from '../../support/split-test.ts';

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  datasetId = await storeSpring();
});
afterEach(emptyDatabase);

const test = () => sampleSplitTest({ datasetId });

describe('what orders told', () => {
  it('is stored beside a data set, replaced, and goes with it', async () => {
    expect(await loadOrderStudy(datasetId)).toBeNull();
    const [older, newer] = [sampleOrderStudy(), sampleOrderStudy({ lineCount: 9 })];
    expect(await saveOrderStudy(datasetId, older)).toBeNull();
    expect(await saveOrderStudy(datasetId, newer)).toEqual(older);
    expect(await loadOrderStudy(datasetId)).toEqual(newer);
    await deleteDataset(datasetId);
    expect(await database.orderStudies.count()).toBe(0);
  });

  it('is not stored beside a data set that is gone', async () => {
    const gone = saveOrderStudy(datasetId + 1, sampleOrderStudy());
    await expect(gone).rejects.toMatchObject({ code: 'dataset-missing' });
  });
});

describe('split tests', () => {
  it('are stored, changed and removed', async () => {
    const first = await saveSplitTest(test());
    const second = await saveSplitTest({ ...test(), title: 'Tea' });
    expect(await loadSplitTests(datasetId)).toEqual([first, second]);
    const read = await saveSplitTest({ ...first, days: 14 });
    expect(await loadSplitTests(datasetId)).toEqual([read, second]);
    await removeSplitTest(second);
    expect(await loadSplitTests(datasetId)).toEqual([read]);
  });

  it('keep the looks that another tab has read since', async () => {
    const stored = await saveSplitTest({ ...test(), readings: [] });
    const reading = sampleSplitTest().readings[0]!;
    await saveSplitReading(stored, { ...reading, look: 2 });
    await saveSplitReading(stored, reading);
    await saveSplitReading(stored, { ...reading, groups: [] });
    const [read] = await loadSplitTests(datasetId);
    expect(read!.readings.map(({ look }) => look)).toEqual([1, 2]);
  });

  it('stay removed where a reading ends after that', async () => {
    const stored = await saveSplitTest(test());
    await removeSplitTest(stored);
    await saveSplitReading(stored, stored.readings[0]!);
    expect(await loadSplitTests(datasetId)).toEqual([]);
  });

  it('go with their data set', async () => {
    await saveSplitTest(test());
    await deleteDataset(datasetId);
    expect(await database.splitTests.count()).toBe(0);
  });
});
