import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import ReorderAdvice from '#components/pages/evidence/ledger/ReorderAdvice.svelte';
import type { PastLaunches } from '#core/ledger/correction/past-launches.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { adoptedPlan } from '../../../../support/adopted-plan.ts';
import { weeklyLaunches } from '../../../../support/weekly-launches.ts';

const past = {
  table: weeklyLaunches(
    Array.from({ length: 40 }, (_, i) => ({
      weeks: Array.from({ length: 12 }, (__, week) => 5 + ((i * 7 + week * 3) % 11)),
    })),
  ),
  forecastLogs: [],
};

it('says whether to order once it is told what was sold and what is left, and anew with every figure', () => {
  const entry = adoptedPlan();
  const panel = mount(ReorderAdvice, {
    target: document.body,
    props: {
      ...{ entry, past, weeks: 2, today: entry.action.launchDay + 16 },
      stock: { ...USUAL_STOCK_TERMS, leadTimeDays: 7, packSize: 6 },
    },
  });
  const type = (label: string, value: string) => {
    const input = [...document.querySelectorAll('label')].find((each) =>
      each.textContent.startsWith(label),
    )?.control as HTMLInputElement;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  };
  const said = () => document.querySelector('[aria-live]')!.textContent;
  expect(said()).toContain('Enter the units sold');
  type('Sold up to', '21');
  type('In stock on', '2');
  expect(said()).toMatch(/Order \d+ units now/);
  expect(Number(/Order (\d+)/.exec(said())![1]) % 6).toBe(0);
  expect(said()).toContain('40 past launches');
  expect(said()).toContain('Forecast of the coming weeks, corrected');
  const weekLabels = () =>
    [...document.querySelectorAll('label')]
      .map(({ textContent }) => textContent.trim())
      .filter((text) => text.startsWith('Week from') && text.includes('units'));
  const [first, second] = weekLabels();
  const bySum = said();
  type(first!, '1');
  type(second!, '20');
  expect(said()).not.toBe(bySum);
  type(second!, '30');
  expect(document.body.textContent).toContain('The weeks add up to 31');
  expect(said()).toContain('Enter the units sold');
  type(second!, '20');
  type('On order', '900');
  expect(said()).toContain('Nothing to order now');
  type('In stock on', '-1');
  expect(said()).toContain('Enter the units sold');
  void unmount(panel);
});

it('asks for returns where the plan knows their rate, and says what they change', () => {
  const parts = {
    ...{ unitsSold: 100, paid: 1200, vat: 0, channelFee: 0, orders: 0, returns: -80 },
    ...{ unitCost: -500, holding: 0, adSpend: 0, leftovers: 0 },
  };
  const known = { returnRate: 0.1, returnStrength: 30, parts };
  const labels = (entry: ReturnType<typeof adoptedPlan>) => {
    const props = {
      ...{ entry, past, weeks: 4, today: entry.action.launchDay + 30 },
      stock: USUAL_STOCK_TERMS,
    };
    const panel = mount(ReorderAdvice, { target: document.body, props });
    const found = [...document.querySelectorAll('label')];
    return {
      panel,
      find: (text: string) => found.find((each) => each.textContent.startsWith(text)),
    };
  };
  const older = labels(adoptedPlan());
  expect(older.find('Returned so far')).toBeUndefined();
  void unmount(older.panel);
  const { panel, find } = labels({ ...adoptedPlan(), ...known });
  for (const [label, value] of [
    ...[['Sold up to', '60'] as const, ['In stock on', '5'] as const],
    ['Returned so far', '12'] as const,
  ]) {
    const input = find(label)!.control as HTMLInputElement;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  }
  // 3 of 30 before, then 12 of the 30 that are old enough: 15 of 60, which take 2.00 of a unit, not 0.80.
  expect(document.querySelector('[aria-live]')!.textContent).toContain(
    '25% of sales are expected back instead of 10%, so a unit earns 4.80.',
  );
  void unmount(panel);
});

it('asks for reviews where they told of returns, and says what they change', () => {
  const { table, forecastLogs } = past;
  const units = table.units.map(() => 40);
  const returns = units.map((_, row) => (row % 2 ? 12 : 1));
  const reviews = Array.from({ length: 40 }, (_, row) =>
    Array.from({ length: 8 }, (__, day) => ({ day, isNegative: row % 2 === 1 && day < 6 })),
  );
  const parts = {
    ...{ unitsSold: 100, paid: 1200, vat: 0, channelFee: 0, orders: 0, returns: -80 },
    ...{ unitCost: -500, holding: 0, adSpend: 0, leftovers: 0 },
  };
  const entry = { ...adoptedPlan(), returnRate: 0.1, returnStrength: 30, parts };
  const panel = mount(ReorderAdvice, {
    target: document.body,
    props: {
      ...{ entry, weeks: 2, today: entry.action.launchDay + 16, stock: USUAL_STOCK_TERMS },
      past: { table: { ...table, units, returns }, forecastLogs, reviews },
    },
  });
  for (const [label, value] of [
    ...[['Sold up to', '21'] as const, ['In stock on', '2'] as const],
    ...[['Reviews so far', '8'] as const, ['Of which negative', '6'] as const],
  ]) {
    const input = [...document.querySelectorAll('label')].find((each) =>
      each.textContent.startsWith(label),
    )!.control as HTMLInputElement;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  }
  expect(document.querySelector('[aria-live]')!.textContent).toMatch(
    /With the first reviews, 1\d% of sales are expected back instead of 10%/,
  );
  void unmount(panel);
});

it('counts first reviews where they told of past launches: those of files, or those that are entered', () => {
  const { table, forecastLogs } = past;
  const asked = () =>
    [...document.querySelectorAll('label')].some((each) =>
      each.textContent.startsWith('Reviews so far'),
    );
  const open = (given: PastLaunches) => {
    const entry = adoptedPlan();
    return mount(ReorderAdvice, {
      target: document.body,
      props: {
        ...{ entry, past: given, weeks: 2, today: entry.action.launchDay + 16 },
        reviews: Array.from({ length: 10 }, (_, day) => ({ day, isNegative: day < 5 })),
        stock: USUAL_STOCK_TERMS,
      },
    });
  };
  const untold = open(past);
  expect(asked()).toBe(false);
  void unmount(untold);
  // Launches with complaints sell half as much from the third week on.
  const isBad = (row: number) => row % 2 === 0;
  const weeklyUnits = table.weeklyUnits!.map((units, week) =>
    units.map((count, row) => (week > 1 && isBad(row) ? Math.round(count / 2) : count)),
  );
  const reviews = Array.from({ length: 40 }, (_, row) =>
    Array.from({ length: 10 }, (__, day) => ({ day, isNegative: day < (isBad(row) ? 5 : 1) })),
  );
  const panel = open({ table: { ...table, weeklyUnits }, forecastLogs, reviews });
  const type = (label: string, value: string) => {
    const input = [...document.querySelectorAll('label')].find((each) =>
      each.textContent.startsWith(label),
    )?.control as HTMLInputElement;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  };
  const said = () => document.querySelector('[aria-live]')!.textContent;
  type('Sold up to', '21');
  type('In stock on', '2');
  expect(said()).toContain('Of the first 10 reviews, 5 are negative, more than usual (30%)');
  type('Reviews so far', '40');
  type('Of which negative', '0');
  expect(said()).toContain('Of the first 20 reviews, 0 are negative, fewer than usual (30%)');
  type('Of which negative', '41');
  expect(document.body.textContent).toContain('no more than there are reviews');
  expect(said()).toContain('Enter the units sold');
  void unmount(panel);
});
