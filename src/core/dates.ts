/** A calendar day as whole days since 1970-01-01 (UTC): no time zones, no Date objects in data. */
export type Day = number;

const DAY_MS = 86_400_000;
export const WEEKS_PER_YEAR = 52;

export function dayFromCalendar(year: number, month: number, dayOfMonth: number): Day {
  // Date.UTC takes the years 0 to 99 for those of the 20th century.
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, dayOfMonth) / DAY_MS);
}

/** Days of an existing calendar date, or NaN: 2023-02-30 is not silently the second of March. */
export function checkedDay(year: number, month: number, dayOfMonth: number): Day {
  const day = dayFromCalendar(year, month, dayOfMonth);
  const date = new Date(day * DAY_MS);
  const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return isSame && date.getUTCFullYear() === year ? day : NaN;
}

export function isoDate(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The calendar day at a moment, where clocks differ from UTC by an offset as Date gives it: west is positive. */
export function dayAt(epochMs: number, offsetMinutes: number): Day {
  return Math.floor((epochMs - offsetMinutes * 60_000) / DAY_MS);
}

export function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** 1–12. */
export function monthOfYear(day: Day): number {
  return new Date(day * DAY_MS).getUTCMonth() + 1;
}

/** The first day of a day's month, or of one that many months later. */
export function monthStart(day: Day, monthsLater = 0): Day {
  const date = new Date(day * DAY_MS);
  return dayFromCalendar(date.getUTCFullYear(), date.getUTCMonth() + 1 + monthsLater, 1);
}

/**
 * Week of the year by ISO 8601, numbered from 0: Monday to Sunday, and of the year that holds its Thursday. So plans, which are
 * made by the week, and past launches tell the season alike in every year. A 53rd week counts as the 52nd.
 */
export function weekOfYear(day: Day): number {
  const thursday = mondayOnOrAfter(day - 6) + 3;
  const january = newYearsDay(yearOf(thursday));
  return Math.min(WEEKS_PER_YEAR - 1, Math.floor((thursday - january) / 7));
}

/** Without a Date: asked for of every action that is compared. */
function newYearsDay(year: number): Day {
  const leapDays = (before: number): number =>
    Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return 365 * (year - 1970) + leapDays(year - 1) - leapDays(1969);
}

/** The first Monday on or after a day (1970-01-01 was a Thursday). */
export function mondayOnOrAfter(day: Day): Day {
  return day + ((7 - ((((day + 3) % 7) + 7) % 7)) % 7);
}

/** 0–11: January is 0. */
export function monthOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCMonth();
}
