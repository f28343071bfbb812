import { expect, it } from 'vitest';
import { columnUseWords } from '#components/pages/data/import/column-use-words.ts';

const none = { attributes: [], weekly: [], personal: [], unused: [] };

it('names the columns that hold no field, and what becomes of them', () => {
  expect(columnUseWords(none)).toBe('');
  expect(columnUseWords({ ...none, attributes: ['Glaze'], personal: ['Buyer'] })).toBe(
    'Used as product attributes: “Glaze”. Left out as personal data: “Buyer”.',
  );
});

it('names the first few of many', () => {
  const unused = Array.from({ length: 9 }, (_, i) => `c${i}`);
  expect(columnUseWords({ ...none, unused })).toContain('“c5” and 3 more.');
});
