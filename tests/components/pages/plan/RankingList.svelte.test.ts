import { mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import RankingList from '#components/pages/plan/RankingList.svelte';
import { rangeAxis } from '#components/charts/geometry/range-axis.ts';
import { measuredRange } from '#core/planning/plan/planned-value.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { adoptedPlan } from '../../../support/adopted-plan.ts';
import { samplePlan, sampleProduct } from '../../../support/ranking.ts';

const target = document.createElement('div');
let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
});

function badge(adopted: ReturnType<typeof adoptedPlan> | null): string | undefined {
  const plan = samplePlan();
  shown = mount(RankingList, {
    target,
    props: {
      ...{ plans: [plan], aim: USUAL_AIM, objective: 'profit', measure: 'profit' },
      axis: rangeAxis([measuredRange(plan, 'profit')]),
      ...{ hrefOf: () => '#', adoptedOf: () => adopted },
    },
  });
  return target.querySelector('.adopted')?.textContent.trim();
}

it('says where a plan is what the seller usually does', () => {
  const plan = samplePlan({ isAsUsual: true });
  shown = mount(RankingList, {
    target,
    props: {
      ...{ plans: [plan], aim: USUAL_AIM, objective: 'profit', measure: 'profit' },
      axis: rangeAxis([measuredRange(plan, 'profit')]),
      ...{ hrefOf: () => '#', adoptedOf: () => null },
    },
  });
  expect(target.textContent).toContain('As you usually do');
});

it('says by when to order where the lead time is known', () => {
  const plan = samplePlan();
  const props = (leadTimeDays: number) => ({
    ...{ plans: [plan], objective: 'profit' as const, measure: 'profit' as const },
    aim: { ...USUAL_AIM, stock: { ...USUAL_AIM.stock, leadTimeDays } },
    axis: rangeAxis([measuredRange(plan, 'profit')]),
    ...{ hrefOf: () => '#', adoptedOf: () => null },
  });
  shown = mount(RankingList, { target, props: props(21) });
  expect(target.textContent).toMatch(/initial order: 160 units · order by 16.Feb/); // launched on 9 March
  void unmount(shown);
  shown = mount(RankingList, { target, props: props(0) });
  expect(target.textContent).not.toContain('order by');
});

it('says of a plan that it is adopted', () => {
  expect(badge(adoptedPlan())).toBe('Adopted');
});

it('says where another plan of the product is adopted than the one in the row', () => {
  const { action } = samplePlan();
  const more = { ...action, stockUnits: action.stockUnits + 44 };
  expect(badge(adoptedPlan({ action: more }))).toBe('Adopted: another plan');
});

it('says nothing where none is', () => {
  expect(badge(null)).toBeUndefined();
});

it('shortens a title that is a whole description, and has it in full at hand', () => {
  const title = `Take Me Out 2023. ${'A playwright celebrates a pastime. '.repeat(9)}`.trim();
  const plan = samplePlan({ product: sampleProduct({ title }) });
  shown = mount(RankingList, {
    target,
    props: {
      ...{ plans: [plan], aim: USUAL_AIM, objective: 'profit', measure: 'profit' },
      axis: rangeAxis([measuredRange(plan, 'profit')]),
      ...{ hrefOf: () => '#', adoptedOf: () => null },
    },
  });
  const link = target.querySelector('h3 a')!;
  expect(link.textContent).toBe('Take Me Out 2023. A playwright celebrates a pastime…');
  expect(link.getAttribute('title')).toBe(title);
});
