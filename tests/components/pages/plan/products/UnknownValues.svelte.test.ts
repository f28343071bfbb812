import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import UnknownValues from '#components/pages/plan/products/UnknownValues.svelte';
import type { NewProduct } from '#core/launch/new-product.ts';

const product = (id: string): NewProduct => ({
  ...{ id, title: 'Cup', category: '', brand: '', listPrice: null, unitCost: null },
  attributes: {},
});

it('doubts numbers of new products, without a button: only the seller knows the right one', async () => {
  const doubtful = [
    { name: 'Weight', value: '300 kg', doubt: 'far', products: [product('a'), product('b')] },
    {
      name: 'Sampled',
      value: '900 days before launch',
      doubt: 'far-days',
      products: [product('d')],
    },
    { name: 'Weight', value: 'heavy', doubt: 'no-number', products: [product('c')] },
  ] as const;
  const list = mount(UnknownValues, {
    target: document.body,
    props: { values: [], doubtful, ontake: () => undefined },
  });
  expect([...document.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    'Weight “300 kg” (2 products) is far from what past launches had; is the unit right?',
    'Sampled “900 days before launch” (1 product) is far from what past launches had; is the date right?',
    'Weight “heavy” (1 product) is not a number, so plans treat it as not known.',
  ]);
  expect(document.querySelector('button')).toBeNull();
  await unmount(list);
});
