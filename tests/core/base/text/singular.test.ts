import { expect, it } from 'vitest';
import { singular } from '#core/base/text/singular.ts';

it.each([
  ['bags', 'bag'],
  ['boxes', 'box'],
  ['dishes', 'dish'],
  ['candles', 'candle'],
  ['vases', 'vase'],
  ['berries', 'berry'],
  ['ties', 'tie'],
  ['glasses', 'glass'],
  ['glass', 'glass'],
  ['bus', 'bus'],
  ['gas', 'gas'],
  ['mug', 'mug'],
  ['马克杯', '马克杯'],
  ['', ''],
])('takes %s for %s', (word, expected) => {
  expect(singular(word)).toBe(expected);
});
