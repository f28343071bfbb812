import { describe, expect, it } from 'vitest';
import { reviewOutcomes, withReviewOutcomes } from '#core/import/reviews/review-outcomes.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { review } from '../../../support/review.ts';

const DAY = 20_000;
const table = launchTable([
  { productId: 'A', day: DAY, units: 10 },
  { productId: 'B', day: DAY + 60, units: 3 },
  { productId: 'C', day: DAY + 90, units: 8 },
]);
const horizonDays = 28;
const rated = (...stars: number[]) => stars.map((each) => review({ stars: each }));
const back = (day: number, units = 1) => review({ kind: 'return', day, units, stars: NaN });
const rows = (count: number, row: number) => new Int32Array(count).fill(row);

describe('outcomes from reviews', () => {
  it('are mean stars of at least five ratings', () => {
    const of = (...stars: number[]) =>
      reviewOutcomes(rated(...stars), rows(stars.length, 0), { table, horizonDays });
    expect(of(5, 4, 3, 4, 4)).toMatchObject([{ productId: 'A', rating: 4, returns: NaN }]);
    expect(of(5, 4, 3, 4)).toEqual([]);
    expect(of(5, 4, 3, 4, NaN)).toEqual([]);
  });

  it('are returns within the horizon and two weeks, where the list covers these days', () => {
    const reviews = [
      ...[back(DAY - 5), back(DAY), back(DAY + 41, 2), back(DAY + 42)],
      back(DAY + 60 + 41),
    ];
    const of = reviewOutcomes(reviews, Int32Array.of(0, 0, 0, 0, -1), { table, horizonDays });
    expect(of.map(({ productId, returns }) => [productId, returns])).toEqual([
      ['A', 3],
      ['B', 0],
    ]);
  });

  it('fill columns that the file lacks, and no others', () => {
    const outcomes = [
      { productId: 'A', title: '', launchDay: DAY, rating: 4.5, returns: 3 },
      { productId: 'B', title: '', launchDay: DAY + 60, rating: NaN, returns: 9 },
      { productId: 'A', title: '', launchDay: DAY + 1, rating: 1, returns: 1 },
    ];
    const filled = withReviewOutcomes(table, outcomes);
    expect([...filled.rating]).toEqual([4.5, NaN, NaN]);
    expect([...filled.returns]).toEqual([3, 3, NaN]);
    const own = { ...table, rating: Float64Array.of(NaN, 9, NaN) };
    expect(withReviewOutcomes(own, outcomes).rating).toBe(own.rating);
    expect(withReviewOutcomes(table, [])).toBe(table);
  });
});
