import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_TAGS, readTags, writeTags } from '#core/evaluation/runs/run-tags.ts';

it.each([
  { says: 'commas and space', text: ' spring ,  slow  rate,', gives: ['spring', 'slow rate'] },
  { says: 'Chinese commas', text: '春季，慢、再试', gives: ['春季', '慢', '再试'] },
  { says: 'the same twice', text: 'a, b, a', gives: ['a', 'b'] },
  { says: 'nothing', text: ' , ', gives: [] },
])('reads $says', ({ text, gives }) => {
  expect(readTags(text)).toEqual(gives);
});

it('reads what it has written, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const tags = readTags(text);
      expect(readTags(writeTags(tags))).toEqual(tags);
      expect(tags.length).toBeLessThanOrEqual(MOST_TAGS);
    }),
  );
});
