import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellingKey, words } from '#core/base/text/split-words.ts';

it.each([
  {
    says: 'splits on anything but letters and digits',
    title: 'Mug, 2-piece (blue)',
    gives: ['mug', 'piece', 'blue'],
  },
  { says: 'keeps accents', title: 'Café Été', gives: ['café', 'été'] },
  { says: 'says each word once', title: 'Red red RED', gives: ['red'] },
  { says: 'pairs Chinese characters', title: '陶瓷杯', gives: ['陶瓷', '瓷杯'] },
  { says: 'keeps a lone Chinese character', title: '杯', gives: ['杯'] },
  { says: 'finds nothing in nothing', title: ' – ', gives: [] },
])('$says', ({ title, gives }) => {
  expect(words(title)).toEqual(gives);
});

it('does not depend on case, spacing or word order', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/);
  fc.assert(
    fc.property(fc.array(word), (list) => {
      const straight = new Set(words(list.join(' ')));
      expect(new Set(words([...list].reverse().join('   ').toUpperCase()))).toEqual(straight);
    }),
  );
});

describe('spellingKey', () => {
  it('is the same for two ways to write one thing', () => {
    expect(spellingKey(' Crème-Brûlée ')).toBe(spellingKey('CREME BRULEE'));
    expect(spellingKey('“Home Decor”')).toBe(spellingKey('HomeDecor'));
  });

  it('keeps what is all marks, and other things apart', () => {
    expect(spellingKey('...')).toBe('...');
    expect(spellingKey('A-')).not.toBe(spellingKey('A'));
    expect(spellingKey('мой')).not.toBe(spellingKey('мои'));
  });
});
