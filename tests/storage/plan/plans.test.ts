import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../support/database.ts';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import { loadRanking, saveRanking } from '#storage/plan/plans.ts';

beforeEach(emptyDatabase);

describe('rankings', () => {
  it('are undefined before any plan is made', async () => {
    expect(await loadRanking(1)).toBeUndefined();
  });

  it('are not kept for a data set that is not there', async () => {
    const ranking = { datasetId: 404, modelId: 1, plans: [] } as unknown as Ranking;
    await expect(saveRanking(ranking)).rejects.toMatchObject({ code: 'dataset-missing' });
  });
});
