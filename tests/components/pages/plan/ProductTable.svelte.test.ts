import { flushSync, mount, tick, unmount } from 'svelte';
import { expect, it } from 'vitest';
// What the focus fetches is here already, and does not come after the test.
import '#components/ui/controls/TooltipPanel.svelte';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import ProductTable from '#components/pages/plan/ProductTable.svelte';
import { adoptedPlan, sampleActual } from '../../../support/adopted-plan.ts';

const products = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...{ id: `p${i}`, title: `Cup ${i}`, category: '', brand: '', listPrice: null },
    ...{ unitCost: null, attributes: {} },
  }));

function show(count: number, launched: readonly AdoptedPlan[] = []) {
  const planned = new Set(['p0']);
  const table = mount(ProductTable, {
    target: document.body,
    props: { products: products(count), planned, launched, onremove: () => undefined },
  });
  flushSync();
  const names = () =>
    [...document.querySelectorAll('tbody th')].map(({ textContent }) => textContent);
  const more = () =>
    [...document.querySelectorAll('button')].find((each) => each.textContent.includes('Show all'));
  return { names, more, close: () => unmount(table) };
}

it('marks launched products and has them last', async () => {
  const launched = [
    adoptedPlan({ product: products(3)[1]!, actual: sampleActual() }),
    adoptedPlan({ id: 2, product: products(3)[2]! }),
  ];
  const { names, close } = show(3, launched);
  expect(names()).toEqual(['Cup 0', 'Cup 1', 'Cup 2']);
  const standing = [...document.querySelectorAll('tbody tr')].map(
    (row) => row.querySelectorAll('td')[3]?.textContent,
  );
  expect(standing).toEqual(['Made', 'Launched', 'Launched, awaiting result']);
  await close();
});

it('says how many of a long list it shows, those that wait first, and shows all where asked', async () => {
  const { names, more, close } = show(30);
  expect(names()).toHaveLength(8);
  expect(names()[0]).toBe('Cup 1');
  expect(document.body.textContent).toContain('8 of 30');
  more()!.click();
  await tick();
  expect(names()).toHaveLength(30);
  expect(names().at(-1)).toBe('Cup 0');
  expect(document.activeElement!.getAttribute('aria-label')).toContain('Cup 9');
  expect(more()).toBeUndefined();
  await close();
});

it('hides nothing for a few', async () => {
  const { names, more, close } = show(12);
  expect(names()).toHaveLength(12);
  expect(more()).toBeUndefined();
  await close();
});
