import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import SlideCurve from '#components/charts/slide/SlideCurve.svelte';

it('names the places to know, the earlier one to the left of its stroke', () => {
  const flat = [10, 10];
  const curve = mount(SlideCurve, {
    target: document.body,
    props: {
      ...{ title: 'Ten either way', note: 'Profit', ends: { min: 0, max: 100 }, ticks: [] },
      values: {
        x: [0, 100],
        expected: flat,
        low80: flat,
        low50: flat,
        high50: flat,
        high80: flat,
        outside: [],
      },
      yAxis: { min: 0, max: 10, ticks: [0, 10] },
      formatY: String,
      chosen: { x: 50, y: 10, text: '10' },
      marks: [
        { x: 48, text: 'Best guess' },
        { x: 50, text: 'Best order' },
      ],
      control: {
        label: 'Stock',
        min: 0,
        max: 100,
        step: 1,
        value: 50,
        valueText: '50',
        onmove: () => undefined,
      },
    },
  });
  const names = [...document.querySelectorAll('text.name')];
  expect(names.map(({ textContent }) => textContent.trim())).toEqual(['Best guess', 'Best order']);
  expect(names.map((name) => name.getAttribute('text-anchor'))).toEqual(['end', 'start']);
  expect(document.querySelectorAll('path.mark')).toHaveLength(2);
  void unmount(curve);
});
