import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import KnownText from '#components/forms/KnownText.svelte';

it('offers what was probably meant, takes it at a press, and tells what is truly new', async () => {
  const field = mount(KnownText, {
    target: document.body,
    props: { label: 'Category', value: '', known: ['Mugs', 'Vases'], pause: 0 },
  });
  const input = document.querySelector('input')!;
  const type = (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const said = () => document.querySelector('[role=status]')!.textContent.trim();
  type('Mgus');
  await expect.poll(said).toContain('“Mgus” is not in your launches.');
  document.querySelector('button')!.click();
  await expect.poll(() => document.querySelector('input')!.value).toBe('Mugs');
  await expect.poll(said).toBe('');
  type('Garden');
  await expect.poll(said).toBe('“Garden” was not seen before: planned from the others.');
  void unmount(field);
});
