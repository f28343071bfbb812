import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDatabase } from '../../support/database.ts';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import type { ShopFacts, WorkshopRecord } from '#core/app/exercises.ts';
import { Datasets } from '#state/data/datasets.svelte.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { Workshop, type WorkshopPorts } from '#state/app/workshop.svelte.ts';
import type { DatasetSummary } from '#storage/data/datasets.ts';

// Something is stored.
beforeEach(emptyDatabase);

const on: WorkshopRecord = { startedAt: 1, isBarHidden: false, noted: {} };
const FACTS: ShopFacts = {
  ...{ noted: ['changed-plan'], recipe: { treatments: {} }, isTrained: true },
  ...{ planned: ['p2', 'p1'], calendars: [] },
};
const dataset = (id: number, sample: DatasetSummary['sample']) =>
  ({ id, name: `shop ${id}`, importedAt: id, sample, rowCount: 400 }) as DatasetSummary;
const OWN = dataset(1, null);
const SHOP = dataset(2, 'demo-shop');
const FRESH = 9;

interface World {
  readonly stored?: readonly DatasetSummary[];
  readonly workshop?: WorkshopRecord | undefined;
  readonly imported?: number | null;
  readonly ports?: Partial<WorkshopPorts>;
}

function watched({ stored = [OWN, SHOP], workshop = on, imported = FRESH, ports }: World = {}) {
  const notices = new Notices(60_000);
  const deleted: number[] = [];
  const selected: number[] = [];
  const deleteDataset = (id: number) => Promise.resolve(void deleted.push(id));
  const datasets = new Datasets(
    { notices, requestedId: () => undefined },
    {
      listDatasets: () => Promise.resolve([...stored]),
      deleteDataset,
      loadCurrentId: () => Promise.resolve(OWN.id),
      saveCurrentId: (id) => Promise.resolve(void selected.push(id)),
      loadStanding: (datasetId) =>
        Promise.resolve({ datasetId, isTrained: false, productCount: 0, planCount: 0 }),
    },
  );
  const endTour = vi.fn();
  const beginWorkshop = vi.fn(() => Promise.resolve());
  const subject = new Workshop(
    { datasets, guidance: { workshop, endTour } },
    {
      loadShopFacts: () => Promise.resolve(FACTS),
      deleteDataset,
      beginWorkshop,
      changeWorkshop: () => Promise.resolve(),
      endWorkshop: () => Promise.resolve(),
      takeLesson: () => Promise.resolve(undefined),
      restoreLesson: () => Promise.resolve(),
      now: () => 5,
      ...ports,
    },
  );
  const importSample = vi.fn(() =>
    Promise.resolve(imported === null ? null : ({ datasetId: imported } as ImportReport)),
  );
  const stop = vi.fn();
  const leave = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => void keep(subject.done, subject.plannedId, subject.failure));
  });
  flushSync();
  const opening = { importing: { importSample }, isShort: true, stop };
  const trained = { startFile: { open: () => Promise.resolve(imported) }, stop };
  return {
    subject,
    notices,
    opening,
    trained,
    importSample,
    stop,
    deleted,
    selected,
    endTour,
    beginWorkshop,
    leave,
  };
}

