import { mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import PlanList from '#components/pages/plan/PlanList.svelte';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import { sampleRanking } from '../../../support/ranking.ts';

const target = document.createElement('div');
let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
});

function textOf(change: Partial<Ranking>): string {
  const ranking = sampleRanking(change);
  const props = { ranking, hrefOf: () => '#', adoptedOf: () => null };
  shown = mount(PlanList, { target, props });
  return target.textContent;
}

it('says once, before the ranking, that all plans take the same edge of what was tried', () => {
  const text = textOf({ sharedEdges: ['highest-price'] });
  expect(text.split('Every plan uses the highest price you have tried.')).toHaveLength(2);
  expect(text.indexOf('Every plan uses')).toBeLessThan(text.indexOf('Red mug'));
});

it('says at what share gains are counted, where results brought less', () => {
  const text = textOf({ kept: { share: 0.78, count: 14 } });
  expect(text).toContain('so plans count gains at about 78%.');
});

it('says nothing of it of other plans', () => {
  expect(textOf({})).not.toContain('Every plan');
});
