import type { AdapterCheck } from '#core/model/training/adapter-check.ts';
import type { Aim } from '#core/planning/plan/aim.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import type { TrainingSettings } from '#core/model/training/training-settings.ts';
import type { RememberedMapping } from '#core/import/schema/remembered-mapping.ts';
import type { WorkshopRecord } from '#core/app/exercises.ts';
import type { LessonRecord } from '#core/lesson/lesson.ts';
import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';

interface Settings {
  readonly computePreference: ComputePreference;
  readonly currentDatasetId: number;
  /** ISO 4217 code, such as "EUR". */
  readonly currency: string;
  readonly planAim: Aim;
  readonly trainingSettings: TrainingSettings;
  /** Missing: true. */
  readonly usesLanguageModel: boolean;
  /** Share of looks where launches are called similar, 0–1. Missing: as usual. */
  readonly looksShare: number;
  /** Whether the image encoder may be downloaded. Missing: not asked yet. */
  readonly readsPictures: boolean;
  /** Time of the last project file, in milliseconds since 1970. */
  readonly projectSavedAt: number;
  readonly adapterVerdicts: Readonly<Record<string, AdapterCheck>>;
  readonly rememberedMappings: readonly RememberedMapping[];
  /** Missing where no workshop is on. */
  readonly workshop: WorkshopRecord;
  /** Missing where nothing of the lesson was answered or reached. */
  readonly lesson: LessonRecord;
  /** Results of a room, one of each device, in the order in which they came. */
  readonly lessonResults: readonly LessonRecord[];
}

/** Returns a setting; undefined where it was never stored. */
export async function loadSetting<Name extends keyof Settings>(
  name: Name,
): Promise<Settings[Name] | undefined> {
  const record = await withStorage(() => database.settings.get(name));
  return record?.value as Settings[Name] | undefined;
}

/** Stores a setting, whatever another tab has stored since; `changeSetting` builds on that. */
export async function saveSetting<Name extends keyof Settings>(
  name: Name,
  value: Settings[Name],
): Promise<void> {
  await withStorage(() => database.settings.put({ name, value }));
}

/**
 * Changes a setting in one transaction, so changes of other tabs are not lost.
 * @param to returns the new value; undefined leaves the stored one
 */
export function changeSetting<Name extends keyof Settings>(
  name: Name,
  to: (before: Settings[Name] | undefined) => Settings[Name] | undefined,
): Promise<void> {
  const { settings } = database;
  return withStorage(() =>
    database.transaction('rw', settings, async () => {
      const before = (await settings.get(name))?.value as Settings[Name] | undefined;
      const after = to(before);
      if (after !== undefined && after !== before) await settings.put({ name, value: after });
    }),
  );
}
