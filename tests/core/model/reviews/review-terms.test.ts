import { describe, expect, it } from 'vitest';
import { clausesOf } from '#core/model/reviews/review-clauses.ts';
import { eachTerm } from '#core/model/reviews/review-terms.ts';

function termsOf(text: string): string[] {
  const terms: string[] = [];
  eachTerm(clausesOf(text), (term) => terms.push(term));
  return terms;
}

describe('the terms of a review', () => {
  it('are words, pairs within a clause, and opening words', () => {
    expect(termsOf('Fits well. Soft').toSorted()).toEqual(
      ['fits', 'well', 'fits well', 'soft', '^fits', '^well', '^soft'].toSorted(),
    );
  });

  it('mark words under a negator until the clause ends', () => {
    const terms = termsOf('not good at all, nice');
    expect(terms).toContain('not:good');
    expect(terms).toContain('not:all');
    expect(terms).not.toContain('not:nice');
  });

  it('open with the first words only', () => {
    const terms = termsOf('one two three four five six seven');
    expect(terms).toContain('^six');
    expect(terms).not.toContain('^seven');
  });

  it('are one to three Chinese characters, never across other words', () => {
    expect(termsOf('不好用L码')).toEqual([
      '不',
      '不好',
      '不好用',
      '好',
      '好用',
      '用',
      'l',
      '^l',
      '码',
    ]);
  });
});
