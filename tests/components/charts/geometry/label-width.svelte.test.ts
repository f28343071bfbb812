import { afterEach, expect, it } from 'vitest';
import { labelWidth, shortened } from '#components/charts/geometry/label-width.ts';

const { dataset } = document.documentElement;
afterEach(() => delete dataset.textSize);

it('labels take more room where texts are large', () => {
  const usual = labelWidth('Marketplace');
  dataset.textSize = 'large';
  expect(labelWidth('Marketplace') / usual).toBeCloseTo(14.5 / 12, 12);
  expect(shortened('Marketplace', usual)).not.toBe('Marketplace');
});
