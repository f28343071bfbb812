import { expect, it } from 'vitest';
import { listed } from '#components/words/lists.ts';
import { inChinese } from '../../support/in-chinese.ts';

it('joins its items as the language does', () => {
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
});

it.each([
  { says: 'a list', items: ['甲', '乙', '丙'], expected: '甲、乙和丙' },
  { says: 'Latin names', items: ['a', '乙', 'Jar 2'], expected: 'a、乙和 Jar 2' },
  { says: 'numbers', items: ['12', '14'], expected: '12 和 14' },
])('writes $says in Chinese', ({ items, expected }) => {
  expect(inChinese(() => listed(items))).toBe(expected);
});
