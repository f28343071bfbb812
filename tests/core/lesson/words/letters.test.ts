import fc from 'fast-check';
import { expect, it } from 'vitest';
import { letterSimilarity } from '#core/lesson/words/letters.ts';

/** The fewest edits by trying all, for short texts. */
function fewest(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(1), b.slice(1)];
  if (a.startsWith(b.charAt(0))) return fewest(x, y);
  return 1 + Math.min(fewest(x, b), fewest(a, y), fewest(x, y));
}

it('counts the fewest edits', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', '杯'), maxLength: 5 });
  fc.assert(
    fc.property(short, short, (a, b) => {
      const longer = Math.max(a.length, b.length);
      const expected = longer === 0 ? 1 : 1 - fewest(a, b) / longer;
      expect(letterSimilarity(a, b)).toBeCloseTo(expected, 12);
    }),
  );
});

it('does not mind capitals and spaces around', () => {
  expect(letterSimilarity(' Mug', 'mug ')).toBe(1);
  expect(letterSimilarity('mug', 'rug')).toBeCloseTo(2 / 3, 12);
});
