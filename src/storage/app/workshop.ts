import {
  withDeed,
  type NotedDeed,
  type ShopFacts,
  type WorkshopRecord,
} from '#core/app/exercises.ts';
import { database } from '../database/database.ts';
import { loadRanking } from '../plan/plans.ts';
import { withStorage } from '../database/quota.ts';
import { loadCalendars } from '../plan/seasons.ts';
import { changeSetting, loadSetting } from './settings.ts';
import { loadTrainingReport } from '../model/trainings.ts';

/** Loads what shows which exercises are done; null where the data set is gone. */
export async function loadShopFacts(datasetId: number): Promise<ShopFacts | null> {
  const [dataset, workshop, report, ranking, calendars] = await Promise.all([
    withStorage(() => database.datasets.get(datasetId)),
    loadSetting('workshop'),
    loadTrainingReport(datasetId),
    loadRanking(datasetId),
    loadCalendars(datasetId),
  ]);
  if (!dataset) return null;
  return {
    noted: workshop?.noted[datasetId] ?? [],
    recipe: dataset.recipe ?? null,
    isTrained: report !== undefined,
    planned: ranking?.plans.map(({ product }) => product.id) ?? [],
    calendars,
  };
}

/** Begins a workshop. What was noted in one that is on stays: its data sets may come back by an undo. */
export function beginWorkshop(startedAt: number): Promise<void> {
  return changeSetting('workshop', (before) => ({
    ...{ startedAt, isBarHidden: false },
    noted: before?.noted ?? {},
  }));
}

/** Changes the workshop that is on; does nothing where none is. */
export function changeWorkshop(to: (before: WorkshopRecord) => WorkshopRecord): Promise<void> {
  return changeSetting('workshop', (before) => before && to(before));
}

/** Notes an action of the seller that counts as an exercise. */
export function noteDeed(datasetId: number, deed: NotedDeed): Promise<void> {
  return changeWorkshop((before) => withDeed(before, datasetId, deed));
}

/** Ends the workshop, and forgets what was done in it. */
export function endWorkshop(): Promise<void> {
  return withStorage(() => database.settings.delete('workshop'));
}
