import { expect, it } from 'vitest';
import { isCode } from '#core/season/similarity/code-titles.ts';

it.each(['10442', 'SKU 10-442', 'AB1234', 'A-0012-XL', '#881', 'B07-XJ 8'])(
  '%s is a code',
  (title) => {
    expect(isCode(title)).toBe(true);
  },
);

it.each([
  '',
  'Red mug',
  'Set of 3 mugs',
  'Vase no. 12 blue',
  '陶瓷杯 3 号',
  '杯3',
  'SKU',
  'Linen apron 12',
])('%s is none', (title) => {
  expect(isCode(title)).toBe(false);
});
