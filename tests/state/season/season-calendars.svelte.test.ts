import { emptyDatabase } from '../../support/database.ts';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { SeasonCalendars, type CalendarPorts } from '#state/season/season-calendars.svelte.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { loadCalendars, saveCalendar } from '#storage/plan/seasons.ts';
import { launchTable } from '../../support/launch-table.ts';
import { noSource } from '../../support/source.ts';

const calendar = (id: number, name: string): SeasonCalendar => ({
  ...{ id, name, datasetId: 1, madeAt: 1, plannedAt: 2, value: 10, bound: null, placements: [] },
  limits: usualLimits(20_521),
});

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function shelf(stored: readonly SeasonCalendar[], overrides: Partial<CalendarPorts> = {}) {
  const saveCalendar = vi.fn<CalendarPorts['saveCalendar']>((saved) =>
    Promise.resolve({ ...saved, id: saved.id ?? 9 }),
  );
  const notices = new Notices(60_000);
  const calendars = new SeasonCalendars(1, notices, {
    loadCalendars: () => Promise.resolve([...stored]),
    ...{ saveCalendar, now: () => 77 },
    undoCalendar: () => Promise.resolve(null),
    deleteCalendar: () => Promise.resolve(null),
    restoreCalendar: () => Promise.resolve(null),
    ...overrides,
  });
  stops.push(
    $effect.root(() => {
      const keep = (...read: unknown[]) => read;
      $effect(() => {
        keep(calendars.list);
      });
    }),
  );
  flushSync();
  await vi.waitFor(() => expect(calendars.list).toBeDefined());
  return { calendars, saveCalendar };
}

describe('SeasonCalendars', () => {
  it('shows the newest, or the one that was chosen', async () => {
    const { calendars } = await shelf([calendar(1, 'Spring'), calendar(2, 'Lean')]);
    expect(calendars.current?.name).toBe('Lean');
    calendars.choose(1);
    expect(calendars.current?.name).toBe('Spring');
    expect((await shelf([])).calendars.current).toBeNull();
  });

  it('shows a name that Debut gave in the language on screen', async () => {
    const { calendars } = await shelf([calendar(1, 'Spring'), calendar(2, '上新季')]);
    expect(calendars.current?.name).toBe('Season');
    expect(calendars.list?.map(({ name }) => name)).toEqual(['Spring', 'Season']);
  });

  it('shows a change at once, before it is stored', async () => {
    const { calendars } = await shelf([calendar(1, 'Spring')], {
      saveCalendar: () => new Promise(() => undefined),
    });
    void calendars.keep({ ...calendar(1, 'Spring'), value: 20 });
    expect(calendars.current?.value).toBe(20);
    expect(calendars.list?.map(({ value }) => value)).toEqual([20]);
  });

  it('copies and renames the one looked at', async () => {
    const { calendars, saveCalendar } = await shelf([calendar(1, 'Spring')]);
    await calendars.duplicate();
    expect(saveCalendar.mock.lastCall![0]).toMatchObject({ name: 'Spring, copy', madeAt: 77 });
    expect(saveCalendar.mock.lastCall![0]).not.toHaveProperty('id');
    await calendars.rename('  Lean ');
    expect(saveCalendar.mock.lastCall![0]).toMatchObject({ id: 9, name: 'Lean' });
    await calendars.rename('  ');
    expect(saveCalendar).toHaveBeenCalledTimes(2);
  });

  it('shows what is stored again where a change could not be', async () => {
    const error = new AppError('storage-full', 'no');
    const { calendars } = await shelf([calendar(1, 'Spring')], {
      saveCalendar: () => Promise.reject(error),
    });
    await calendars.keep({ ...calendar(1, 'Spring'), value: 20 });
    expect(calendars.failure).toBe(error);
    expect(calendars.current?.value).toBe(10);
  });
});

describe('a removed calendar, in two tabs', () => {
  const titleOf = (productId: string) => productId.toUpperCase();

  async function removed() {
    await emptyDatabase();
    const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
    const report = {
      ...{ name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts },
    };
    const origin = { sample: null, importedAt: 1, ...noSource() };
    const { datasetId } = await saveDataset({ ...origin, report, table: launchTable([{}]) });
    const lean = await saveCalendar({ ...calendar(1, '上新季'), datasetId });
    const notices = new Notices(60_000);
    const calendars = new SeasonCalendars(datasetId, notices);
    stops.push(
      $effect.root(() => {
        const keep = (...read: unknown[]) => read;
        $effect(() => {
          keep(calendars.list);
        });
      }),
    );
    flushSync();
    await expect.poll(() => calendars.current?.id).toBe(lean.id);
    await calendars.remove(titleOf);
    return { datasetId, lean, notices, calendars };
  }

  it('is had back as it was stored, and looked at again', async () => {
    const { datasetId, lean, notices, calendars } = await removed();
    expect(await loadCalendars(datasetId)).toEqual([]);
    expect(notices.offer?.text).toBe('Removed the calendar “Season”.');
    notices.undo();
    await expect.poll(() => loadCalendars(datasetId)).toEqual([lean]);
    await expect.poll(() => calendars.current?.id).toBe(lean.id);
  });

  it('is had back only where the seller says so, once the other has changed it', async () => {
    const { datasetId, lean, notices } = await removed();
    const placements = [{ productId: 'a', week: 20_521, channel: null, adSpend: null }];
    const theirs = { ...lean, placements: placements.map((each) => ({ ...each, stockUnits: 5 })) };
    await saveCalendar(theirs, lean);
    notices.undo();
    await expect
      .poll(() => notices.question?.text)
      .toBe(
        'Another window has since changed “Season”. Now: launches: 1. After undoing: launches: 0.',
      );
    expect(await loadCalendars(datasetId)).toEqual([theirs]);
    notices.undoAnyway();
    await expect.poll(() => loadCalendars(datasetId)).toEqual([lean]);
  });
});
