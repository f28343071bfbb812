import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import DecisionSentence from '#components/pages/plan/DecisionSentence.svelte';
import { OwnPlan } from '#components/pages/plan/what-if/own-plan.svelte.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { plannedAction, planStudy } from '../../../support/plan-study.ts';
import { samplePlan } from '../../../support/ranking.ts';

const action: LaunchAction = {
  launchDay: dayFromCalendar(2027, 3, 8),
  channel: 'Own store',
  promotion: '10% off',
  priceFactor: 1,
  salePrice: 42,
  adSpend: null,
  stockUnits: 160,
};

function shown(): { readonly text: string; readonly bold: string[] } {
  const target = document.createElement('div');
  const sentence = mount(DecisionSentence, {
    target,
    props: { action, product: { listPrice: 46.67 } },
  });
  const bold = [...target.querySelectorAll('b')].map((each) => each.textContent);
  const text = target.textContent.trim();
  void unmount(sentence);
  return { text, bold };
}

it('lets its values be changed once the forecasts have come', () => {
  const own = new OwnPlan(samplePlan({ action: plannedAction }), 'profit');
  own.take(planStudy());
  const target = document.createElement('div');
  const props = { action: plannedAction, product: { listPrice: 40 }, own };
  const sentence = mount(DecisionSentence, { target, props });
  const buttons = [...target.querySelectorAll('button')];
  expect(buttons.map((each) => each.ariaLabel ?? each.getAttribute('aria-label'))).toEqual([
    expect.stringContaining('Change: Launch week'),
    'Email. Change: Channel',
    '40.00. Change: Price buyers pay',
    'coupon. Change: Promotion',
    '38.00. Change: Price buyers pay',
    '120 on ads. Change: Ad spend',
    '150 units. Change: Initial stock',
  ]);
  expect(target.querySelector('b')).toBeNull();
  void unmount(sentence);
});

it('shows what was decided in bold, in the order of the language', () => {
  expect(shown()).toEqual({
    text: 'Launch on Monday 8 March on Own store, priced at 46.67 with 10% off, so buyers pay 42.00, with an initial order of 160 units.',
    bold: ['Monday 8 March', 'Own store', '46.67', '10% off', '42.00', '160 units'],
  });
  expect(inChinese(shown)).toEqual({
    text: '3月8日（周一）在 Own store 上新，定价 46.67，做 10% off 促销，到手价 42.00，首批采购 160 件。',
    bold: ['3月8日（周一）', 'Own store', '46.67', '10% off', '42.00', '160 件'],
  });
});
