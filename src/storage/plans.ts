import type { Ranking } from '#core/launch/launch-plan.ts';
import type { SeasonOffers } from '#core/season/season-offers.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { dropPlannedParts } from './planned-parts.ts';
import { withStorage } from './quota.ts';

/** With what a season can be planned of; without it, a season cannot. */
export function saveRanking(ranking: Ranking, offers?: SeasonOffers): Promise<void> {
  const { datasetId } = ranking;
  const { datasets, plans, offers: table, checkpoints } = database;
  return withStorage(() =>
    database.transaction('rw', [datasets, plans, table, checkpoints], async () => {
      await readRecord(datasetId);
      await plans.put(ranking);
      if (offers) await table.put(offers);
      else await table.delete(datasetId);
      await dropPlannedParts(datasetId);
    }),
  );
}

/** It stays when the model is replaced; its modelId then differs, and it is out of date. */
export function loadRanking(datasetId: number): Promise<Ranking | undefined> {
  return withStorage(() => database.plans.get(datasetId));
}
