import { flushSync, mount, unmount } from 'svelte';
import { expect, it, onTestFinished, vi } from 'vitest';
import TermChoices from '#components/pages/data/demand/TermChoices.svelte';

it('offers every term for every category', () => {
  const onterm = vi.fn();
  const joins = [
    { category: 'Lamps', term: 'table lamp', isByMeaning: true },
    { category: 'Rugs', term: null, isByMeaning: false },
  ];
  const props = { joins, terms: ['table lamp', 'wool rug'], onterm };
  const part = mount(TermChoices, { target: document.body, props });
  onTestFinished(() => void unmount(part));
  flushSync();
  const [lamps, rugs] = document.body.querySelectorAll('select');
  expect([lamps!.value, rugs!.value]).toEqual(['table lamp', '']);
  const [first, second] = document.body.querySelectorAll('.field');
  expect(first!.textContent).toContain('Found by meaning');
  expect(second!.textContent).not.toContain('Found by meaning');
  rugs!.value = 'wool rug';
  rugs!.dispatchEvent(new Event('change', { bubbles: true }));
  expect(onterm).toHaveBeenCalledWith('Rugs', 'wool rug');
});
