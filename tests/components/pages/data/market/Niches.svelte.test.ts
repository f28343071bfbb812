import { flushSync, mount, unmount } from 'svelte';
import { expect, it, onTestFinished, vi } from 'vitest';
import Niches from '#components/pages/data/market/Niches.svelte';
import { knownNiche, marketNiche } from '../../../../support/niches.ts';

function shown(props: Partial<Parameters<typeof Niches>[1]>) {
  const niches = [
    knownNiche({ name: 'yoga mat' }),
    knownNiche({ name: 'table lamp', niche: marketNiche({ returnRate360: 0.1 }) }),
  ];
  const given = { niches, categories: ['Lamps', 'Rugs'], choices: {}, onniche: vi.fn(), ...props };
  const part = mount(Niches, { target: document.body, props: given });
  onTestFinished(() => void unmount(part));
  flushSync();
  return given;
}

it('shows niches with the categories that they stand for, these first', () => {
  shown({});
  const items = [...document.body.querySelectorAll('.niches > li')].map((item) => item.textContent);
  expect(items[0]).toMatch(/table lamp.*Stands for “Lamps”.*Return rate.*10%/s);
  expect(items[1]).toMatch(/yoga mat.*Stands for no category.*The files tell no figures of it/s);
});

it('lets another niche stand for a category, or none', () => {
  const { onniche } = shown({ choices: { Lamps: 'yoga mat' } });
  const [lamps, rugs] = document.body.querySelectorAll('select');
  expect([lamps!.value, rugs!.value]).toEqual(['yoga mat', '']);
  lamps!.value = '';
  lamps!.dispatchEvent(new Event('change', { bubbles: true }));
  expect(onniche).toHaveBeenCalledWith('Lamps', '');
});

it('names niches beyond the twelfth', () => {
  const niches = Array.from({ length: 14 }, (_, i) => knownNiche({ name: `lamp ${i + 10}` }));
  shown({ niches, categories: [] });
  expect(document.body.querySelectorAll('.niches > li')).toHaveLength(12);
  expect(document.body.textContent).toContain('2 other niches: “lamp 22” and “lamp 23”.');
});

it('says which niche was found by meaning', () => {
  shown({ meant: { Rugs: 'yoga mat', Lamps: 'yoga mat' } });
  const [lamps, rugs] = document.body.querySelectorAll('.joins .field');
  expect(lamps!.textContent).not.toContain('by meaning');
  expect(rugs!.querySelector('select')!.value).toBe('yoga mat');
  expect(rugs!.textContent).toContain('Found by meaning: no words are shared.');
});
