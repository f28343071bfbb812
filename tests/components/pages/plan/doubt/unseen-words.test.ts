import { expect, it } from 'vitest';
import { unseenWords } from '#components/pages/plan/doubt/unseen-words.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import { sampleProduct } from '../../../../support/ranking.ts';

const known = {
  ...{ categories: ['Kitchen'], brands: ['Kiln', 'Fjord'] },
  attributes: { Colour: ['red', 'blue'], Material: ['clay'] },
};
const mug = sampleProduct({ attributes: { Colour: 'red', Material: 'clay' } });

it('names brand and attributes that no past launch had', () => {
  const green = { ...mug, brand: 'Moss', attributes: { ...mug.attributes, Colour: 'green' } };
  expect(unseenWords(green, known)).toBe(
    'New to your history: Brand “Moss” and Colour “green”. The forecast cannot know what that changes.',
  );
  inChinese(() => {
    expect(unseenWords({ ...green, brand: 'Kiln' }, known)).toBe(
      '以往上新未出现过：Colour“green”。预测无法体现其影响。',
    );
  });
});

it('is silent where all are known, and leaves a category to its own note', () => {
  expect(unseenWords(mug, known)).toBe('');
  expect(unseenWords({ ...mug, category: 'Garden' }, known)).toBe('');
});
