import { expect, it } from 'vitest';
import { imageFileName } from '#components/charts/saving/save-figure.ts';

it('names an image after its title, with letters and numbers of any language', () => {
  expect(imageFileName('Off by 31 %: “good”', 'png')).toBe('Off-by-31-good.png');
  expect(imageFileName('一半的上新卖出 50 件', 'svg')).toBe('一半的上新卖出-50-件.svg');
  expect(imageFileName('…', 'svg')).toBe('debut.svg');
  expect(imageFileName('a'.repeat(300), 'png')).toHaveLength(84);
});
