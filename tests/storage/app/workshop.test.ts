import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { doneExercises } from '#core/app/exercises.ts';
import { deleteDataset, saveDataset } from '#storage/data/datasets.ts';
import { saveRanking } from '#storage/plan/plans.ts';
import { saveCalendar } from '#storage/plan/seasons.ts';
import { loadSetting } from '#storage/app/settings.ts';
import {
  beginWorkshop,
  changeWorkshop,
  endWorkshop,
  loadShopFacts,
  noteDeed,
} from '#storage/app/workshop.ts';
import { launchTable } from '../../support/launch-table.ts';
import { noSource } from '../../support/source.ts';

beforeEach(emptyDatabase);

async function storedShop(): Promise<number> {
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Shop', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  const origin = { sample: 'demo-shop', importedAt: 1, ...noSource() } as const;
  const { datasetId } = await saveDataset({ ...origin, report, table: launchTable([{}]) });
  return datasetId;
}

const begin = () => beginWorkshop(1);

describe('what is stored of the demo shop', () => {
  it('is what exercises ask for, and is gone with it', async () => {
    const id = await storedShop();
    await begin();
    expect(doneExercises((await loadShopFacts(id))!)).toEqual([]);
    await noteDeed(id, 'saw-findings');
    const plans = [{ product: { id: 'p1' } }];
    await saveRanking({ datasetId: id, modelId: 1, plans } as unknown as Ranking);
    const limits = { ...usualLimits(100), mostPerWeek: 1 };
    await saveCalendar({
      ...{ datasetId: id, name: 'Season', madeAt: 1, plannedAt: 1, limits },
      ...{ value: 1, bound: 1, placements: [] },
    });
    expect(await loadShopFacts(id)).toMatchObject({ planned: ['p1'], isTrained: false });
    expect(doneExercises((await loadShopFacts(id))!)).toEqual(['findings', 'plans', 'limit']);
    await deleteDataset(id);
    expect(await loadShopFacts(id)).toBeNull();
  });
});

describe('a workshop', () => {
  it('notes what is done while it is on, and nothing otherwise', async () => {
    await noteDeed(1, 'saw-findings');
    expect(await loadSetting('workshop')).toBeUndefined();
    await begin();
    await Promise.all([noteDeed(1, 'saw-findings'), noteDeed(1, 'changed-plan')]);
    expect((await loadSetting('workshop'))?.noted).toEqual({ 1: ['saw-findings', 'changed-plan'] });
    await endWorkshop();
    expect(await loadSetting('workshop')).toBeUndefined();
  });

  it('keeps what was noted where a workshop begins anew, because an undo may bring the shop back', async () => {
    await begin();
    await noteDeed(3, 'saw-findings');
    await changeWorkshop((on) => ({ ...on, isBarHidden: true }));
    await beginWorkshop(9);
    const noted = { 3: ['saw-findings'] };
    expect(await loadSetting('workshop')).toEqual({ startedAt: 9, isBarHidden: false, noted });
  });
});
