// What a seller says of selling events, kept in the record of the data set: it goes and comes back with it.

import type { Market } from '#core/events/markets.ts';
import type { EventId } from '#core/events/selling-events.ts';
import type { SellingEventsSaid } from '#core/events/selling-events-choice.ts';
import { ownValue } from '#core/lookup.ts';
import { decodeColumn } from '#core/table/encode.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';

/** null: no events; undefined: as if it had never been chosen. What it was before. */
export function saveMarket(
  datasetId: number,
  market: Market | null | undefined,
): Promise<Market | null | undefined> {
  return change(datasetId, ({ market: before, ...said }) => ({
    said: market === undefined ? said : { ...said, market },
    before,
  }));
}

/** undefined: what the words say counts again. What was said before. */
export function saveEventEdit(
  datasetId: number,
  title: string,
  events: readonly EventId[] | undefined,
): Promise<readonly EventId[] | undefined> {
  return change(datasetId, ({ editsByTitle = {}, ...said }) => {
    const others = Object.entries(editsByTitle).filter(([other]) => other !== title);
    const own: (typeof others)[number][] = events ? [[title, events]] : [];
    return {
      said: { ...said, editsByTitle: Object.fromEntries([...others, ...own]) },
      before: ownValue(editsByTitle, title),
    };
  });
}

/** Titles that the seller has said something of and that launches have, so that a model learns from it. */
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

interface Changed<Before> {
  readonly said: SellingEventsSaid;
  readonly before: Before;
}

function change<Before>(
  datasetId: number,
  to: (said: SellingEventsSaid) => Changed<Before>,
): Promise<Before> {
  return withStorage(() =>
    database.transaction('rw', database.datasets, async () => {
      const { said, before } = to((await readRecord(datasetId)).events ?? {});
      await database.datasets.update(datasetId, { events: said });
      return before;
    }),
  );
}