describe('a workshop', () => {
  it('tells from what is stored of the demo shop what is done, whatever is looked at', async () => {
    const { subject, leave } = watched();
    await vi.waitFor(() => expect(subject.done).toEqual(['learning', 'plans', 'what-if']));
    expect(subject.shopId).toBe(SHOP.id);
    expect(subject.next).toBe('findings');
    expect(subject.plannedId).toBe('p2');
    leave();
  });

  it('has nothing done where there is no demo shop', async () => {
    const { subject, leave } = watched({ stored: [OWN] });
    await vi.waitFor(() => expect(subject.shopId).toBeNull());
    expect(subject.done).toEqual([]);
    leave();
  });

  it('starts at the shop that is there, and takes the place of the tour', async () => {
    const { subject, opening, importSample, selected, endTour, beginWorkshop, leave } = watched();
    // It is on: what was noted stays.
    expect(await subject.start(opening)).toBe(SHOP.id);
    expect(importSample).not.toHaveBeenCalled();
    expect(selected).toEqual([SHOP.id]);
    expect(endTour).toHaveBeenCalledOnce();
    expect(beginWorkshop).not.toHaveBeenCalled();
    leave();
  });

  it('does not start where the shop could not be opened', async () => {
    const world = watched({ stored: [OWN], imported: null });
    expect(await world.subject.start(world.opening)).toBeNull();
    expect(world.endTour).not.toHaveBeenCalled();
    world.leave();
  });

  it('afresh lets go of the old shop only once the new one is there, and of no other data set', async () => {
    const world = watched();
    expect(await world.subject.startAfresh(world.opening)).toBe(FRESH);
    expect(world.stop).toHaveBeenCalledWith([SHOP.id]);
    expect(world.selected).toEqual([FRESH]);
    expect(world.deleted).toEqual([]);
    world.notices.settle();
    await vi.waitFor(() => expect(world.deleted).toEqual([SHOP.id]));
    world.leave();
  });

  it('afresh, undone, has the old shop back and lets the new one go', async () => {
    const world = watched();
    await world.subject.startAfresh(world.opening);
    world.notices.undo();
    await vi.waitFor(() => expect(world.deleted).toEqual([FRESH]));
    expect(world.selected).toEqual([FRESH, SHOP.id]);
    world.leave();
  });

  it('afresh touches nothing where the new shop could not be opened', async () => {
    const world = watched({ imported: null });
    expect(await world.subject.startAfresh(world.opening)).toBeNull();
    expect(world.stop).not.toHaveBeenCalled();
    expect(world.notices.offer).toBeNull();
    expect(world.deleted).toEqual([]);
    world.leave();
  });

  it('takes the shop of the size that is wanted', async () => {
    const { subject, opening, importSample, leave } = watched();
    expect(await subject.start({ ...opening, isShort: false })).toBe(FRESH);
    expect(importSample).toHaveBeenCalledExactlyOnceWith('demo-shop', { isShort: false });
    leave();
  });

  it('opens the trained shop in place of the old one, with the lesson forgotten; an undo has both back', async () => {
    const lesson = { id: 3, before: { row: 1 }, after: {}, marks: {} };
    const restoreLesson = vi.fn(() => Promise.resolve());
    const takeLesson = () => Promise.resolve(lesson);
    const world = watched({ ports: { takeLesson, restoreLesson } });
    expect(await world.subject.startTrained(world.trained)).toBe(FRESH);
    expect(world.beginWorkshop).toHaveBeenCalledExactlyOnceWith(5);
    expect(world.endTour).toHaveBeenCalledOnce();
    expect(world.stop).toHaveBeenCalledWith([SHOP.id]);
    expect(world.selected).toEqual([FRESH]);
    world.notices.undo();
    await vi.waitFor(() => expect(world.deleted).toEqual([FRESH]));
    expect(restoreLesson).toHaveBeenCalledExactlyOnceWith(lesson);
    expect(world.selected).toEqual([FRESH, SHOP.id]);
    world.leave();
  });

  it('offers no undo where the trained shop replaced nothing', async () => {
    const world = watched({ stored: [OWN] });
    expect(await world.subject.startTrained(world.trained)).toBe(FRESH);
    expect(world.notices.offer).toBeNull();
    expect(world.selected).toEqual([FRESH]);
    world.leave();
  });

  it('keeps everything where the start file could not be opened', async () => {
    const takeLesson = vi.fn();
    const world = watched({ imported: null, ports: { takeLesson } });
    expect(await world.subject.startTrained(world.trained)).toBeNull();
    expect(takeLesson).not.toHaveBeenCalled();
    expect(world.beginWorkshop).not.toHaveBeenCalled();
    expect(world.notices.offer).toBeNull();
    world.leave();
  });

  it('says what went wrong', async () => {
    const error = new Error('no');
    const { subject, leave } = watched({ ports: { endWorkshop: () => Promise.reject(error) } });
    await subject.end();
    expect(subject.failure).toBe(error);
    leave();
  });
});
