import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/errors.ts';
import type { SeasonCalendar } from '#core/season/season-calendar.ts';
import { usualLimits } from '#core/season/season-limits.ts';
import { Notices } from '#state/notices.svelte.ts';
import { SeasonCalendars, type CalendarPorts } from '#state/season-calendars.svelte.ts';

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
  const deleteCalendar = vi.fn<CalendarPorts['deleteCalendar']>(() => Promise.resolve());
  const calendars = new SeasonCalendars(1, notices, {
    loadCalendars: () => Promise.resolve([...stored]),
    ...{ saveCalendar, deleteCalendar, now: () => 77 },
    takeBackCalendar: () => Promise.resolve(null),
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
  return { calendars, notices, saveCalendar, deleteCalendar };
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
    const { calendars } = await shelf([calendar(1, 'Spring'), calendar(2, '新一季')]);
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

  it('removes the one looked at, and has it back', async () => {
    const { calendars, notices, deleteCalendar, saveCalendar } = await shelf([
      ...[calendar(1, 'Spring'), calendar(2, 'Lean')],
    ]);
    await calendars.remove();
    expect(deleteCalendar).toHaveBeenCalledWith(2);
    expect(notices.offer?.text).toBe('Removed the calendar “Lean”.');
    notices.undo();
    expect(saveCalendar).toHaveBeenCalledWith(calendar(2, 'Lean'), undefined);
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
