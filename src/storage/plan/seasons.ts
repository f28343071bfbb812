import { mergeChange } from '#core/base/merge-change.ts';
import { isSameRecord } from '#core/base/record-change.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { database } from '../database/database.ts';
import { inDataset } from '../data/datasets.ts';
import { withStorage } from '../database/quota.ts';
import { undoChanges, type UndoOptions } from '../database/undo-changes.ts';

/** Loads the offers of the last ranking; undefined where it was made before offers were kept. */
export function loadOffers(datasetId: number): Promise<SeasonOffers | undefined> {
  return withStorage(() => database.offers.get(datasetId));
}

/** Loads the calendars of a data set, in the order in which they were made. */
export function loadCalendars(datasetId: number): Promise<SeasonCalendar[]> {
  return withStorage(() => database.calendars.where({ datasetId }).sortBy('id'));
}

type NewCalendar = Omit<SeasonCalendar, 'id'> & { readonly id?: number };

/**
 * Stores a calendar. Throws AppError dataset-missing where the data set is gone.
 * @param base version it was made from: where another tab has changed other fields since, its changes stay
 * @returns the calendar as it is stored
 */
export function saveCalendar(
  calendar: NewCalendar,
  base?: SeasonCalendar,
): Promise<SeasonCalendar> {
  return inDataset(calendar.datasetId, [database.calendars], async () => {
    const stored = base && (await database.calendars.get(base.id));
    const kept = stored
      ? laidOnto(stored, { from: base, to: { ...calendar, id: base.id } })
      : calendar;
    return { ...kept, id: await database.calendars.put(kept) };
  });
}

export interface CalendarConflict {
  /** Stored calendar; null where it was removed. */
  readonly now: SeasonCalendar | null;
  /** Paths of values that another tab has changed too. */
  readonly paths: readonly string[];
}

/**
 * Undoes a change, and keeps what another tab has changed since. Throws AppError dataset-missing where the data set is
 * gone.
 * @returns null, or the conflict where both changed the same; then nothing is done, unless forced
 */
export function undoCalendar(
  { before, after }: { readonly before: SeasonCalendar; readonly after: SeasonCalendar },
  { isForced = false }: UndoOptions = {},
): Promise<CalendarConflict | null> {
  return inDataset(before.datasetId, [database.calendars], async () => {
    const now = await database.calendars.get(after.id);
    const paths = now ? mergeChange(after, before, now).conflicts.filter(isOfSeller) : [''];
    if (paths.length > 0 && !isForced) return { now: now ?? null, paths };
    await database.calendars.put(now ? laidOnto(now, { from: after, to: before }) : before);
    return null;
  });
}

/** Deletes a calendar. Returns it as it was stored; null where it was gone already. */
export function deleteCalendar(id: number): Promise<SeasonCalendar | null> {
  const { calendars } = database;
  return withStorage(() =>
    database.transaction('rw', calendars, async () => {
      const removed = await calendars.get(id);
      await calendars.delete(id);
      return removed ?? null;
    }),
  );
}

/**
 * Restores a deleted calendar. Throws AppError dataset-missing where the data set is gone.
 * Returns null, or a conflict where another tab that still showed it has stored it since; then nothing is done, unless
 * forced.
 */
export function restoreCalendar(
  removed: SeasonCalendar,
  options?: UndoOptions,
): Promise<CalendarConflict | null> {
  const change = { id: removed.id, before: removed, after: null };
  return inDataset(removed.datasetId, [database.calendars], async () => {
    const [conflict] = await undoChanges(database.calendars, [change], options);
    if (!conflict?.now) return null;
    const { now } = conflict;
    const nothing: Partial<SeasonCalendar> = { placements: [] };
    return { now, paths: mergeChange(nothing, removed, now).conflicts };
  });
}

/** Returns whether a value is the seller's own; `value` and `bound` follow from the others. */
function isOfSeller(path: string): boolean {
  return path !== 'value' && path !== 'bound';
}

function laidOnto(
  stored: SeasonCalendar,
  { from, to }: { readonly from: SeasonCalendar; readonly to: SeasonCalendar },
): SeasonCalendar {
  const { merged } = mergeChange(from, to, stored);
  const placements = merged.placements.toSorted((one, other) => one.week - other.week);
  const calendar = { ...merged, placements };
  // A bound proved for either calendar does not hold for a mixture of both.
  const proved = [to, stored].find((each) => isSameSeason(each, calendar));
  return { ...calendar, bound: proved ? merged.bound : null };
}

type SeasonContent = Pick<SeasonCalendar, 'placements' | 'limits'>;

function isSameSeason(one: SeasonContent, other: SeasonContent): boolean {
  return isSameRecord([one.placements, one.limits], [other.placements, other.limits]);
}
