import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '#storage/database/database.ts';
import { loadRuns, updateRemarks } from '#storage/model/trainings.ts';
import { trainingRun } from '../../support/training-run.ts';

beforeEach(emptyDatabase);

describe('runs', () => {
  it('take what is said of them, and keep what is not', async () => {
    const run = trainingRun({ modelId: 4, name: 'Slow', tags: ['a'] });
    await database.trainings.add(run);
    await updateRemarks(4, { note: 'Half the rate' });
    await updateRemarks(4, { tags: [] });
    await updateRemarks(4, { tags: [] });
    expect(await database.trainings.get(4)).toEqual({ ...run, note: 'Half the rate', tags: [] });
  });

  it('that were removed take nothing', async () => {
    await expect(updateRemarks(4, { name: 'a' })).rejects.toMatchObject({ code: 'model-missing' });
    expect(await database.trainings.count()).toBe(0);
  });

  it('of one data set are listed newest first; none are in use where it is gone', async () => {
    await database.trainings.bulkAdd([
      trainingRun({ modelId: 1 }),
      trainingRun({ modelId: 2, datasetId: 9 }),
      trainingRun({ modelId: 3 }),
    ]);
    const { runs, modelInUse } = await loadRuns(1);
    expect(runs.map(({ modelId }) => modelId)).toEqual([3, 1]);
    expect(modelInUse).toBeNull();
  });
});
