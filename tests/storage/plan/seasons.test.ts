import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { saveRanking } from '#storage/plan/plans.ts';
import { deleteDataset, saveDataset } from '#storage/data/datasets.ts';
import {
  deleteCalendar,
  loadCalendars,
  loadOffers,
  saveCalendar,
  undoCalendar,
} from '#storage/plan/seasons.ts';
import { launchTable } from '../../support/launch-table.ts';
import { FIRST_WEEK, randomOffers } from '../../support/random-offers.ts';
import { noSource } from '../../support/source.ts';

beforeEach(emptyDatabase);

async function storedDataset(): Promise<number> {
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  const origin = { sample: null, importedAt: 1, ...noSource() };
  const { datasetId } = await saveDataset({ ...origin, report, table: launchTable([{}]) });
  return datasetId;
}

const offersOf = (datasetId: number) => ({
  ...randomOffers({ seed: 1, products: 2, weeks: 3, channels: 1 }),
  datasetId,
});
const rankingOf = (datasetId: number) =>
  ({ datasetId, modelId: 1, plans: [] }) as unknown as Ranking;
const calendarOf = (datasetId: number, name: string) => ({
  ...{ datasetId, name, madeAt: 1, plannedAt: 1, value: 10, bound: null, placements: [] },
  limits: usualLimits(FIRST_WEEK),
});

describe('offers', () => {
  it('are kept with the ranking that they belong to, and go with one that has none', async () => {
    const datasetId = await storedDataset();
    await saveRanking(rankingOf(datasetId), offersOf(datasetId));
    expect(await loadOffers(datasetId)).toEqual(offersOf(datasetId));
    await saveRanking(rankingOf(datasetId));
    expect(await loadOffers(datasetId)).toBeUndefined();
  });
});

describe('calendars', () => {
  it('are kept in the order in which they were made, changed, and deleted', async () => {
    const datasetId = await storedDataset();
    const { id: first } = await saveCalendar(calendarOf(datasetId, 'one'));
    const { id: second } = await saveCalendar(calendarOf(datasetId, 'two'));
    await saveCalendar({ ...calendarOf(datasetId, 'uno'), id: first });
    const names = (await loadCalendars(datasetId)).map(({ name }) => name);
    expect(names).toEqual(['uno', 'two']);
    expect(await deleteCalendar(second)).toMatchObject({ id: second, name: 'two' });
    expect(await deleteCalendar(second)).toBeNull();
    expect((await loadCalendars(datasetId)).map(({ id }) => id)).toEqual([first]);
  });

  it('keep what two tabs change at once, and are taken back without what the other did', async () => {
    const datasetId = await storedDataset();
    const base = await saveCalendar(calendarOf(datasetId, 'one'));
    const placed = (week: number) => ({
      ...base,
      bound: 90,
      placements: [{ productId: 'a', week, channel: null, adSpend: null, stockUnits: 5 }],
    });
    const renamed = { ...base, name: 'Lean' };
    await Promise.all([saveCalendar(placed(7), base), saveCalendar(renamed, base)]);
    const both = { ...placed(7), name: 'Lean' };
    expect(await loadCalendars(datasetId)).toEqual([both]);
    expect(await undoCalendar({ before: base, after: placed(7) })).toBeNull();
    expect(await loadCalendars(datasetId)).toEqual([renamed]);
  });

  it('are not taken back where another tab changed the same, unless that is wanted', async () => {
    const datasetId = await storedDataset();
    const base = await saveCalendar(calendarOf(datasetId, 'one'));
    const [mine, theirs] = [
      { ...base, name: 'Lean' },
      { ...base, name: 'Bold' },
    ];
    await saveCalendar(mine, base);
    await saveCalendar(theirs, mine);
    const change = { before: base, after: mine };
    expect(await undoCalendar(change)).toEqual({ now: theirs, paths: ['name'] });
    expect(await loadCalendars(datasetId)).toEqual([theirs]);
    expect(await undoCalendar(change, { isForced: true })).toBeNull();
    expect(await loadCalendars(datasetId)).toEqual([base]);
    await deleteCalendar(base.id);
    expect(await undoCalendar(change)).toEqual({ now: null, paths: [''] });
  });

  it('are not kept for a data set that is not there, and go with it', async () => {
    await expect(saveCalendar(calendarOf(404, 'none'))).rejects.toMatchObject({
      code: 'dataset-missing',
    });
    const datasetId = await storedDataset();
    await saveCalendar(calendarOf(datasetId, 'one'));
    await saveRanking(rankingOf(datasetId), offersOf(datasetId));
    await deleteDataset(datasetId);
    expect(await loadCalendars(datasetId)).toEqual([]);
    expect(await loadOffers(datasetId)).toBeUndefined();
  });
});
