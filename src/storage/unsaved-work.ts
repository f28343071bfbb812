import { isStanding } from '#core/ledger/adopted-plan.ts';
import { database } from './database.ts';
import { withStorage } from './quota.ts';
import { loadSetting } from './settings.ts';

/** What would be lost with this device: made since the last project file. */
export interface UnsavedWork {
  /** null: none was ever saved. */
  readonly savedAt: number | null;
  readonly trainingCount: number;
  /** Plans that stand: what was withdrawn is shown nowhere else either. */
  readonly adoptedCount: number;
}

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
