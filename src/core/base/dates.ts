/** A calendar day as whole days since 1970-01-01 (UTC). Data holds no time zones and no Date objects. */
export type Day = number;

const DAY_MS = 86_400_000;
export const WEEKS_PER_YEAR = 52;

/** Returns the day of a calendar date; `month` is 1–12. Days beyond the month's end run into the next month. */
export function dayFromCalendar(year: number, month: number, dayOfMonth: number): Day {
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, dayOfMonth) / DAY_MS);
}

/** Returns the day of an existing calendar date, else NaN: 2023-02-30 must not become the second of March. */
export function checkedDay(year: number, month: number, dayOfMonth: number): Day {
  const day = dayFromCalendar(year, month, dayOfMonth);
  const date = new Date(day * DAY_MS);
  const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return isSame && date.getUTCFullYear() === year ? day : NaN;
}

/** Returns the day as YYYY-MM-DD. */
export function isoDate(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Returns the calendar day at a moment. `offsetMinutes` is the offset from UTC as Date gives it: positive in the west.
 */
export function dayAt(epochMs: number, offsetMinutes: number): Day {
  return Math.floor((epochMs - offsetMinutes * 60_000) / DAY_MS);
}

/** Returns the calendar day of a moment, in milliseconds since 1970, in the time zone of this device. */
export function localDay(epochMs: number): Day {
  return dayAt(epochMs, new Date(epochMs).getTimezoneOffset());
}

export function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** Returns the month as 1–12. */
export function monthOfYear(day: Day): number {
  return new Date(day * DAY_MS).getUTCMonth() + 1;
}

/** Returns the first day of the day's month, or of the month `monthsLater` months later. */
export function monthStart(day: Day, monthsLater = 0): Day {
  const date = new Date(day * DAY_MS);
  return dayFromCalendar(date.getUTCFullYear(), date.getUTCMonth() + 1 + monthsLater, 1);
}

/**
 * Returns the ISO 8601 week of the year, from 0: Monday to Sunday, in the year that holds its Thursday. So weekly plans
 * and past launches get the same season every year. A 53rd week counts as the 52nd.
 */
export function weekOfYear(day: Day): number {
  const thursday = mondayOnOrAfter(day - 6) + 3;
  const january = newYearsDay(yearOf(thursday));
  return Math.min(WEEKS_PER_YEAR - 1, Math.floor((thursday - january) / 7));
}

/** Avoids Date for speed: this is called for every action that is compared. */
function newYearsDay(year: number): Day {
  const leapDays = (before: number): number =>
    Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return 365 * (year - 1970) + leapDays(year - 1) - leapDays(1969);
}

/** Returns the first Monday on or after a day (1970-01-01 was a Thursday). */
export function mondayOnOrAfter(day: Day): Day {
  return day + ((7 - ((((day + 3) % 7) + 7) % 7)) % 7);
}

/** Returns the month as 0–11, where January is 0. */
export function monthOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCMonth();
}
