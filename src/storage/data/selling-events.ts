// Stores the seller's choices about sales events (selling events in code). They are in the record of the data set, so
// they are deleted and restored with it.

import type { Market } from '#core/launch/events/markets.ts';
import type { EventId } from '#core/launch/events/selling-events.ts';
import type { SellingEventsSaid } from '#core/launch/events/selling-events-choice.ts';
import { ownValue } from '#core/base/lookup.ts';
import { isChangedSince } from '#core/base/record-change.ts';
import { decodeColumn } from '#core/import/columns/encode-column.ts';
import { database } from '../database/database.ts';
import { inDataset, readRecord } from './datasets.ts';
import { withStorage } from '../database/quota.ts';
import type { UndoOptions, ValueChange, ValueConflict } from '../database/undo-changes.ts';

/** Chosen market. null: no sales events; undefined: none has been chosen. */
type SaidMarket = Market | null | undefined;
/** Sales events chosen for a title; undefined: those found in its words count. */
type SaidEvents = readonly EventId[] | undefined;

/**
 * Stores the chosen market and returns the choice before. Throws AppError dataset-missing where the data set is gone.
 */
export function saveMarket(datasetId: number, market: SaidMarket): Promise<SaidMarket> {
  return change(datasetId, (said) => ({ said: withMarket(said, market), result: said.market }));
}

/**
 * Undoes a choice of market. Throws AppError dataset-missing where the data set is gone.
 * Returns null, or the current choice where another tab has changed it since; then nothing is done, unless forced.
 */
export function undoMarket(
  datasetId: number,
  deed: ValueChange<SaidMarket>,
  { isForced = false }: UndoOptions = {},
): Promise<ValueConflict<SaidMarket> | null> {
  return change(datasetId, (said) =>
    !isForced && isChangedSince(deed, said.market)
      ? { said, result: { now: said.market } }
      : { said: withMarket(said, deed.before), result: null },
  );
}

/**
 * Stores the sales events chosen for a title and returns the choice before; undefined removes the choice. Throws
 * AppError dataset-missing where the data set is gone.
 */
export function saveEventEdit(
  datasetId: number,
  title: string,
  events: SaidEvents,
): Promise<SaidEvents> {
  return change(datasetId, (said) => ({
    said: withEdit(said, title, events),
    result: editOf(said, title),
  }));
}

/**
 * Undoes a choice for a title. Handles conflicts as `undoMarket` does. Throws AppError dataset-missing where the data
 * set is gone.
 */
export function undoEventEdit(
  datasetId: number,
  { title, ...deed }: ValueChange<SaidEvents> & { readonly title: string },
  { isForced = false }: UndoOptions = {},
): Promise<ValueConflict<SaidEvents> | null> {
  return change(datasetId, (said) => {
    const now = editOf(said, title);
    return !isForced && isChangedSince(deed, now)
      ? { said, result: { now } }
      : { said: withEdit(said, title, deed.before), result: null };
  });
}

function withMarket(said: SellingEventsSaid, market: SaidMarket): SellingEventsSaid {
  if (market !== undefined) return { ...said, market };
  return said.editsByTitle ? { editsByTitle: said.editsByTitle } : {};
}

function editOf({ editsByTitle = {} }: SellingEventsSaid, title: string): SaidEvents {
  return ownValue(editsByTitle, title);
}

function withEdit(
  { editsByTitle = {}, ...said }: SellingEventsSaid,
  title: string,
  events: SaidEvents,
): SellingEventsSaid {
  const others = Object.entries(editsByTitle).filter(([other]) => other !== title);
  const own: (typeof others)[number][] = events ? [[title, events]] : [];
  return { ...said, editsByTitle: Object.fromEntries([...others, ...own]) };
}

/**
 * Loads the titles of launches for which the seller chose sales events: models learn from these choices. Throws
 * AppError dataset-missing where the data set is gone.
 */
export function loadEditedLaunchTitles(datasetId: number): Promise<ReadonlySet<string>> {
  const { datasets, columns } = database;
  return withStorage(() =>
    database.transaction('r', datasets, columns, async () => {
      const { editsByTitle = {} } = (await readRecord(datasetId)).events ?? {};
      if (Object.keys(editsByTitle).length === 0) return new Set<string>();
      const chunks = await columns
        .where('[datasetId+name+chunk]')
        .between([datasetId, 'title'], [datasetId, 'title', []])
        .toArray();
      const titles = decodeColumn(
        'text',
        chunks.map(({ bytes, isPacked }) => ({ bytes, isPlain: !isPacked })),
      ).values as readonly string[];
      return new Set(titles.filter((title) => Object.hasOwn(editsByTitle, title)));
    }),
  );
}

interface Changed<Result> {
  readonly said: SellingEventsSaid;
  readonly result: Result;
}

function change<Result>(
  datasetId: number,
  to: (said: SellingEventsSaid) => Changed<Result>,
): Promise<Result> {
  return inDataset(datasetId, [], async ({ events = {} }) => {
    const { said, result } = to(events);
    await database.datasets.update(datasetId, { events: said });
    return result;
  });
}
