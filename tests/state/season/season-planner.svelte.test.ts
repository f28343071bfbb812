import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import type {
  SeasonOutcome,
  SeasonProgress,
  SeasonSolution,
} from '#core/season/problem/season-solution.ts';
import { seasonValue } from '#core/season/problem/season-value.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { SeasonCalendars } from '#state/season/season-calendars.svelte.ts';
import { SeasonPlanner, type SeasonPorts } from '#state/season/season-planner.svelte.ts';
import { namedPlan, sampleActual } from '../../support/adopted-plan.ts';
import { launchTable } from '../../support/launch-table.ts';
import { rankingOfOffers, seasonOffers } from '../../support/season-offers.ts';

const offers = seasonOffers({ products: 4 });

/** What the solver would begin with. */
function greedy(limits: SeasonCalendar['limits'], of: SeasonOffers = offers): SeasonSolution {
  const problem = seasonProblem(of, limits);
  const choice = greedySeason(problem)!;
  const value = seasonValue(problem, choice);
  return { placements: placementsOf(problem, choice), value, bound: 1.01 * value };
}

const solved: SeasonPorts['planSeason'] = ({ limits }) =>
  Promise.resolve<SeasonOutcome>({
    ...{ kind: 'solved', solution: greedy(limits), end: 'best', seconds: 3 },
  });

interface Stage {
  readonly planSeason?: SeasonPorts['planSeason'];
  readonly offers?: SeasonOffers | undefined;
  readonly ranking?: Ranking;
  readonly stored?: readonly SeasonCalendar[];
  /** null: not read yet. */
  readonly adopted?: readonly AdoptedPlan[] | null;
}

