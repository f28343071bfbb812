import { expect, it } from 'vitest';
import { unseenWords } from '#components/pages/plan/doubt/unseen-words.ts';
import { m } from '#messages';
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
  const facts = m.doubt_unseen_fact({ label: 'Colour', value: 'green' });
  expect(unseenWords({ ...green, brand: 'Kiln' }, known)).toBe(m.doubt_unseen({ facts }));
});

it('is silent where all are known, and leaves a category to its own note', () => {
  expect(unseenWords(mug, known)).toBe('');
  expect(unseenWords({ ...mug, category: 'Garden' }, known)).toBe('');
});
