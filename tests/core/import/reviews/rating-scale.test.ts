import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRatingScale, readStars } from '#core/import/reviews/rating-scale.ts';

/** Reads a column; null where it has no scale. */
function stars(...cells: readonly string[]): number[] | null {
  const scale = decideRatingScale(cells);
  return scale && cells.map((cell) => readStars(cell, scale));
}

describe('decideRatingScale', () => {
  it('reads 1 to 5 as they are, and a zero as no rating', () => {
    expect(stars('1', '3', '4.5', '5', '0', '')).toEqual([1, 3, 4.5, 5, NaN, NaN]);
    expect(stars('1', '1', '1')).toEqual([1, 1, 1]);
    expect(decideRatingScale(['1', '5'])).toMatchObject({ form: 'numbers', least: 1, most: 5 });
  });

  it('reads decimal commas', () => {
    expect(stars('4,5', '3,0', '5')).toEqual([4.5, 3, 5]);
  });

  it('reads 0 to 10, 1 to 10 and 0 to 100', () => {
    expect(stars('0', '5', '10')).toEqual([1, 3, 5]);
    expect(stars('1', '10', '7')).toEqual([1, 5, 1 + (4 * 6) / 9]);
    expect(stars('0', '50', '100', '75')).toEqual([1, 3, 5, 4]);
    expect(stars('20', '60', '100')).toEqual([1, 3, 5]);
    expect(stars('80%', '100 %', '20 %')).toEqual([4, 5, 1]);
  });

  it('reads what states its own scale', () => {
    expect(stars('4/5', '1/5', '5 out of 5', '3 von 5')).toEqual([4, 1, 5, 3]);
    expect(stars('4,5/5', '5/5')).toEqual([4.5, 5]);
    expect(stars('5 stars', '1 star', '4 Sterne', '3 étoiles', '2 estrellas')).toEqual([
      5, 1, 4, 3, 2,
    ]);
    expect(stars('5星', '4颗星', '3分')).toEqual([5, 4, 3]);
  });

  it('counts stars', () => {
    expect(stars('★★★★', '★★★★★', '★☆☆☆☆', '⭐⭐⭐')).toEqual([4, 5, 1, 3]);
  });

  it('reads words by the levels that the column has', () => {
    expect(stars('Sehr gut', 'gut', 'schlecht')).toEqual([5, 4, 2]);
    expect(stars('good', 'bad', 'good')).toEqual([5, 1, 5]);
    expect(stars('好评', '中评', '差评')).toEqual([5, 3, 1]);
    expect(stars('positive', 'neutral', 'negative')).toEqual([5, 3, 1]);
    expect(stars('très bien', 'moyen', 'mauvais')).toEqual([5, 3, 2]);
    expect(stars('Excelente', 'malo')).toEqual([5, 2]);
    expect(decideRatingScale(['yes', 'no'])).toMatchObject({ form: 'words', least: -1, most: 1 });
  });

  it('reads zeros and ones as not recommended and recommended', () => {
    expect(stars('0', '1', '1')).toEqual([1, 5, 5]);
    expect(stars('-1', '0', '1')).toEqual([1, 3, 5]);
  });

  it('guesses nothing for a single cell', () => {
    expect(stars('5', '4', 'see text', '4')).toEqual([5, 4, NaN, 4]);
    expect(stars('good', 'bad', '5')).toEqual([5, 1, NaN]);
    const many = Array.from({ length: 300 }, (_, i) => String(1 + (i % 5)));
    const read = stars(...many, '45')!;
    expect(read.at(-1)).toBeNaN();
    expect(read[3]).toBe(4);
  });

  it('finds no scale where most cells are no ratings', () => {
    expect(stars('Nice dress', 'too small', '5')).toBeNull();
    expect(stars('1200', '3400')).toBeNull();
    expect(stars()).toBeNull();
    expect(stars('', 'n/a')).toBeNull();
  });

  it('never gives a better rating fewer stars, and stays within 1 to 5', () => {
    const most = fc.constantFrom(1, 5, 10, 100);
    const column = most.chain((top) =>
      fc
        .array(fc.integer({ min: 0, max: top * 10 }), { minLength: 1, maxLength: 40 })
        .map((tenths) => tenths.map((tenth) => tenth / 10)),
    );
    fc.assert(
      fc.property(column, (ratings) => {
        const scale = decideRatingScale(ratings.map(String));
        if (!scale) return;
        const read = ratings
          .toSorted((a, b) => a - b)
          .map((rating) => readStars(String(rating), scale))
          .filter((value) => !Number.isNaN(value));
        expect(read).toEqual(read.toSorted((a, b) => a - b));
        expect(read.every((value) => value >= 1 && value <= 5)).toBe(true);
      }),
    );
  });

  it('reads the same whatever the order of the rows', () => {
    const cell = fc.constantFrom('1', '4', '5', '10', '0', 'good', 'sehr gut', '★★★', '4/5', '');
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        expect(decideRatingScale(cells.toReversed())).toEqual(decideRatingScale(cells));
      }),
    );
  });
});
