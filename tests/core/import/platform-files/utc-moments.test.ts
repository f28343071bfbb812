import { expect, it } from 'vitest';
import { writesUtc } from '#core/import/platform-files/utc-moments.ts';
import { recognisedAs, textRows } from '../../../support/export-rows.ts';

const found = recognisedAs('order-lines', { orderId: 'id', orderedAt: 'at' });
const isUtc = (...at: string[]) => writesUtc(textRows({ id: at.map(() => '1'), at }), found);

it('tells a clock of no shop from one that changes with the season, or says no zone', () => {
  expect(isUtc('2024-01-05T10:00:00+00:00', '2024-07-05T22:00:00Z', '')).toBe(true);
  expect(isUtc('2024-01-05 10:00:00 UTC')).toBe(true);
  expect(isUtc('2024-01-05 10:00:00 +0000', '2024-07-05 10:00:00 +0100')).toBe(false);
  expect(isUtc('2024-01-05 10:00', '2024-07-05 10:00')).toBe(false);
  expect(isUtc('2024-01-05')).toBe(false);
  expect(isUtc()).toBe(false);
});

it('asks no file without a column of moments', () => {
  expect(writesUtc(textRows({ sku: ['a'] }), recognisedAs('stock', { sku: 'sku' }))).toBe(false);
});
