import { expect, it } from 'vitest';
import { clausesOf } from '#core/model/reviews/review-clauses.ts';
import { termRows } from '#core/model/reviews/term-rows.ts';

const { vocabulary, rows } = termRows(['红 blue', 'blue. red', 'red. blue. 绿'].map(clausesOf));

it('knows the terms of two reviews or more, the most frequent first', () => {
  expect(vocabulary.terms).toEqual(['blue', '^blue', 'red', '^red']);
});

it('weighs terms by how rare they are', () => {
  expect(vocabulary.idf[0]).toBeCloseTo(Math.log(4 / 4) + 1);
  expect(vocabulary.idf[2]).toBeCloseTo(Math.log(4 / 3) + 1);
});

it('scales each row to length 1', () => {
  for (let row = 0; row < 3; row++) {
    const values = rows.values.subarray(rows.starts[row], rows.starts[row + 1]);
    expect(Math.hypot(...values)).toBeCloseTo(1);
  }
});
