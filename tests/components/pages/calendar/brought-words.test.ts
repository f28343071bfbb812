import { expect, it } from 'vitest';
import { broughtWords, launchBroughtWords } from '#components/pages/calendar/brought-words.ts';
import { formatUnits } from '#components/words/numbers.ts';

it('says what a season brings other products, or takes from them', () => {
  expect(broughtWords(182, formatUnits)).toBe(
    'with about 180 that the launches bring other products',
  );
  expect(broughtWords(-182, formatUnits)).toBe(
    'less about 180 that the launches take from other products',
  );
  expect(broughtWords(0.2, formatUnits)).toBe('');
});

it('says the same of one launch with its range, and nothing of what is not known', () => {
  const of = (expected: number) =>
    launchBroughtWords({ expected, low80: expected - 12, high80: expected + 12 }, formatUnits);
  expect(of(18)).toMatch(/^Brings others about 18, likely 6\u2060?–\u2060?30: /);
  expect(of(-18)).toMatch(/^Takes about 18 from others, likely 6\u2060?–\u2060?30: /);
  expect(of(5)).not.toContain('NaN');
  expect(launchBroughtWords(undefined, formatUnits)).toBe('');
});
