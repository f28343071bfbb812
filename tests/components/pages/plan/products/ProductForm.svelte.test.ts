import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import type { ProductFields } from '#components/pages/plan/products/product-fields.ts';
import ProductForm from '#components/pages/plan/products/ProductForm.svelte';

const NAMES = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'Material'];

it('takes attributes that are called as what every object answers to', async () => {
  const added: ProductFields[] = [];
  const attributes = Object.fromEntries(NAMES.map((name) => [name, ['Clay']]));
  const form = mount(ProductForm, {
    target: document.body,
    props: {
      known: { categories: [], brands: [], attributes },
      onadd: (fields: ProductFields) => added.push(fields),
    },
  });
  const type = (label: string, text: string) => {
    const field = [...document.querySelectorAll('label')].find(
      ({ textContent }) => textContent.trim() === label,
    );
    const input = document.querySelector<HTMLInputElement>(`[id="${field!.htmlFor}"]`)!;
    expect(input.value).toBe('');
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    expect(input.value).toBe(text);
  };
  const submit = () => {
    const event = new Event('submit', { bubbles: true, cancelable: true });
    document.querySelector('form')!.dispatchEvent(event);
    flushSync();
  };
  const title = document.querySelector('input')!;
  const name = (text: string) => {
    title.value = text;
    title.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  };
  name('Mug');
  for (const attribute of NAMES) type(attribute, 'clay');
  submit();
  name('Cup');
  submit();
  expect(added.map((fields) => Object.entries(fields.attributes))).toEqual([
    NAMES.map((attribute) => [attribute, 'Clay']),
    [],
  ]);
  await unmount(form);
});

it('asks for a number as a number, with no list, and adds it with the unit of past launches', async () => {
  const added: ProductFields[] = [];
  const form = mount(ProductForm, {
    target: document.body,
    props: {
      known: { categories: [], brands: [], attributes: { Weight: ['0.3 kg', '2 kg'] } },
      onadd: (fields: ProductFields) => added.push(fields),
    },
  });
  const input = (label: string) =>
    [...document.querySelectorAll('label')].find(({ textContent }) => textContent.trim() === label)!
      .control as HTMLInputElement;
  const type = (label: string, text: string) => {
    input(label).value = text;
    input(label).dispatchEvent(new Event('input', { bubbles: true }));
  };
  type('Title', 'Mug');
  type('Weight', '0,5');
  flushSync();
  expect(document.body.textContent).toContain('Past launches:');
  expect(input('Weight').getAttribute('role')).toBeNull();
  document.querySelector('form')!.requestSubmit();
  flushSync();
  expect(added.map(({ attributes }) => attributes)).toEqual([{ Weight: '0.5 kg' }]);
  await unmount(form);
});
