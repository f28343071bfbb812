import { mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';
import PointTable from '#components/charts/figure/PointTable.svelte';

it('copies what is missing as an empty cell', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const table = mount(PointTable, {
    target: document.body,
    props: {
      label: 'Sold',
      names: ['Mug', 'Bowl'],
      nameColumn: 'Product',
      xs: Float64Array.of(30, NaN),
      ys: Float64Array.of(3, 2),
      xName: 'promised',
      yName: 'sold',
      format: String,
      counted: (count: number) => `${count} products`,
    },
  });
  const buttons = [...document.querySelectorAll('button')];
  buttons.find(({ textContent }) => textContent.includes('Copy table'))!.click();
  await vi.waitFor(() => expect(copied).toHaveBeenCalled());
  expect(copied.mock.calls[0]![0]).toBe('Product\tpromised\tsold\nMug\t30\t3\nBowl\t\t2');
  await unmount(table);
});
