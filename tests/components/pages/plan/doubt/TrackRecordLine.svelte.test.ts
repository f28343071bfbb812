import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import TrackRecordLine from '#components/pages/plan/doubt/TrackRecordLine.svelte';
import type { Holdout } from '#core/evaluation/scorecard/holdout.ts';
import { adoptedPlan } from '../../../../support/adopted-plan.ts';
import { heldOutOf } from '../../../../support/held-out.ts';
import { samplePlan } from '../../../../support/ranking.ts';

const target = document.createElement('div');
let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
});

function show(holdout: Holdout | null | undefined) {
  const props = {
    plan: samplePlan(),
    holdout,
    entries: [adoptedPlan()],
    evidenceHref: '/evidence',
  };
  shown = mount(TrackRecordLine, { target, props });
  flushSync();
}

it('takes its room before the launches are read, and none where there are none', async () => {
  show(undefined);
  expect(target.querySelector('div')).not.toBeNull();
  expect(target.textContent.trim()).toBe('');
  await unmount(shown!);
  show(null);
  expect(target.querySelector('div')).toBeNull();
});

it('says how often forecasts were right, with a link to the evidence', () => {
  show(heldOutOf({ actual: [100, 900], debut: [99, 99] }));
  expect(target.textContent).toContain('Of 2 unseen launches, 50%');
  expect(target.querySelector('a')!.getAttribute('href')).toBe('/evidence');
});
