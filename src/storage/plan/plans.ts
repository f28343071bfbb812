import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { database } from '../database/database.ts';
import { inDataset } from '../data/datasets.ts';
import { deletePlanningCheckpoints } from './planning-checkpoints.ts';
import { withStorage } from '../database/quota.ts';

/**
 * Stores plans, with the offers from which a season is planned. Without offers, no season can be planned. Throws
 * AppError dataset-missing where the data set is gone.
 */
export function saveRanking(ranking: Ranking, offers?: SeasonOffers): Promise<void> {
  const { datasetId } = ranking;
  const { plans, offers: table, checkpoints } = database;
  return inDataset(datasetId, [plans, table, checkpoints], async () => {
    await plans.put(ranking);
    if (offers) await table.put(offers);
    else await table.delete(datasetId);
    await deletePlanningCheckpoints(datasetId);
  });
}

/**
 * Loads the plans of a data set. They stay when the model is replaced: their modelId then differs, and they are
 * outdated.
 */
export function loadRanking(datasetId: number): Promise<Ranking | undefined> {
  return withStorage(() => database.plans.get(datasetId));
}
