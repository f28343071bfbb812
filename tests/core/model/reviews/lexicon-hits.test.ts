import { describe, expect, it } from 'vitest';
import { CHINESE_WORDS } from '#core/model/reviews/lexicon-chinese.ts';
import { ENGLISH_PHRASES } from '#core/model/reviews/lexicon-english.ts';
import { lexiconHits, lexiconMean } from '#core/model/reviews/lexicon-hits.ts';
import { SIGNS } from '#core/model/reviews/lexicon-signs.ts';
import { clausesOf } from '#core/model/reviews/review-clauses.ts';

const sumOf = (text: string) => lexiconHits(clausesOf(text)).sum;

describe('the lexicon', () => {
  it.each([
    ['This is a good dress', 'This is not a good dress'],
    ['very happy with it', 'not happy with it'],
    ['I would recommend it', 'I would not recommend it'],
    ['质量好', '质量不好'],
    ['很喜欢', '不喜欢'],
    ['👍', '👎'],
    [':)', ':('],
  ])('finds %j better than %j', (praise, blame) => {
    expect(sumOf(praise)).toBeGreaterThan(0);
    expect(sumOf(blame)).toBeLessThan(0);
  });

  it('negates within the clause only', () => {
    expect(sumOf('not good')).toBeLessThan(sumOf('not, good'));
  });

  it('counts the longest phrase once', () => {
    expect(lexiconHits(clausesOf('waste of money'))).toEqual({ sum: -3, count: 1 });
    expect(lexiconHits(clausesOf('物超所值'))).toEqual({ sum: 3, count: 1 });
  });

  it('strengthens and weakens by the word before', () => {
    expect(sumOf('extremely soft')).toBeGreaterThan(sumOf('soft'));
    expect(sumOf('slightly soft')).toBeLessThan(sumOf('soft'));
  });

  it('says nothing of words that it does not know', () => {
    expect(lexiconMean(clausesOf('xyzzy 12 螃'))).toBe(0);
    expect(lexiconMean([])).toBe(0);
  });

  it.each([
    ['English', ENGLISH_PHRASES, /\s*,\s*/],
    ['Chinese', CHINESE_WORDS, /\s+/],
    ['signs', SIGNS, /\s+/],
  ])('gives each phrase one weight: %s', (_, lists, separator) => {
    const all = Object.values(lists).flatMap((list) =>
      list
        .trim()
        .split(separator)
        .filter((item) => item !== '')
        .map((item) => item.replaceAll(/\s+/g, ' ')),
    );
    expect(all.filter((item, i) => all.indexOf(item) !== i)).toEqual([]);
  });
});
