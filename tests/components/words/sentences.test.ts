import { expect, it } from 'vitest';
import { sentences } from '#components/words/sentences.ts';
import { inChinese } from '../../support/in-chinese.ts';

it('puts a space between English sentences and none between Chinese ones', () => {
  expect(sentences('One.', 'Two.', 'Three.')).toBe('One. Two. Three.');
  expect(inChinese(() => sentences('一。', '二。'))).toBe('一。二。');
});

it('leaves out what says nothing', () => {
  expect(sentences('', 'One.', '')).toBe('One.');
  expect(sentences()).toBe('');
});
