import {
  type PassphraseStrength,
  LEAST_CHARACTERS,
} from '#core/files/project/passphrase-strength.ts';
import type { LeftOut, RestoredDataset } from '#core/files/project/project-reports.ts';
import type { Progress } from '#core/base/progress.ts';
import { m } from '#messages';
import { countedLaunches, countedPlans } from '#components/words/counts.ts';
import { formatCount } from '#components/words/numbers.ts';
import { formatMoment } from '#components/words/dates.ts';
import { listed } from '#components/words/lists.ts';

interface UnsavedWork {
  readonly savedAt: number | null;
  readonly trainingCount: number;
  readonly adoptedCount: number;
}

export function strengthWords(strength: PassphraseStrength): string {
  if (strength === 'too-short') {
    return m.project_strength_too_short({ least: formatCount(LEAST_CHARACTERS) });
  }
  if (strength === 'weak') return m.project_strength_weak();
  return strength === 'fair' ? m.project_strength_fair() : m.project_strength_strong();
}

/** Says what is being done with a project file. */
export function projectStep(progress: Progress | null): string {
  if (progress?.phase === 'check') return m.project_checking();
  if (progress?.phase === 'restore') return m.project_writing();
  return m.project_preparing();
}

export function restoredWords(dataset: RestoredDataset): string {
  const { name, launchCount, modelCount, planCount, adoptedCount } = dataset;
  return m.project_restored_dataset({
    name,
    launches: countedLaunches(launchCount),
    models: m.project_models({ count: modelCount, text: formatCount(modelCount) }),
    plans: countedPlans(planCount),
    adopted: adoptedWords(adoptedCount),
  });
}

/** Says what a saved file lacks, a sentence each. */
export function leftOutWords({ name, isFileLost, lostModelCount }: LeftOut): string[] {
  const count = { count: lostModelCount, text: formatCount(lostModelCount) };
  return [
    ...(isFileLost ? [m.project_left_out_file({ name })] : []),
    ...(lostModelCount > 0 ? [m.project_left_out_models({ ...count, name })] : []),
  ];
}

/** Returns whether any training or adopted plan is in no project file yet. */
export function isUnsaved({ trainingCount, adoptedCount }: UnsavedWork): boolean {
  return trainingCount + adoptedCount > 0;
}

/** Says what would be lost with the device, else when it was last saved; empty if there is neither. */
export function unsavedWords(work: UnsavedWork): string {
  const { savedAt, trainingCount, adoptedCount } = work;
  if (!isUnsaved(work)) {
    return savedAt === null ? '' : m.project_last_saved({ moment: formatMoment(savedAt) });
  }
  const trainings = m.project_trainings({
    count: trainingCount,
    text: formatCount(trainingCount),
  });
  const parts = [
    ...(trainingCount > 0 ? [trainings] : []),
    ...(adoptedCount > 0 ? [adoptedWords(adoptedCount)] : []),
  ];
  return savedAt === null
    ? m.project_unsaved_never({ work: listed(parts) })
    : m.project_unsaved_since({ work: listed(parts), moment: formatMoment(savedAt) });
}

function adoptedWords(count: number): string {
  return m.project_adopted({ count, text: formatCount(count) });
}
