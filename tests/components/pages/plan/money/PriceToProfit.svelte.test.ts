import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import PriceToProfit from '#components/pages/plan/money/PriceToProfit.svelte';
import { USUAL_AIM, type Aim } from '#core/planning/plan/aim.ts';
import type { ProfitParts } from '#core/planning/plan/profit-parts.ts';
import { NO_SELLING_TERMS } from '#core/planning/plan/selling-terms.ts';
import { sampleParts } from '../../../../support/profit-parts.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

function shown(parts: ProfitParts | undefined, aim: Aim = USUAL_AIM): HTMLElement {
  const target = document.body.appendChild(document.createElement('div'));
  const plan = parts ? { parts } : {};
  const page = mount(PriceToProfit, { target, props: { plan, aim, aimHref: '/plan/?dataset=1' } });
  flushSync();
  leave = () => {
    void unmount(page);
    target.remove();
  };
  return target;
}

it('draws the parts, and has them as a table per unit and for the launch', () => {
  const target = shown(sampleParts);
  expect(target.querySelectorAll('svg rect')).toHaveLength(7);
  const button = [...target.querySelectorAll('button')].find((each) =>
    each.textContent.includes('table'),
  )!;
  button.click();
  flushSync();
  const rows = [...target.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim()),
  );
  expect(rows[0]).toEqual(['Price buyers pay', '20.00', '2,000']);
  expect(rows.at(-1)).toEqual(['Profit', '5.97', '597']);
});

it('says what is not counted, and links to where it is entered', () => {
  const link = shown(sampleParts).querySelector('a')!;
  expect(link.getAttribute('href')).toBe('/plan/?dataset=1');
  expect(link.parentElement!.textContent).toContain('Not counted: VAT');
  leave();
  const selling = {
    ...NO_SELLING_TERMS,
    ...{ vatRate: 0.2, orderFee: 1, returnFreight: 2, capitalRate: 0.1, laterSalesShare: 1 },
  };
  const target = shown(sampleParts, { ...USUAL_AIM, selling });
  expect(target.querySelector('a')).toBeNull();
  expect(target.textContent).toContain('Revenue and profit are without VAT.');
  expect(target.textContent).toContain('Units sold after the first weeks are included');
});

it('is not there for plans that were stored without it', () => {
  expect(shown(undefined).textContent.trim()).toBe('');
});
