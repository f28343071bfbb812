import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import SeasonExperiments from '#components/pages/calendar/SeasonExperiments.svelte';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { Experiment } from '#core/season/offers/experiment.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

const week = dayFromCalendar(2027, 3, 8);
const placement = { productId: 'p1', week, channel: 'social', adSpend: 40, stockUnits: 90 };
const experiment: Experiment = {
  productId: 'p1',
  title: 'Retro Lantern',
  category: 'Garden',
  otherwise: { ...placement, channel: 'own store' },
  leanings: [{ arm: 'a', slope: 100, doubt: 0.5 }],
  placement,
  ...{
    tried: 2,
    planned: 1,
    doubtBefore: 0.3,
    doubtAfter: 0.2,
    cost: 74,
    worth: 215,
  },
};
const found = { experiments: [experiment], most: 2, cost: 74, worth: 215 };

function show(change: Record<string, unknown> = {}) {
  const props = {
    ...{ oneIn: 10, found, lack: null, launches: 28, objective: 'profit', isPlaced: false },
    isHeld: false,
    ...{ onshare: vi.fn(), onplace: vi.fn(), ontake: vi.fn() },
    ...change,
  } as const;
  const shown = mount(SeasonExperiments, { target: document.body, props: props as never });
  leave = () => {
    void unmount(shown);
    leave = () => undefined;
  };
  flushSync();
  return props;
}

const status = () => document.querySelector('[role="status"]')!.textContent;
const button = () => document.querySelector('button');

describe('SeasonExperiments', () => {
  it('shows where a launch goes instead, what that costs, and what it teaches in figures', () => {
    show();
    const [title, move, cost, lesson] = [...document.querySelector('li')!.children].map((each) =>
      each.textContent.trim(),
    );
    expect(title).toBe('Retro Lantern');
    expect(move).toBe('On social in the week of 8\u00A0Mar, instead of own store.');
    expect(cost).toBe(
      'It is expected to cost about 74 of profit (likely 9.92\u2060–\u2060138) and to bring later launches 215 more.',
    );
    // e^(1.28 · 0.3) is 1.47, e^(1.28 · 0.2) is 1.29.
    expect(lesson).toBe(
      'social for Garden: tried 2 times. This calendar also has 1 launch there. Units sold there' +
        ' may be 32% lower to 47% higher than estimated. After this trial: 23% lower to 29% higher.',
    );
  });

  it('says in all how many they are and what they cost', () => {
    show();
    expect(status()).toBe(
      'Possible trials: 1 of 28 launches. Together they are expected to cost about 74 of profit this season (likely 9.92\u2060–\u2060138) and to bring later seasons 215 more.',
    );
  });

  it('expects no negative cost, and says how far it may be off either way', () => {
    const free = { ...experiment, cost: -3 };
    show({ found: { ...found, experiments: [free], cost: -3 } });
    const words = 'about 0 of profit this season (likely −64 to 64)';
    expect(status()).toContain(words);
    expect(document.querySelector('li')!.textContent).toContain('It is expected to cost about 0');
  });

  it('names both weeks where the launch moves to another', () => {
    show({
      found: {
        ...found,
        experiments: [{ ...experiment, otherwise: { ...experiment.otherwise, week: week + 7 } }],
      },
    });
    expect(document.querySelector('li')!.textContent).toContain(
      'instead of own store in the week of 15\u00A0Mar',
    );
  });

  it('has them put into the calendar, and taken out of it', () => {
    const before = show();
    expect(button()!.textContent).toContain('Add to calendar');
    button()!.click();
    expect(before.onplace).toHaveBeenCalledOnce();
    leave();
    const after = show({ isPlaced: true });
    expect(button()!.textContent).toContain('Remove from calendar');
    button()!.click();
    expect(after.ontake).toHaveBeenCalledOnce();
    expect(status()).toMatch(/^Trials in this calendar: 1 of 28 launches/);
  });

  it('asks for one in ten when it is switched on, for none when it is switched off, and for the share chosen', () => {
    const off = show({ oneIn: null, found: null });
    expect([status(), document.querySelector('li'), button()]).toEqual(['', null, null]);
    const checkbox = () => document.querySelector<HTMLInputElement>('[type="checkbox"]')!;
    checkbox().click();
    expect(off.onshare).toHaveBeenCalledWith(10);
    leave();
    const on = show();
    document.querySelector<HTMLInputElement>('[type="radio"][value="5"]')!.click();
    checkbox().click();
    expect(on.onshare.mock.calls).toEqual([[5], [null]]);
  });

  it('says why there are none', () => {
    const none = { experiments: [], most: 2, cost: 0, worth: 0 };
    const said = [
      { found: none },
      { found: { ...none, most: 0 } },
      { found: null },
      { found: null, lack: 'channels' },
      { found: null, lack: 'plans' },
    ].map((change) => {
      show(change);
      const words = status();
      leave();
      return words;
    });
    expect(new Set(said).size).toBe(5);
    expect(said[1]).toBe('This calendar has too few launches for one trial in 10.');
  });
});
