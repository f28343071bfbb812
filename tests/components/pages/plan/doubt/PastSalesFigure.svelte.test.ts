import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import PastSalesFigure from '#components/pages/plan/doubt/PastSalesFigure.svelte';
import type { PastSales } from '#core/planning/plan/past-sales.ts';
import { SAMPLE_MONDAY, sampleAction, samplePlan } from '../../../../support/ranking.ts';

const target = document.createElement('div');
let shown: ReturnType<typeof mount> | null = null;
afterEach(clear);

async function clear() {
  if (shown) await unmount(shown);
  shown = null;
}

const pastSales: PastSales = {
  similar: [
    { title: 'Blue mug', day: SAMPLE_MONDAY - 365, units: 97 },
    { title: 'Green mug', day: SAMPLE_MONDAY - 300, units: 171, isSoldOut: true },
  ],
  ...{ median: 50, categoryMedian: 62, high: 400 },
};

async function show(plan = samplePlan({ pastSales })) {
  await clear();
  shown = mount(PastSalesFigure, { target, props: { plan } });
  flushSync();
}

const leftOf = (mark: string) =>
  Number.parseFloat(target.querySelector<HTMLElement>(`.plot ${mark}`)!.style.insetInlineStart);

it('draws every similar launch on the axis of the plan, a sold-out one open', async () => {
  await show();
  expect(target.querySelectorAll('.plot .similar')).toHaveLength(1);
  expect(target.querySelectorAll('.plot .sold-out')).toHaveLength(1);
  expect(leftOf('.median')).toBeLessThan(leftOf('.category-median'));
  expect(leftOf('.category-median')).toBeLessThan(leftOf('.similar'));
  expect(leftOf('.similar')).toBeLessThan(leftOf('.forecast'));
  expect(leftOf('.order')).toBeLessThan(leftOf('.sold-out'));
});

it('gives every mark in a table, and one by one with the arrow keys', async () => {
  await show();
  const cells = [...target.querySelectorAll('tr')].map((row) => row.textContent.trim());
  expect(cells).toHaveLength(6);
  expect(cells.at(-1)).toContain('Green mug');
  expect(cells.at(-1)).toContain('> 171');
  const stop = target.querySelector<HTMLElement>('[role=slider]')!;
  expect(stop.getAttribute('aria-valuetext')).toContain('Blue mug');
  stop.focus();
  stop.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
  flushSync();
  expect(stop.getAttribute('aria-valuetext')).toContain('Green mug');
});

it('names its scale only where it is not linear', async () => {
  await show();
  expect(target.textContent).not.toContain('Square-root');
  const similar = [21, 40, 60, 170].map((units) => ({ title: 'Mug', day: SAMPLE_MONDAY, units }));
  await show(
    samplePlan({
      action: sampleAction({ stockUnits: 3533 }),
      pastSales: { ...pastSales, similar },
    }),
  );
  expect(target.textContent).toContain('Square-root scale');
  expect(target.querySelector('.warn')!.textContent).toContain('21 times');
});

it('draws forecast and order at once, without past sales', async () => {
  await show(samplePlan());
  expect(target.querySelectorAll('.plot .forecast, .plot .order')).toHaveLength(2);
  expect(target.querySelector('.similar, .median')).toBeNull();
});
