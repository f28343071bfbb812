import type { Ranking } from '#core/launch/launch-plan.ts';
import type { SeasonOffers } from '#core/season/season-offers.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';

/** With what a season can be planned of; without it, a season cannot. */
export function saveRanking(ranking: Ranking, offers?: SeasonOffers): Promise<void> {
  const { datasetId } = ranking;
  return withStorage(() =>
    database.transaction('rw', database.datasets, database.plans, database.offers, async () => {
      await readRecord(datasetId);
      await database.plans.put(ranking);
      if (offers) await database.offers.put(offers);
      else await database.offers.delete(datasetId);
    }),
  );
}

/** It stays when the model is replaced; its modelId then differs, and it is out of date. */
export function loadRanking(datasetId: number): Promise<Ranking | undefined> {
  return withStorage(() => database.plans.get(datasetId));
}
