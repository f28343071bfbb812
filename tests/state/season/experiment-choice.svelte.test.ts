import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { LEFT_OUT, seasonProblem } from '#core/season/problem/season-problem.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { SeasonCalendars } from '#state/season/season-calendars.svelte.ts';
import { ExperimentChoice } from '#state/season/experiment-choice.svelte.ts';
import { SeasonPlanner } from '#state/season/season-planner.svelte.ts';
import { launchTable } from '../../support/launch-table.ts';
import { rankingOfOffers, seasonOffers } from '../../support/season-offers.ts';

const plain = seasonOffers({ products: 12 });
/** Nobody knows much of any channel, and there is much to come. */
const offers: SeasonOffers = {
  ...plain,
  arms: {
    ...{ between: 0.8, noise: 0.7, channels: plain.channels.map(({ name }) => name) },
    categories: [{ category: 'Kitchen', tried: plain.channels.map(() => 1), launchesASeason: 200 }],
  },
};

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function stage(of: SeasonOffers = offers) {
  const limits = usualLimits(of.weeks[0]!);
  const problem = seasonProblem(of, limits);
  const choice = greedySeason(problem)!;
  const { plannedAt } = of;
  const kept: SeasonCalendar = {
    ...{ id: 1, datasetId: 1, name: 'Season', madeAt: 1, plannedAt, limits },
    ...{ placements: placementsOf(problem, choice), value: 1, bound: 2 },
  };
  expect(choice.some((place) => place !== LEFT_OUT)).toBe(true);
  const notices = new Notices(60_000);
  const saved: SeasonCalendar[] = [];
  const calendars = new SeasonCalendars(1, notices, {
    loadCalendars: () => Promise.resolve([kept]),
    saveCalendar: (calendar) => {
      const kept = { ...calendar, id: 1 };
      saved.push(kept);
      return Promise.resolve(kept);
    },
    undoCalendar: () => Promise.resolve(null),
    deleteCalendar: () => Promise.resolve(null),
    restoreCalendar: () => Promise.resolve(null),
    now: () => 1,
  });
  const planner = new SeasonPlanner(
    { ranking: () => rankingOfOffers(of), calendars, notices },
    {
      loadOffers: () => Promise.resolve(of),
      planSeason: () => Promise.reject(new Error('nothing is solved here')),
      loadHistory: () => Promise.resolve(launchTable([])),
      now: () => 1,
    },
  );
  const experiments = new ExperimentChoice(planner);
  const read = (...values: unknown[]) => values;
  stops.push(
    $effect.root(() => {
      $effect(() => void read(planner.view, experiments.found));
    }),
  );
  flushSync();
  await vi.waitFor(() => expect(planner.view).not.toBeNull());
  return { experiments, planner, saved, kept };
}

describe('ExperimentChoice', () => {
  it('looks for nothing until it is asked to', async () => {
    const { experiments } = await stage();
    expect(experiments).toMatchObject({ oneIn: null, found: null, isPlaced: false, lack: null });
  });

  it('puts what it found into the calendar, keeps it there, and takes it out again', async () => {
    const { experiments, planner, saved, kept } = await stage();
    await experiments.share(5);
    const found = experiments.found!;
    expect(found.experiments.length).toBeGreaterThan(0);
    expect(found.experiments.length).toBeLessThanOrEqual(kept.placements.length / 5);
    await experiments.place();
    flushSync();
    expect(saved.at(-1)!.experiments).toEqual(found.experiments);
    expect(experiments.isPlaced).toBe(true);
    expect(experiments.found!.experiments).toEqual(found.experiments);
    for (const { placement } of found.experiments)
      expect(planner.view!.placements).toContainEqual(placement);
    await experiments.share(null);
    flushSync();
    expect(experiments).toMatchObject({ oneIn: null, isPlaced: false });
    expect(saved.at(-1)!.placements).toEqual(kept.placements);
    expect(saved.at(-1)!.limits).toEqual(kept.limits);
  });

  it('says why there is nothing to look for', async () => {
    expect((await stage(plain)).experiments.lack).toBe('plans');
    expect((await stage(seasonOffers({ channels: 1 }))).experiments.lack).toBe('channels');
  });
});
