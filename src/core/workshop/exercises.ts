// The exercises of a workshop at the demo shop, and which are done: told by what is stored, never by a press that says so.

import type { Recipe } from '../table/recipe.ts';
import type { SeasonCalendar } from '../season/season-calendar.ts';
import type { SeasonLimits } from '../season/season-limits.ts';

/** In the order in which they build on each other; any order will do. */
export const EXERCISES = ['findings', 'learning', 'plans', 'what-if', 'limit'] as const;
export type ExerciseName = (typeof EXERCISES)[number];

/** What leaves no other trace in what is stored. */
export type NotedDeed = 'saw-findings' | 'changed-plan';

/** A workshop that is on. */
export interface WorkshopRecord {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** The next exercise is shown on the page of the workshop only. */
  readonly isBarHidden: boolean;
  /** By the data set that it was done with. */
  readonly noted: Readonly<Record<number, readonly NotedDeed[]>>;
}

/** What is stored of the demo shop, as far as an exercise asks. */
export interface ShopFacts {
  readonly noted: readonly NotedDeed[];
  /** null: how it is read cannot be changed. */
  readonly recipe: Pick<Recipe, 'treatments'> | null;
  readonly isTrained: boolean;
  /** IDs of products that have a plan, most promising first. */
  readonly planned: readonly string[];
  readonly calendars: readonly Pick<SeasonCalendar, 'limits' | 'bound'>[];
}

const IS_DONE: Readonly<Record<ExerciseName, (facts: ShopFacts) => boolean>> = {
  findings: ({ noted, recipe }) =>
    noted.includes('saw-findings') || Object.keys(recipe?.treatments ?? {}).length > 0,
  learning: ({ isTrained }) => isTrained,
  plans: ({ planned }) => planned.length > 0,
  'what-if': ({ noted }) => noted.includes('changed-plan'),
  // The bound of a calendar holds for the limits that it was looked for with, and is gone once they change.
  limit: ({ calendars }) =>
    calendars.some(({ limits, bound }) => bound !== null && isLimited(limits)),
};

/** In their order. */
export function doneExercises(facts: ShopFacts): ExerciseName[] {
  return EXERCISES.filter((name) => IS_DONE[name](facts));
}

/** null: all are done. */
export function nextExercise(done: readonly ExerciseName[]): ExerciseName | null {
  return EXERCISES.find((name) => !done.includes(name)) ?? null;
}

/** The same workshop with one more deed; the same object where it was noted already. */
export function withDeed(
  record: WorkshopRecord,
  datasetId: number,
  deed: NotedDeed,
): WorkshopRecord {
  const before = record.noted[datasetId] ?? [];
  if (before.includes(deed)) return record;
  return { ...record, noted: { ...record.noted, [datasetId]: [...before, deed] } };
}

/** Whether a season has to keep to anything but its length. */
function isLimited(limits: SeasonLimits): boolean {
  const { mostPerWeek, adBudget, stockBudget, channelBudgets, closedWeeks } = limits;
  const sums = [mostPerWeek, adBudget, stockBudget, ...Object.values(channelBudgets)];
  return sums.some((sum) => sum !== null) || closedWeeks.length > 0;
}
