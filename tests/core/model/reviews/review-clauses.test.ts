import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf } from '#core/model/reviews/review-clauses.ts';

describe('the clauses of a review', () => {
  it('are lower-cased words between marks', () => {
    expect(clausesOf('Lovely dress, but it RUNS small.')).toEqual([
      ['lovely', 'dress'],
      ['but', 'it', 'runs', 'small'],
    ]);
  });

  it('keep contractions in one word, whatever the apostrophe', () => {
    expect(clausesOf('Don’t buy')).toEqual([["don't", 'buy']]);
  });

  it('keep runs of Chinese characters, and words within them', () => {
    expect(clausesOf('质量很好，买了XL码')).toEqual([['质量很好'], ['买了', 'xl', '码']]);
  });

  it('keep emoji, emoticons and exclamation marks', () => {
    expect(clausesOf('👍 nice :) 太差！')).toEqual([['👍', 'nice', ':)', '太差', '!']]);
  });

  it('shorten words that are drawn out', () => {
    expect(clausesOf('sooooo good')).toEqual([['soo', 'good']]);
  });

  it('are none in an empty text', () => {
    expect(clausesOf(' … \n')).toEqual([]);
  });

  it('are never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const clause of clausesOf(text)) {
          expect(clause.length).toBeGreaterThan(0);
          expect(clause).not.toContain('');
        }
      }),
    );
  });
});
