import { mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import CashFlow from '#components/pages/plan/money/CashFlow.svelte';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import OutcomeFacts from '#components/pages/plan/OutcomeFacts.svelte';
import { countedUnits } from '#components/words/counts.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { CASH_MONEY, cashPlan, cashStudy } from '../../../../support/cash-plan.ts';
import { samplePlan } from '../../../../support/ranking.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

const aim = { ...USUAL_AIM, stock: { ...USUAL_AIM.stock, leadTimeDays: 30 } };

function show(plan: LaunchPlan): string {
  const props = { study: cashStudy, plan, ranking: { aim } };
  const part = mount(CashFlow, { target: document.body, props });
  leave = () => void unmount(part);
  return document.body.textContent;
}

it('says how much is tied up, until when, and the usual approach beside it', () => {
  const text = show(cashPlan());
  // 640 for stock and 45 for ads before the first payout, on the first day of week 4.
  expect(document.querySelector('figure h3')?.textContent).toMatch(
    /^Expect at most 685 tied up, on 23.Mar; back by 13.Apr$/,
  );
  expect(text).toMatch(/Your usual approach from the same launch day: at most 4\d\d, on/);
  expect(text).toContain('30% of the stock’s cost is paid when it is ordered');
  expect(text).toContain('14 days after the end of their week');
  expect(text).not.toContain('NaN');
});

it('says that nothing comes back in time where nothing is sold', () => {
  const expected = 0.2;
  const outcome = { ...cashPlan().outcome };
  const units = { ...outcome.units, expected };
  const text = show(cashPlan({ outcome: { ...outcome, units } }));
  expect(document.querySelector('figure h3')?.textContent).toContain('not back by');
  expect(text).toContain('the money is not back by');
});

it('counts the same leftover stock as the card of the plan, later sales included', () => {
  const money = { ...CASH_MONEY, later: { share: 1, holding: 0 } };
  const launched = { logUnits: Math.log1p(60), money, stock: 160 };
  const plan = cashPlan({ ...forecast(cashStudy.spread, launched), money });
  const units = countedUnits(plan.odds.leftoverUnits);
  expect(160 * (1 - plan.odds.sellThrough)).toBeGreaterThan(1.5 * plan.odds.leftoverUnits);
  expect(show(plan)).toContain(`Leftover stock, about ${units}, is not counted;`);
  leave();
  const card = mount(OutcomeFacts, { target: document.body, props: { plan, measure: 'profit' } });
  leave = () => void unmount(card);
  expect(document.body.textContent).toContain(`about ${units} left over on average`);
});

it('is not there where costs are not known', () => {
  show(samplePlan());
  expect(document.querySelector('figure')).toBeNull();
});
