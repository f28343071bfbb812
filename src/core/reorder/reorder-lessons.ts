// What past launches tell of the weeks that follow, for both spans of time that an order is about.

import type { LaunchTable } from '../launch/launch-table.ts';
import { WEEKS } from '../schema/weekly-headers.ts';
import { learnRest, type RestLesson, type RestWindow } from './rest-lesson.ts';

export interface PastLaunches {
  readonly table: LaunchTable;
  /** log1p of the units that a model which had not seen the launch expected, by row; NaN where there is none. */
  readonly forecastLogs: ArrayLike<number>;
}

export interface ReorderMoment {
  /** Whole weeks since launch, from 1. */
  readonly after: number;
  /** From order to shelf. */
  readonly leadTimeDays: number;
  /** Weeks since launch that are looked at, at most. */
  readonly lastWeek?: number;
}

export interface ReorderLessons {
  /** Until what is ordered next week could be there. */
  readonly soon: RestWindow;
  /** Until the end of the first twelve weeks, or of as many as past launches tell of. */
  readonly rest: RestWindow;
  /** null: too few launches tell. */
  readonly learnt: { readonly soon: RestLesson; readonly rest: RestLesson } | null;
  /** Whether an order placed now would come when all is over. */
  readonly isTooLate: boolean;
}

const WEEK_DAYS = 7;
/** Where fewer launches know all twelve weeks, fewer weeks are looked at, but not fewer than these. */
const LEAST_WEEKS = 8;

export function reorderLessons(
  { table, forecastLogs }: PastLaunches,
  { after, leadTimeDays, lastWeek = WEEKS }: ReorderMoment,
): ReorderLessons {
  const leadWeeks = Math.ceil(leadTimeDays / WEEK_DAYS);
  const spans = (until: number) => ({
    soon: { after, until: Math.min(until, after + leadWeeks + 1) },
    rest: { after, until },
    isTooLate: after + leadWeeks >= until,
  });
  for (let until = lastWeek; until > after && until >= LEAST_WEEKS; until--) {
    const known = spans(until);
    const rest = learnRest(table, forecastLogs, known.rest);
    const soon = rest && learnRest(table, forecastLogs, known.soon);
    if (soon) return { ...known, learnt: { soon, rest } };
  }
  return { ...spans(Math.max(lastWeek, after + 1)), learnt: null };
}
