import type {
  SplitReading,
  SplitTest,
  StoredSplitTest,
} from '#core/evaluation/split-test/split-test.ts';
import { inDataset } from '../data/datasets.ts';
import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';

/** Loads the split tests of a data set, in the order in which they were set up. */
export function loadSplitTests(datasetId: number): Promise<StoredSplitTest[]> {
  return withStorage(() => database.splitTests.where({ datasetId }).sortBy('id'));
}

/**
 * Stores a split test: a new one, or one with its ID in place of what was stored. Throws AppError dataset-missing where the
 * data set is gone.
 */
export function saveSplitTest(test: SplitTest): Promise<StoredSplitTest> {
  return inDataset(test.datasetId, [database.splitTests], async () => {
    const { id: known, ...rest } = test;
    if (known === undefined) return { ...rest, id: await database.splitTests.add(rest) };
    await database.splitTests.put({ ...rest, id: known });
    return { ...rest, id: known };
  });
}

/**
 * Adds what a look of a stored test shows, in place of what that look showed before; other looks stay as another tab may
 * have stored them. Does nothing where the test is gone. Throws AppError dataset-missing where the data set is.
 */
export function saveSplitReading(
  { id, datasetId }: Pick<StoredSplitTest, 'id' | 'datasetId'>,
  reading: SplitReading,
): Promise<void> {
  return inDataset(datasetId, [database.splitTests], async () => {
    const stored = await database.splitTests.get(id);
    if (!stored) return;
    const others = stored.readings.filter(({ look }) => look !== reading.look);
    const readings = [...others, reading].toSorted((a, b) => a.look - b.look);
    await database.splitTests.put({ ...stored, readings });
  });
}

/** Removes a split test. Throws AppError dataset-missing where the data set is gone. */
export function removeSplitTest({
  id,
  datasetId,
}: Pick<StoredSplitTest, 'id' | 'datasetId'>): Promise<void> {
  return inDataset(datasetId, [database.splitTests], () => database.splitTests.delete(id));
}
