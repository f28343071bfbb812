// The exercises of a workshop with the demo shop. Stored data shows which are done; there is no button to say so.

import type { Recipe } from '../import/recipe/recipe.ts';
import type { SeasonCalendar } from '../season/offers/season-calendar.ts';
import type { SeasonLimits } from '../season/offers/season-limits.ts';

/** Exercises in the order in which they build on each other; any order works. */
export const EXERCISES = ['findings', 'learning', 'plans', 'what-if', 'limit'] as const;
export type ExerciseName = (typeof EXERCISES)[number];

/**
 * Limits of the last exercise: in a quarter with one launch a week, 17 of the demo shop's 30 new products wait, which
 * costs about half of the profit (tests/workers/dataset/project-file/start-files.test.ts).
 */
export const SCARCE_SEASON = { weekCount: 13, mostPerWeek: 1 } as const;

/** Actions that leave no other trace in what is stored. */
export type NotedDeed = 'saw-findings' | 'changed-plan';

/** A workshop in progress. */
export interface WorkshopRecord {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Whether the next exercise is shown on the page of the workshop only. */
  readonly isBarHidden: boolean;
  /** Noted actions by data set. */
  readonly noted: Readonly<Record<number, readonly NotedDeed[]>>;
}

/** Stored facts about the demo shop that exercises depend on. */
export interface ShopFacts {
  readonly noted: readonly NotedDeed[];
  /** null where the way its file is read cannot be changed. */
  readonly recipe: Pick<Recipe, 'treatments'> | null;
  readonly isTrained: boolean;
  /** IDs of planned products, most promising first. */
  readonly planned: readonly string[];
  readonly calendars: readonly Pick<SeasonCalendar, 'limits' | 'bound'>[];
}

const IS_DONE: Readonly<Record<ExerciseName, (facts: ShopFacts) => boolean>> = {
  findings: ({ noted, recipe }) =>
    noted.includes('saw-findings') || Object.keys(recipe?.treatments ?? {}).length > 0,
  learning: ({ isTrained }) => isTrained,
  plans: ({ planned }) => planned.length > 0,
  'what-if': ({ noted }) => noted.includes('changed-plan'),
  // The bound of a calendar holds for the limits it was solved with, and is removed once they change.
  limit: ({ calendars }) =>
    calendars.some(({ limits, bound }) => bound !== null && isLimited(limits)),
};

/** Returns the exercises that are done, in the order of EXERCISES. */
export function doneExercises(facts: ShopFacts): ExerciseName[] {
  return EXERCISES.filter((name) => IS_DONE[name](facts));
}

/** Returns the first exercise that is not done; null where all are. */
export function nextExercise(done: readonly ExerciseName[]): ExerciseName | null {
  return EXERCISES.find((name) => !done.includes(name)) ?? null;
}

/** Returns the workshop with one more action noted; the same object where it was noted already. */
export function withDeed(
  record: WorkshopRecord,
  datasetId: number,
  deed: NotedDeed,
): WorkshopRecord {
  const before = record.noted[datasetId] ?? [];
  if (before.includes(deed)) return record;
  return { ...record, noted: { ...record.noted, [datasetId]: [...before, deed] } };
}

/** Returns whether a season has any limit other than its length. */
function isLimited(limits: SeasonLimits): boolean {
  const { mostPerWeek, adBudget, stockBudget, cashBudget = null } = limits;
  const { channelBudgets, closedWeeks } = limits;
  const sums = [mostPerWeek, adBudget, stockBudget, cashBudget, ...Object.values(channelBudgets)];
  return sums.some((sum) => sum !== null) || closedWeeks.length > 0;
}
