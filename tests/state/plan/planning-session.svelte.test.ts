import { describe, expect, it, vi } from 'vitest';
import { USUAL_AIM, type Aim } from '#core/planning/plan/aim.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { AppError } from '#core/base/errors.ts';
import { PlanningSession, type PlanningJobs } from '#state/plan/planning-session.svelte.ts';

const made = { datasetId: 2, planCount: 0 };
const aim = { ...USUAL_AIM, objective: 'units' } as const;
const noon = new Date(2026, 2, 8, 12).getTime();

describe('PlanningSession', () => {
  it('plans from the seller’s own today until another day is chosen', async () => {
    const planLaunches = vi.fn<PlanningJobs['planLaunches']>(() => Promise.resolve(made));
    const session = new PlanningSession({ planLaunches }, () => noon);
    expect(session.earliestDay).toBe(dayFromCalendar(2026, 3, 8));
    session.planFrom(dayFromCalendar(2026, 9, 1));
    session.planFrom(NaN);
    await session.start(2, { compute: 'wasm', aim });
    expect(planLaunches.mock.calls[0]![0]).toEqual({
      datasetId: 2,
      compute: 'wasm',
      aim,
      earliestDay: dayFromCalendar(2026, 9, 1),
    });
    expect(session.phase).toEqual({ status: 'done', subject: 2, result: made });
  });

  it('plans from the day on which it is started, however long the app has been open', async () => {
    const planLaunches = vi.fn<PlanningJobs['planLaunches']>(() => Promise.resolve(made));
    let nowMs = noon;
    const session = new PlanningSession({ planLaunches }, () => nowMs);
    nowMs = new Date(2026, 3, 20, 12).getTime();
    await session.start(2, { compute: 'wasm', aim });
    expect(planLaunches.mock.calls[0]![0].earliestDay).toBe(dayFromCalendar(2026, 4, 20));
    expect(session.earliestDay).toBe(dayFromCalendar(2026, 4, 20));
  });

  it('plans from today where the chosen day is past', () => {
    const session = new PlanningSession({ planLaunches: vi.fn() }, () => noon);
    session.planFrom(dayFromCalendar(2025, 9, 1));
    expect(session.earliestDay).toBe(dayFromCalendar(2026, 3, 8));
  });

  it('keeps what went wrong', async () => {
    const error = new AppError('no-products', 'none');
    const session = new PlanningSession({ planLaunches: () => Promise.reject(error) }, () => noon);
    expect(await session.start(2, { compute: 'auto', aim })).toBeNull();
    expect(session.phase).toEqual({ status: 'failed', subject: 2, error });
  });

  it('is under way from the press on, while the aim is still being read, and once', async () => {
    const planLaunches = vi.fn<PlanningJobs['planLaunches']>(() => Promise.resolve(made));
    const session = new PlanningSession({ planLaunches }, () => noon);
    let read: (read: Aim) => void = () => undefined;
    const reading = new Promise<Aim>((resolve) => (read = resolve));
    const making = session.start(2, { compute: 'auto', aim: reading });
    expect(session.phase.status).toBe('running');
    expect(await session.start(2, { compute: 'auto', aim })).toBeNull();
    expect(planLaunches).not.toHaveBeenCalled();
    read(aim);
    await making;
    expect(planLaunches).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ datasetId: 2, aim }),
      expect.anything(),
    );
  });

  it('is idle at once when cancelled', async () => {
    const session = new PlanningSession(
      { planLaunches: () => new Promise(() => undefined) },
      () => noon,
    );
    void session.start(2, { compute: 'auto', aim });
    session.cancel();
    expect(session.phase).toEqual({ status: 'idle' });
    await Promise.resolve();
  });
});
