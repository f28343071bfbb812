import { mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';
import StockOnHand from '#components/pages/data/stock/StockOnHand.svelte';
import { stockBesideProducts } from '#core/ledger/stock/stock-beside-products.ts';
import { launchTable } from '../../../../support/launch-table.ts';
import { sampleProduct } from '../../../../support/ranking.ts';
import { stockItem } from '../../../../support/stock-item.ts';

const known = stockBesideProducts(
  {
    ...{ fileName: 'stock.csv', asOf: 20_000 },
    items: [stockItem({ title: 'Blue mug', onHand: 40, weeklyUnits: 5 })],
  },
  [
    sampleProduct({ id: 'a', title: 'Blue mug, large' }),
    sampleProduct({ id: 'b', title: 'Shelf' }),
  ],
  { table: launchTable([]), horizonDays: 28 },
);
const idle = { phase: { status: 'idle' } as const, fraction: null };

it('lists by new product what is similar in stock, and lets go of the list', () => {
  const onremove = vi.fn<() => void>();
  const ignore = () => undefined;
  const part = mount(StockOnHand, {
    target: document.body,
    props: { known, ...idle, onremove, onfile: ignore, oncancel: ignore },
  });
  const [heading] = document.querySelectorAll('.product h3');
  expect(heading?.textContent).toBe('Blue mug, large');
  expect(document.querySelector('.product li')?.textContent).toContain('40 units of Blue mug left');
  expect(document.body.textContent).toContain('Nothing similar in stock for: Shelf.');
  const remove = [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent.includes('Remove list'),
  );
  remove?.click();
  expect(onremove).toHaveBeenCalledOnce();
  void unmount(part);
});

it('asks for a list where there is none', () => {
  const ignore = () => undefined;
  const part = mount(StockOnHand, {
    target: document.body,
    props: { known: null, ...idle, onremove: ignore, onfile: ignore, oncancel: ignore },
  });
  expect(document.body.textContent).toContain('Drop a stock list here');
  expect(document.body.textContent).not.toContain('Remove list');
  void unmount(part);
});
