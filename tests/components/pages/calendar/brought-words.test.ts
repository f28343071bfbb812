import { expect, it } from 'vitest';
import { broughtWords, launchBroughtWords } from '#components/pages/calendar/brought-words.ts';
import { formatUnits } from '#components/words/numbers.ts';
import { m } from '#messages';

it('says what a season brings other products, or takes from them', () => {
  const brings = 'with about 180 that the launches bring other products';
  expect(broughtWords(182, formatUnits)).toBe(brings);
  expect(broughtWords(-182, formatUnits)).toBe(m.season_brought_less({ size: '180' }));
  expect(broughtWords(0.2, formatUnits)).toBe('');
});

it('says the same of one launch with its range, and nothing of what is not known', () => {
  const of = (expected: number) =>
    launchBroughtWords({ expected, low80: expected - 12, high80: expected + 12 }, formatUnits);
  const said = { size: '18', range: '6\u2060–\u206030' };
  expect(of(18)).toBe(m.season_launch_brings(said));
  expect(of(-18)).toBe(m.season_launch_takes(said));
  const open = m.format_span({ from: '−7', to: '17' });
  expect(of(5)).toBe(m.season_launch_brings({ size: '5', range: open }));
  expect(launchBroughtWords(undefined, formatUnits)).toBe('');
});
