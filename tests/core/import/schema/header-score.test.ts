import { describe, expect, it } from 'vitest';
import { headerFit } from '#core/import/schema/header-score.ts';

describe('headerFit', () => {
  it('prefers the same name, then one with words that say when, then one that contains it', () => {
    const fits = ['revenue', 'revenue 4w', 'our revenue so far', 'rent'].map((header) =>
      headerFit('revenue', header),
    );
    expect(fits.map((fit) => fit?.reason)).toEqual([
      ...['same-name', 'name-without-units', 'part-of-name', undefined],
    ]);
    const scores = fits.map((fit) => fit?.score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
  });

  it('prefers the better word: a title to a description', () => {
    const [title, description] = ['title', 'description'].map((word) => headerFit('title', word));
    expect(title!.score).toBeGreaterThan(description!.score);
  });

  it('does not prefer one language to another', () => {
    expect(headerFit('revenue', '销售额')).toEqual(headerFit('revenue', 'revenue'));
  });
});
