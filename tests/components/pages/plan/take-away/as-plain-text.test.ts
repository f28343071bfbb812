import { expect, it } from 'vitest';
import { formatRange } from '#components/words/ranges.ts';
import { formatShortDay } from '#components/words/dates.ts';
import { formatUnits } from '#components/words/numbers.ts';
import { asPlainText } from '#components/pages/plan/take-away/as-plain-text.ts';

it('leaves a range and a date without the characters that keep them on one line', () => {
  expect(asPlainText(formatRange(80, 190, formatUnits))).toBe('80–190');
  expect(asPlainText(formatShortDay(0))).toBe('1 Jan');
});

it('leaves everything else', () => {
  const text = 'Mug\u200D “red”\n杯 👩🏽‍🍳';
  expect(asPlainText(text)).toBe(text);
});
