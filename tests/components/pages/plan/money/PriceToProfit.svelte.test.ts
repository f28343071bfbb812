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
  const link = [...shown(sampleParts).querySelectorAll('a')].at(-1)!;
  expect(link.getAttribute('href')).toBe('/plan/?dataset=1');
  expect(link.parentElement!.textContent).toContain('Not counted: VAT');
  leave();
  const selling = {
    ...NO_SELLING_TERMS,
    ...{ vatRate: 0.2, orderFee: 1, returnFreight: 2, capitalRate: 0.1, laterSalesShare: 1 },
  };
  const target = shown(sampleParts, { ...USUAL_AIM, selling });
  expect(target.querySelectorAll('a')).toHaveLength(1);
  expect(target.textContent).toContain('Revenue and profit are without VAT.');
  expect(target.textContent).toContain('Units sold after the first weeks are included');
});

it('names at what leftover stock is counted, with a link to where that is entered', () => {
  const kept = shown(sampleParts);
  expect(kept.textContent).toContain('Leftover stock is counted at 70% of its cost.');
  const links = [...kept.querySelectorAll('a')].map((link) => link.textContent);
  expect(links[0]).toBe('Change it');
  leave();
  const lost = shown(sampleParts, { ...USUAL_AIM, stock: { ...USUAL_AIM.stock, leftoverLoss: 1 } });
  expect(lost.textContent).toContain('Leftover stock is counted as worth nothing.');
});

it('is not there for plans that were stored without it', () => {
  expect(shown(undefined).textContent.trim()).toBe('');
});
