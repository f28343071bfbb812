import { expect, it } from 'vitest';
import { textTokens } from '#core/model/text/text-tokens.ts';
import { chineseGlosses, englishTokenizer } from '../../../support/language.ts';

const tokenizer = englishTokenizer();
const glosses = chineseGlosses();
const tokens = (text: string) => textTokens(text, tokenizer, glosses);

it.each(['', '   ', '🎁', '🎁 🎄', '\u0000\u0007', 'コットン'])(
  'are none where nothing can be read: %j',
  (text) => {
    expect(tokens(text)).toEqual([]);
  },
);

it('are 128 at most', () => {
  expect(tokens('red mug '.repeat(2_500))).toHaveLength(128);
  expect(tokens('杯'.repeat(20_000))).toHaveLength(128);
});

it('are the same however a name is written', () => {
  expect(tokens('ＲＥＤ　ＭＵＧ')).toEqual(tokens('red mug'));
  expect(tokens('藍牙耳機')).toEqual(tokens('蓝牙耳机'));
  expect(tokens('蓝牙耳机')).toEqual(tokens('bluetooth headphones'));
});

it('leave Chinese out where there are no glosses', () => {
  expect(textTokens('蓝牙耳机', tokenizer, null)).toEqual([]);
});
