import { mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import PricePath from '#components/pages/plan/price-path/PricePath.svelte';
import type { PlannedLaunch } from '#core/planning/plan/launch-plan.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import { plannedAction, planStudy } from '../../../../support/plan-study.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

const salesCurve = {
  shares: [8, 6, 5, 4, 4, 3, 3, 2, 2, 1, 1, 1].map((weight) => weight / 40),
  launchCount: 30,
};

function textOf(change: Partial<PlanStudy>, stockUnits: number): string {
  const plan = { action: { ...plannedAction, stockUnits } } as PlannedLaunch;
  const part = mount(PricePath, {
    target: document.body,
    props: { study: planStudy({ salesCurve, ...change }), plan, horizonDays: 28 },
  });
  leave = () => void unmount(part);
  return document.body.textContent;
}

it('says what a cut earns beside one price', () => {
  const text = textOf({}, 600);
  expect(document.querySelector('figure h3')?.textContent).toMatch(/^Cut the price by \d+% from/);
  expect(text).toContain('At a constant price');
  expect(text).toContain('600 units');
});

it('says why it tells nothing', () => {
  expect(textOf({ salesCurve: null }, 100)).toContain('20 past launches');
  expect(document.querySelector('figure')).toBeNull();
});
