import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import SeasonLimitsForm from '#components/pages/calendar/SeasonLimitsForm.svelte';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { SAMPLE_MONDAY } from '../../../support/ranking.ts';

const offered = Array.from({ length: 30 }, (_, i) => SAMPLE_MONDAY + 7 * i);
let close: () => void = () => undefined;
afterEach(() => close());

function show(change: Partial<SeasonLimits> = {}, known = { stock: true, cash: true }) {
  const asked = {
    onlimit: vi.fn<(change: Partial<SeasonLimits>) => void>(),
    onweek: vi.fn<(week: number) => void>(),
  };
  const form = mount(SeasonLimitsForm, {
    target: document.body,
    props: {
      limits: { ...usualLimits(SAMPLE_MONDAY), ...change },
      ...{ offered, channels: ['Email', 'Shop'], hasAds: true, known, isHeld: false, ...asked },
    },
  });
  flushSync();
  close = () => void unmount(form);
  return asked;
}

function control(label: string): HTMLInputElement & HTMLSelectElement {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent === label);
  return found!.control as HTMLInputElement & HTMLSelectElement;
}

function enter(label: string, value: string): void {
  const field = control(label);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  flushSync();
}

describe('the limits of a season', () => {
  it('are asked for money only where it is known', () => {
    const labels = () => [...document.querySelectorAll('label')].map((each) => each.textContent);
    show();
    expect(labels()).toEqual(expect.arrayContaining(['Stock budget', 'Cash budget']));
    expect(document.body.textContent).not.toContain('not known');
    close();
    show({}, { stock: true, cash: false });
    expect(labels()).toContain('Stock budget');
    expect(labels()).not.toContain('Cash budget');
    close();
    show({ cashBudget: 1000 }, { stock: false, cash: false });
    for (const label of ['Stock budget', 'Cash budget']) expect(labels()).not.toContain(label);
    expect(document.body.textContent).toContain(
      'Stock and cash budgets need prices and unit costs, which are not known.',
    );
  });

  it('are taken as they are entered, and taken back where a field is emptied', () => {
    const { onlimit } = show({ channelBudgets: { Shop: 50 }, adBudget: 400 });
    enter('Most launches a week', '2');
    enter('Stock budget', '0');
    enter('Cash budget', '9000');
    enter('Ads on Email', '70');
    enter('Ads on Shop', '');
    enter('Ad budget', '');
    enter('Number of weeks', '13');
    expect(onlimit.mock.calls.map(([change]) => change)).toEqual([
      { mostPerWeek: 2 },
      { stockBudget: 0 },
      { cashBudget: 9000 },
      { channelBudgets: { Shop: 50, Email: 70 } },
      { channelBudgets: {} },
      { adBudget: null },
      { weekCount: 13 },
    ]);
  });

  it('are refused with what to do where they cannot be meant', () => {
    const { onlimit } = show();
    enter('Most launches a week', '0');
    enter('Number of weeks', '53');
    enter('Ad budget', '-5');
    expect(document.body.textContent).toContain('Enter a number from 1 to 1000.');
    expect(document.body.textContent).toContain('Enter a number from 1 to 52.');
    expect(document.body.textContent).toContain('Enter an amount of 0 or more.');
    expect(onlimit).not.toHaveBeenCalled();
    enter('Most launches a week', '3');
    expect(document.body.textContent).not.toContain('Enter a number from 1 to 1000.');
  });

  it('begin with the week that a day is in, if that is known of', () => {
    const { onlimit } = show();
    enter('First week', '2026-03-19');
    expect(onlimit).toHaveBeenLastCalledWith({ firstWeek: SAMPLE_MONDAY + 7 });
    enter('First week', '2025-01-01');
    expect(onlimit).toHaveBeenCalledTimes(1);
    expect(document.body.textContent).toContain('Choose a week from');
  });

  it('name closed weeks, which can be opened, and let others be closed', () => {
    const { onweek } = show({ closedWeeks: [SAMPLE_MONDAY + 14] });
    const open = [...document.querySelectorAll('button')].find((button) =>
      button.textContent.includes('Open Week 13'),
    );
    open!.click();
    expect(onweek).toHaveBeenLastCalledWith(SAMPLE_MONDAY + 14);
    const choice = control('Close a week');
    expect(choice.options).toHaveLength(26);
    choice.selectedIndex = 1;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onweek).toHaveBeenLastCalledWith(SAMPLE_MONDAY);
  });
});