/** The plan of a product, adopted for a week on the first channel. */
function adoptedFor(productId: string, week: number): AdoptedPlan {
  const entry = namedPlan(Number(productId.slice(1)), productId, productId);
  const { name: channel } = offers.channels[0]!;
  return { ...entry, action: { ...entry.action, launchDay: week, channel, adSpend: 60 } };
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A planner whose calendars are a plain list. */
function stage({ planSeason = solved, ranking = rankingOfOffers(offers), ...given }: Stage = {}) {
  let stored = [...(given.stored ?? [])];
  const notices = new Notices(60_000);
  const job = vi.fn(planSeason);
  const calendars = new SeasonCalendars(1, notices, {
    loadCalendars: () => Promise.resolve(stored),
    saveCalendar: (calendar) => {
      const id = calendar.id ?? stored.length + 1;
      const others = stored.filter((each) => each.id !== id);
      const saved = { ...calendar, id };
      stored = [...others, saved].sort((a, b) => a.id - b.id);
      return Promise.resolve(saved);
    },
    undoCalendar: ({ before }) => {
      stored = stored.map((each) => (each.id === before.id ? before : each));
      return Promise.resolve(null);
    },
    deleteCalendar: () => Promise.resolve(null),
    restoreCalendar: () => Promise.resolve(null),
    now: () => 5_000,
  });
  const { adopted = [] } = given;
  const ledger = {
    entries: adopted ?? undefined,
    today: offers.weeks[0]!,
    entryOf: (id: string) => adopted?.findLast(({ product }) => product.id === id) ?? null,
  };
  const planner = new SeasonPlanner(
    { ranking: () => ranking, calendars, notices, ledger },
    {
      loadOffers: () => Promise.resolve('offers' in given ? given.offers : offers),
      planSeason: job,
      loadHistory: () => Promise.resolve(launchTable([])),
      now: () => 5_000,
    },
  );
  stops.push(
    $effect.root(() => {
      const keep = (...read: unknown[]) => read;
      $effect(() => {
        keep(planner.offers, calendars.list, planner.view);
      });
    }),
  );
  flushSync();
  return { planner, calendars, notices, job, stored: () => stored };
}

/** With a calendar that is kept and on screen. */
async function withCalendar(given: Stage = {}) {
  const base = stage(given);
  await vi.waitFor(() => expect(base.planner.offers).toBeDefined());
  await vi.waitFor(() => expect(base.calendars.list).toBeDefined());
  await base.planner.solve();
  // The stand-in for the database is no live one: what is stored is read again by a new stage.
  const next = stage({ ...given, stored: base.stored() });
  await vi.waitFor(() => expect(next.planner.view).not.toBeNull());
  return next;
}

describe('SeasonPlanner', () => {
  it('solves by itself once, with what is best so far on screen at once', async () => {
    let report: (progress: SeasonProgress) => void = () => undefined;
    let finish: (outcome: SeasonOutcome) => void = () => undefined;
    const { planner, calendars, job, stored } = stage({
      planSeason: (_, options) => {
        report = options!.onProgress!;
        return new Promise((resolve) => (finish = resolve));
      },
    });
    await vi.waitFor(() => expect(planner.offers).toBeTruthy());
    await vi.waitFor(() => expect(calendars.list).toEqual([]));
    planner.begin();
    planner.begin();
    expect(job).toHaveBeenCalledTimes(1);
    const { limits } = job.mock.calls[0]![0];
    expect(limits).toMatchObject({ firstWeek: offers.weeks[0], weekCount: 26, mostPerWeek: null });
    const best = greedy(limits);
    report({ phase: 'solve', done: 0, total: null, best });
    expect(planner.view!.placements).toEqual(best.placements);
    expect(planner.calendar!.bound).toBe(best.bound);
    finish({ kind: 'solved', solution: best, end: 'best', seconds: 3 });
    await vi.waitFor(() => expect(stored()).toHaveLength(1));
    await vi.waitFor(() =>
      expect(planner.phase).toMatchObject({ result: { kind: 'solved', end: 'best', seconds: 3 } }),
    );
    expect(stored()[0]).toMatchObject({ value: best.value, plannedAt: offers.plannedAt });
  });

  it('keeps the best so far where it is stopped', async () => {
    const { planner, job, stored } = stage({
      planSeason: ({ limits }, options) => {
        options!.onProgress!({ phase: 'solve', done: 0, total: null, best: greedy(limits) });
        return new Promise(() => undefined);
      },
    });
    await vi.waitFor(() => expect(planner.offers).toBeTruthy());
    void planner.solve();
    await planner.cancel();
    expect(job.mock.calls[0]![1]!.signal!.aborted).toBe(true);
    expect(stored()[0]!.placements.length).toBeGreaterThan(0);
    expect(planner.phase).toMatchObject({ result: { kind: 'solved', end: null, seconds: 0 } });
  });

  it('moves a launch to what was asked for, tells what it is worth then, and undoes that', async () => {
    const { planner, notices, stored } = await withCalendar();
    const before = stored()[0]!;
    const { productId } = before.placements[0]!;
    const change = planner
      .changesOf(productId)
      .find((each) => each.kind === 'possible' && each.week !== before.placements[0]!.week);
    if (change?.kind !== 'possible') throw new Error('no other week');
    await planner.edits.place(change.placement, 'Moved');
    expect(planner.view!.value).toBeCloseTo(before.value + change.change, 6);
    expect(stored()[0]).toMatchObject({ bound: before.bound });
    expect(stored()[0]!.value).toBeCloseTo(before.value + change.change, 6);
    expect(notices.offer?.text).toBe('Moved');
    notices.undo();
    await vi.waitFor(() => expect(stored()[0]).toEqual(before));
    expect(planner.view!.value).toBeCloseTo(before.value, 6);
  });

  it('locks, leaves out and includes, and says that the bound is not known any more', async () => {
    const { planner, stored } = await withCalendar();
    const { productId, week, channel } = stored()[0]!.placements[0]!;
    await planner.edits.lock(productId, '');
    expect(stored()[0]!.limits.wishes[productId]).toEqual({ locked: { week, channel } });
    expect(stored()[0]!.bound).not.toBeNull();
    await planner.edits.wish(productId, { locked: undefined }, '');
    expect(stored()[0]!.bound).toBeNull();
    await planner.edits.leaveOut(productId, '');
    expect(planner.leftOut).toEqual([productId]);
    const [change] = planner.changesOf(productId).filter(({ kind }) => kind === 'possible');
    if (change?.kind !== 'possible') throw new Error('no week');
    await planner.edits.include(change.placement, '');
    expect(planner.leftOut).toEqual([]);
    expect(stored()[0]!.limits.wishes[productId]).toEqual({ isNeeded: true });
  });

  it('says which limits a calendar breaks that are new to it, and begins from it when asked again', async () => {
    const { planner, job, stored } = await withCalendar();
    await planner.edits.limit({ adBudget: 60 }, '');
    await planner.edits.turnWeek(offers.weeks[0]!, '');
    expect(planner.view!.broken).toEqual([{ kind: 'ad-budget' }]);
    expect(stored()[0]!.limits.closedWeeks).toEqual([offers.weeks[0]]);
    const before = stored()[0]!.placements;
    await planner.solve();
    expect(job.mock.calls.at(-1)![0]).toMatchObject({ start: before, limits: { adBudget: 60 } });
    expect(planner.view!.broken).toEqual([]);
  });

  it('tells what clashes, and leaves the calendar as it was', async () => {
    const parts = [{ kind: 'ad-budget' }] as const;
    const { planner, stored } = await withCalendar();
    const clashing = stage({
      stored: stored(),
      planSeason: () => Promise.resolve({ kind: 'clash', parts }),
    });
    await vi.waitFor(() => expect(clashing.planner.view).not.toBeNull());
    await clashing.planner.solve();
    expect(clashing.planner.phase).toMatchObject({ result: { kind: 'clash', parts } });
    expect(clashing.stored()).toEqual(stored());
    await clashing.planner.edits.limit({ adBudget: null }, '');
    expect(clashing.planner.phase).toEqual({ status: 'idle' });
    expect(planner.failure).toBeNull();
  });

  it('knows a calendar of older plans, and solves it again from nothing with its locks', async () => {
    const { stored } = await withCalendar();
    const old = stored().map((calendar) => ({ ...calendar, plannedAt: 1 }));
    const { planner, job } = stage({ stored: old });
    await vi.waitFor(() => expect(planner.view).not.toBeNull());
    expect(planner.isOutdated).toBe(true);
    await planner.edits.lock('p1', '');
    await planner.solve();
    expect(job.mock.calls[0]![0].start).toBeNull();
    expect(job.mock.calls[0]![0].limits.wishes).toHaveProperty('p1.locked');
    expect(planner.isOutdated).toBe(false);
  });

  it('leaves out what has been removed since, without a word in the calendar', async () => {
    const all = rankingOfOffers(offers);
    const { stored } = await withCalendar();
    const ranking = { ...all, plans: all.plans.slice(1) };
    const { planner, job } = stage({ stored: stored(), ranking });
    await vi.waitFor(() => expect(planner.view).not.toBeNull());
    expect(planner.view!.placements.map(({ productId }) => productId)).not.toContain('p0');
    expect(planner.leftOut).not.toContain('p0');
    await planner.edits.lock('p1', '');
    await planner.solve();
    expect(job.mock.calls[0]![0].limits.wishes).toMatchObject({ p0: { isLeftOut: true } });
  });

  it('has what is adopted stand, first where the season has to reach for it, until it is withdrawn', async () => {
    const week = offers.weeks[30]!;
    const adopted = [adoptedFor('p0', week)];
    const { planner, stored } = await withCalendar({ adopted });
    expect(stored()[0]!.limits).toMatchObject({ weekCount: 31, wishes: {} });
    expect(stored()[0]!.adopted).toMatchObject([{ productId: 'p0', week }]);
    expect(planner.view!.limits.wishes).toHaveProperty('p0.locked.adopted');
    const launch = planner.launches.find(({ product }) => product.id === 'p0')!;
    expect(launch.action).toEqual(adopted[0]!.action);
    expect(planner.changesOf('p0')).toEqual([]);
    expect(planner.changesOf('p1').length).toBeGreaterThan(0);
    const { bound } = stored()[0]!;
    expect(planner.calendar!.bound).toBe(bound);

    const withdrawn = stage({ stored: stored() });
    await vi.waitFor(() => expect(withdrawn.planner.view).not.toBeNull());
    expect(withdrawn.planner.view!.limits.wishes).toEqual({});
    expect(withdrawn.planner.calendar!.bound).toBeNull();
    expect(withdrawn.planner.changesOf('p0').length).toBeGreaterThan(0);
  });

  it('takes a product out of a season whose plan is adopted for another time', async () => {
    const { stored } = await withCalendar();
    const adopted = [adoptedFor('p0', offers.weeks[40]!)];
    const { planner, job } = stage({ stored: stored(), adopted });
    await vi.waitFor(() => expect(planner.view).not.toBeNull());
    expect(planner.view!.placements.map(({ productId }) => productId)).not.toContain('p0');
    expect(planner.leftOut).not.toContain('p0');
    expect(planner.adoptedElsewhere).toEqual(adopted);
    await planner.solve();
    expect(job.mock.calls[0]![0].limits.wishes).toMatchObject({ p0: { isLeftOut: true } });
    expect(job.mock.calls[0]![0].start!.map(({ productId }) => productId)).not.toContain('p0');
    expect(stored()[0]!.limits.wishes).toEqual({});
  });

  it('has no place for a product that is launched, or for the earlier launch of one planned again', async () => {
    const { stored } = await withCalendar();
    const actual = sampleActual();
    const launched = { ...adoptedFor('p0', offers.weeks[3]!), actual };
    const all = rankingOfOffers(offers);
    const ranking = { ...all, plans: all.plans.slice(1) };
    const { planner } = stage({ stored: stored(), adopted: [launched], ranking });
    await vi.waitFor(() => expect(planner.view).not.toBeNull());
    expect(planner.view!.placements.map(({ productId }) => productId)).not.toContain('p0');
    expect(planner.adoptedElsewhere).toEqual([]);

    const again = stage({ stored: stored(), adopted: [{ ...launched, isPlannedAgain: true }] });
    await vi.waitFor(() => expect(again.planner.view).not.toBeNull());
    expect(again.planner.view!.limits.wishes).toEqual({});
  });

  it('solves with each limit a step looser to show what it costs', async () => {
    const { stored } = await withCalendar();
    const limits = { ...stored()[0]!.limits, mostPerWeek: 1, adBudget: 70 };
    const { planner, job } = stage({ stored: [{ ...stored()[0]!, limits }] });
    await vi.waitFor(() => expect(planner.view).not.toBeNull());
    expect(planner.costs.loosenings).toEqual([{ kind: 'most-per-week' }, { kind: 'ad-budget' }]);
    await planner.costs.weigh();
    expect(planner.costs.error).toBeNull();
    expect(job.mock.calls.map(([asked]) => asked.limits)).toMatchObject([
      ...[
        { mostPerWeek: 1, adBudget: 70 },
        { mostPerWeek: 2, adBudget: 70 },
      ],
      ...[{ mostPerWeek: 1, adBudget: expect.closeTo(77, 6) as unknown }],
    ]);
    const values = (of: SeasonCalendar['limits']) => greedy(of).value;
    const gain = values({ ...limits, mostPerWeek: 2 }) - values(limits);
    expect(planner.costs.known[0]!.gain).toBeCloseTo(Math.max(0, gain), 6);
    expect(planner.costs.known.map(({ loosening }) => loosening)).toEqual(planner.costs.loosenings);
  });

  it('keeps costs found so far where it is stopped', async () => {
    const { stored } = await withCalendar();
    const limits = { ...stored()[0]!.limits, mostPerWeek: 1, adBudget: 70 };
    let asked = 0;
    const { planner } = stage({
      stored: [{ ...stored()[0]!, limits }],
      planSeason: (request, options) => {
        asked += 1;
        if (asked < 3) return solved(request, options);
        return new Promise((_, reject) =>
          options!.signal!.addEventListener('abort', () =>
            reject(options!.signal!.reason as Error),
          ),
        );
      },
    });
    await vi.waitFor(() => expect(planner.view).not.toBeNull());
    const weighing = planner.costs.weigh();
    await vi.waitFor(() => expect(asked).toBe(3));
    expect(planner.costs.fraction).toBeCloseTo(2 / 3, 9);
    await planner.cancel();
    await weighing;
    expect(planner.costs.isRunning).toBe(false);
    expect(planner.costs.known.map(({ loosening }) => loosening.kind)).toEqual(['most-per-week']);
  });

  it('begins once it is known what is adopted', async () => {
    const { planner, calendars, job } = stage({ adopted: null });
    await vi.waitFor(() => expect(planner.offers).toBeTruthy());
    await vi.waitFor(() => expect(calendars.list).toEqual([]));
    planner.begin();
    expect(job).not.toHaveBeenCalled();
  });

  it('has each launch as a plan, with its support counted once that is asked for', async () => {
    const { planner, stored } = await withCalendar();
    const { placements } = stored()[0]!;
    expect(planner.launches.map(({ product }) => product.id)).toEqual(
      placements.map(({ productId }) => productId),
    );
    const plans = await planner.plans();
    expect(plans.map(({ action }) => action.launchDay)).toEqual(placements.map(({ week }) => week));
    expect(plans[0]!.support).toEqual({ alike: 0, anywhere: 0, lastDay: null });
    expect(planner.usual!.expected).toBeGreaterThan(0);
  });

  it('has nothing to plan with where plans were made before offers were kept, and keeps what failed', async () => {
    const none = stage({ offers: undefined });
    await vi.waitFor(() => expect(none.planner.offers).toBeNull());
    none.planner.begin();
    await none.planner.solve();
    expect(none.job).not.toHaveBeenCalled();
    expect(none.planner.view).toBeNull();
    const error = new AppError('solver-unavailable', 'no');
    const failing = stage({ planSeason: () => Promise.reject(error) });
    await vi.waitFor(() => expect(failing.planner.offers).toBeTruthy());
    await failing.planner.solve();
    expect(failing.planner.failure).toBe(error);
  });
});
