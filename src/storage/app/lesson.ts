import type { LessonRecord } from '#core/lesson/lesson.ts';
import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';
import { changeSetting, loadSetting } from './settings.ts';

export function loadLesson(): Promise<LessonRecord | undefined> {
  return loadSetting('lesson');
}

export function changeLesson(
  to: (before: LessonRecord | undefined) => LessonRecord,
): Promise<void> {
  return changeSetting('lesson', to);
}

/** Forgets the answers and marks of this device. */
export function forgetLesson(): Promise<void> {
  return withStorage(() => database.settings.delete('lesson'));
}

export async function loadLessonResults(): Promise<readonly LessonRecord[]> {
  return (await loadSetting('lessonResults')) ?? [];
}

export function changeLessonResults(
  to: (before: readonly LessonRecord[]) => readonly LessonRecord[],
): Promise<void> {
  return changeSetting('lessonResults', (before) => to(before ?? []));
}
