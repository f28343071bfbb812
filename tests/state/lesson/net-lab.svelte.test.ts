import { describe, expect, it, vi } from 'vitest';
import { NetRun, type NetSettings } from '#core/lesson/net/net-run.ts';
import { BY_HEART, DEFAULT_SETTINGS } from '#core/lesson/net/settings.ts';
import { drawShop, VISITED_SHOPS } from '#core/lesson/shops/visited-launches.ts';
import { NetLab, type LabPorts, type LabTask } from '#state/lesson/net-lab.svelte.ts';

const settings: NetSettings = { ...DEFAULT_SETTINGS, passes: 24 };
const shop = drawShop(VISITED_SHOPS.straight, 3);
const task: LabTask = { shop, settings, large: null, beside: null };

/** A clock that each look moves on by a millisecond, and each tick by what it waits. */
function clock({ isStill = false } = {}) {
  let now = 0;
  let next: (() => void) | null = null;
  const ports: LabPorts = {
    now: () => (now += 1),
    after: (ms, work) => {
      next = () => {
        now += ms;
        work();
      };
      return () => (next = null);
    },
    isStill: () => isStill,
  };
  const tick = () => {
    const work = next;
    next = null;
    work?.();
    return work !== null;
  };
  return { ports, tick, now: () => now };
}

describe('a lab', () => {
  it('spreads a run over ten to twenty seconds and tells once that it is done', () => {
    const { ports, tick, now } = clock();
    const lab = new NetLab(ports);
    const onfinish = vi.fn();
    lab.start({ ...task, onfinish });
    const seen: number[] = [];
    while (tick()) seen.push(lab.view!.passes);
    expect(lab.status).toBe('done');
    expect(now()).toBeGreaterThan(10_000);
    expect(now()).toBeLessThan(20_000);
    expect(seen.some((passes) => passes > 8 && passes < 16)).toBe(true);
    expect(onfinish).toHaveBeenCalledExactlyOnceWith(lab.view);
  });

  it('comes to the same weights as a run at once', () => {
    const { ports, tick } = clock();
    const lab = new NetLab(ports);
    lab.start(task);
    while (tick());
    const run = new NetRun(shop, settings);
    while (!run.isDone) run.trainPass();
    expect(lab.view!.weights).toEqual(run.weights);
  });

  it('waits when paused, takes single passes, and goes on', () => {
    const { ports, tick } = clock();
    const lab = new NetLab(ports);
    lab.step(() => task);
    expect([lab.status, lab.view!.passes]).toEqual(['paused', 1]);
    expect(tick()).toBe(false);
    lab.step(() => task);
    expect(lab.view!.passes).toBe(2);
    lab.resume();
    tick();
    lab.pause();
    expect(tick()).toBe(false);
    lab.resume();
    while (tick());
    expect([lab.status, lab.view!.passes]).toEqual(['done', 24]);
  });

  it('keeps the run before to compare with, and forgets both when reset', () => {
    const { ports, tick } = clock();
    const lab = new NetLab(ports);
    lab.start(task);
    while (tick());
    const first = lab.view;
    lab.start({ ...task, settings: { ...settings, seed: 7 } });
    expect(lab.previous).toBe(first);
    lab.reset();
    expect([lab.view, lab.previous, lab.status]).toEqual([null, null, 'ready']);
    expect(tick()).toBe(false);
  });

  it('draws seldom where motion is not wanted, and at the end', () => {
    const { ports, tick } = clock({ isStill: true });
    const lab = new NetLab(ports);
    lab.start(task);
    const views = new Set();
    while (tick()) views.add(lab.view);
    expect(views.size).toBeLessThan(12);
    expect(lab.view!.passes).toBe(24);
  });

  it('begins with weights trained on another shop', () => {
    const { ports, tick } = clock();
    const lab = new NetLab(ports);
    const large = drawShop({ ...VISITED_SHOPS.large, seenCount: 40, chanceInputs: 0 }, 1);
    lab.start({ ...task, settings: { ...BY_HEART, passes: 6 }, large });
    expect(lab.status).toBe('preparing');
    while (lab.status === 'preparing') tick();
    const drawn = new NetRun(shop, BY_HEART);
    expect(lab.view!.passes).toBe(0);
    expect(lab.view!.errors.unseen[0]).not.toBe(drawn.errors.unseen[0]);
  });

  it('takes a single pass after such a training, which never holds the page up', () => {
    const { ports, tick, now } = clock();
    const lab = new NetLab(ports);
    const large = drawShop({ ...VISITED_SHOPS.large, seenCount: 40, chanceInputs: 0 }, 1);
    const before = now();
    lab.step(() => ({ ...task, settings: { ...BY_HEART, passes: 6 }, large }));
    expect([lab.status, lab.view]).toEqual(['preparing', null]);
    expect(now() - before).toBeLessThan(5);
    while (tick());
    expect([lab.status, lab.view!.passes]).toEqual(['paused', 1]);
    lab.resume();
    while (tick());
    expect(lab.status).toBe('done');
  });

  it('finishes the run beside before it tells', () => {
    const { ports, tick } = clock();
    const beside = new NetRun(shop, settings);
    const lab = new NetLab(ports);
    const onfinish = vi.fn(() => expect(beside.isDone).toBe(true));
    lab.start({ ...task, beside, onfinish });
    while (tick());
    expect(onfinish).toHaveBeenCalledOnce();
  });
});
