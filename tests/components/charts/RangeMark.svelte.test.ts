import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import RangeMark from '#components/charts/RangeMark.svelte';

it('says its numbers to those who do not see it, and stays on its axis', () => {
  const mark = mount(RangeMark, {
    target: document.body,
    props: {
      range: { expected: 120, low80: 80, low50: 100, high50: 150, high80: 900 },
      axis: { min: 0, max: 400 },
      label: 'Units: about 120, most likely 80–900',
    },
  });
  const image = document.querySelector('[role="img"]');
  expect(image?.getAttribute('aria-label')).toBe('Units: about 120, most likely 80–900');
  expect(document.querySelector('.middle')?.getAttribute('style')).toContain('30%');
  expect(document.querySelector('.eight')?.getAttribute('style')).toContain('width: 80%');
  void unmount(mark);
});
