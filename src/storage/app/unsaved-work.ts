import { isStanding } from '#core/ledger/entries/adopted-plan.ts';
import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';
import { loadSetting } from './settings.ts';

/** Work since the last project file: it would be lost with this device. */
export interface UnsavedWork {
  /** Time of the last project file, in milliseconds since 1970; null where none was ever saved. */
  readonly savedAt: number | null;
  readonly trainingCount: number;
  /** Adopted plans without withdrawn ones, which are shown nowhere else either. */
  readonly adoptedCount: number;
}

/** Counts the models trained and the plans adopted since the last project file. */
export async function loadUnsavedWork(): Promise<UnsavedWork> {
  const savedAt = (await loadSetting('projectSavedAt')) ?? null;
  const since = savedAt ?? -Infinity;
  return withStorage(async () => ({
    savedAt,
    trainingCount: await database.trainings
      .filter(({ report }) => report.trainedAt > since)
      .count(),
    adoptedCount: await database.ledger
      .filter((entry) => isStanding(entry) && entry.adoptedAt > since)
      .count(),
  }));
}
