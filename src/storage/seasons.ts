import type { SeasonCalendar } from '#core/season/season-calendar.ts';
import type { SeasonOffers } from '#core/season/season-offers.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';

/** Those of the last ranking; undefined where it was made before they were kept. */
export function loadOffers(datasetId: number): Promise<SeasonOffers | undefined> {
  return withStorage(() => database.offers.get(datasetId));
}

/** In the order in which they were made. */
export function loadCalendars(datasetId: number): Promise<SeasonCalendar[]> {
  return withStorage(() => database.calendars.where({ datasetId }).sortBy('id'));
}

/** @returns its ID */
export function saveCalendar(
  calendar: Omit<SeasonCalendar, 'id'> & { readonly id?: number },
): Promise<number> {
  return withStorage(() =>
    database.transaction('rw', database.datasets, database.calendars, async () => {
      await readRecord(calendar.datasetId);
      return database.calendars.put(calendar);
    }),
  );
}

export function deleteCalendar(id: number): Promise<void> {
  return withStorage(() => database.calendars.delete(id));
}
