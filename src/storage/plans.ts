import type { Ranking } from '#core/launch/launch-plan.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';

export function saveRanking(ranking: Ranking): Promise<void> {
  return withStorage(() =>
    database.transaction('rw', database.datasets, database.plans, async () => {
      await readRecord(ranking.datasetId);
      await database.plans.put(ranking);
    }),
  );
}

/** It stays when the model is replaced; its modelId then differs, and it is out of date. */
export function loadRanking(datasetId: number): Promise<Ranking | undefined> {
  return withStorage(() => database.plans.get(datasetId));
}
