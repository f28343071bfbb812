import { mount, tick, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import DecisionEditor from '#components/pages/plan/what-if/DecisionEditor.svelte';
import { OwnPlan } from '#components/pages/plan/what-if/own-plan.svelte.ts';
import type { DecisionPart } from '#components/pages/plan/offer-words.ts';
import { plannedAction, planStudy } from '../../../../support/plan-study.ts';
import { samplePlan } from '../../../../support/ranking.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

function shown(part: DecisionPart) {
  const own = new OwnPlan(samplePlan({ action: plannedAction }), 'profit');
  own.take(planStudy({ stock: { ...planStudy().stock, packSize: 12 } }));
  const ondone = vi.fn();
  const editor = mount(DecisionEditor, { target: document.body, props: { own, part, ondone } });
  leave = () => void unmount(editor);
  const change = async (value: string) => {
    const field = document.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')!;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await tick();
  };
  return { own, ondone, change, text: () => document.body.textContent };
}

it('offers the tried weeks with what each brings', async () => {
  const { own, change } = shown('day');
  const options = [...document.querySelectorAll('option')].map((each) => each.textContent);
  expect(options).toHaveLength(6);
  for (const option of options) expect(option).toMatch(/: about −?[\d,]+$/u);
  await change('3');
  expect(own.shown.action.launchDay).toBe(planStudy().weeks[3]);
});

it('asks for the forecast of another channel, with a promotion that was tried there', async () => {
  const { own, change, ondone } = shown('channel');
  await change('Market');
  expect(own.offer).toEqual({ channel: 'Market', promotion: 'none' });
  expect(ondone).toHaveBeenCalledOnce();
});

it('takes a price, and refuses one that was never tried, saying which were', async () => {
  const { own, change, text } = shown('price');
  await change('34.2');
  expect(own.shown.action.priceFactor).toBeCloseTo(0.9, 9);
  await change('99');
  expect(own.shown.action.priceFactor).toBeCloseTo(0.9, 9);
  expect(text()).toContain('Enter a value from 27.36 to 50.16');
  await change('38');
  expect(own.isChanged).toBe(false);
  expect(text()).not.toContain('Enter a value');
});

it('orders stock in whole packs, however much', async () => {
  const { own, change, text } = shown('stock');
  await change('5000');
  expect(own.shown.action.stockUnits).toBe(5004);
  await change('0');
  expect(own.shown.action.stockUnits).toBe(5004);
  expect(text()).toContain('Enter at least 1 unit.');
});
