import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import SplitTests from '#components/pages/plan/split-test/SplitTests.svelte';
import type { AskedSplit } from '#components/pages/plan/split-test/split-words.ts';
import type { SplitTest } from '#core/evaluation/split-test/split-test.ts';

const target = document.createElement('div');
let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
});

const running: SplitTest = {
  ...{
    id: 3,
    datasetId: 1,
    createdAt: 5,
    tested: 'newsletter',
    title: 'Blue mug',
    productIds: ['mug'],
  },
  design: { usualShare: 0.1, uplift: 0.03, heldOutShare: 0.5, looks: 1 },
  ...{ salt: 's', startDay: 20_000, days: 28, readings: [] },
};

function show(
  tests: readonly SplitTest[],
  today: number,
  refused: { id: number; why: 'few-orders' } | null = null,
) {
  const onstart = vi.fn<(asked: AskedSplit) => void>();
  const onread = vi.fn<(test: SplitTest, look: number) => void>();
  const about = { title: 'Blue mug', productIds: ['mug'] };
  const deeds = { onstart, onread, onlist: vi.fn(), onremove: vi.fn() };
  const facts = { buyerCount: 5000, usualShare: 0.08, busyId: null, refused };
  shown = mount(SplitTests, { target, props: { tests, about, today, ...facts, ...deeds } });
  flushSync();
  return { onstart, onread };
}

const buttons = () =>
  [...target.querySelectorAll('button')].map((button) => button.textContent.trim());

it('has no form until it is opened, then says what a test needs and starts it', () => {
  const { onstart } = show([], 20_000);
  expect(target.querySelector('form')).toBeNull();
  const details = target.querySelector('details')!;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  flushSync();
  expect(target.textContent).toContain('This needs');
  expect(target.textContent).toContain('You have 5,000');
  target.querySelector('form')!.requestSubmit();
  flushSync();
  expect(onstart).toHaveBeenCalledExactlyOnceWith({
    ...{ tested: 'newsletter', title: 'Blue mug', productIds: ['mug'], startDay: 20_001, days: 28 },
    design: { usualShare: 0.08, uplift: 0.02, heldOutShare: 0.5, looks: 1 },
  });
  expect(target.querySelector('form')).toBeNull();
});

it('shows nothing of a running test before its look', () => {
  show([running], 20_010);
  expect(buttons()).toEqual(['Save list of buyers', 'Remove']);
  expect(target.textContent).toContain('Until then nothing is shown');
});

it('reads a test that is over, and says why a file is refused', () => {
  const { onread } = show([running], 20_028, { id: 3, why: 'few-orders' });
  expect(target.querySelector('[role="alert"]')!.textContent).toContain('between 1 and 9');
  target.querySelector('button')!.click();
  expect(onread).toHaveBeenCalledExactlyOnceWith(running, 1);
});

it('shows what a look found, with its range and its groups', () => {
  const sums = (ordered: number) => ({ buyers: 1000, ordered, sales: NaN, salesSquares: NaN });
  const all = { sent: sums(160), heldOut: sums(100) };
  const groups = [
    { group: 'new', ...all },
    { group: 'VIP', ...all },
  ];
  show([{ ...running, readings: [{ look: 1, all, groups }] }], 20_050);
  expect(target.querySelector('h3')!.textContent).toBe(
    'It brought orders: 6 percentage points more',
  );
  expect([...target.querySelectorAll('tbody th')].map((cell) => cell.textContent)).toEqual([
    'All',
    'New buyers',
    'VIP',
  ]);
  expect(buttons()).toEqual(['Remove']);
  expect(target.textContent).not.toMatch(/NaN|Sales per buyer/);
});
