import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import SmallTry from '#components/pages/plan/doubt/SmallTry.svelte';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { factsOfStudy, smallestTry } from '#core/planning/try/smallest-try.ts';
import { planStudy } from '../../../../support/plan-study.ts';
import { sampleAction, samplePlan } from '../../../../support/ranking.ts';

const target = document.createElement('div');
let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
});

const study = planStudy({
  spread: demandSpread(Float64Array.from({ length: 200 }, (_, i) => 4 * ((i + 0.5) / 200 - 0.5))),
});
const money = { revenue: 20, margin: 9, leftover: 2.4, fixedCost: 120 };
const plan = samplePlan({
  ...forecast(study.spread, { logUnits: Math.log1p(120), money, stock: 227 }),
  ...{ action: sampleAction({ stockUnits: 227 }), money },
});

function show(of = plan) {
  const usual = smallestTry(of, factsOfStudy(study, 28));
  const props = { study, plan: of, ranking: { aim: USUAL_AIM }, usual };
  shown = mount(SmallTry, { target, props });
  flushSync();
}

it('shows a first order with its reorders, and looks again within another limit', () => {
  show();
  expect(target.querySelector('h3')!.textContent).toContain('whether and how much to reorder');
  expect(target.querySelectorAll('tbody tr').length).toBeGreaterThan(1);
  const limit = target.querySelector('input')!;
  limit.value = '121';
  limit.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
  expect(target.querySelector('h3')).toBeNull();
  expect(target.textContent).toContain('may lose more than this limit');
  expect(target.querySelector('input')).toBe(limit);
});

it('says why there is none, without a limit to set', () => {
  show(samplePlan({ ...plan, money: { ...money, fixedCost: 1e6 } }));
  expect(target.textContent).toContain('there is nothing to try');
  expect(target.querySelector('input')).toBeNull();
});
