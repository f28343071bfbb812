import { expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { joinedTexts } from '#core/import/platform-files/joined-texts.ts';
import { columnTexts } from '../../../support/order-lines.ts';

it('joins parts that are there, and holds each joined text once', () => {
  const joined = joinedTexts(
    [codedColumn(['Red', '', 'Red', '']), codedColumn(['', 'Red', 'L', ''])],
    4,
  );
  expect(columnTexts(joined)).toEqual(['Red', 'Red', 'Red / L', '']);
  expect(joined.texts).toHaveLength(3);
});

it('is empty in every row where there is no column', () => {
  expect(columnTexts(joinedTexts([], 2))).toEqual(['', '']);
});
