import { expect, it } from 'vitest';
import { REVIEW_MARKS } from '#core/import/reviews/mark-reviews.ts';
import {
  enteredReviews,
  firstReviews,
  reviewsByLaunch,
  reviewsOfEntry,
} from '#core/ledger/correction/first-reviews.ts';
import { adoptedPlan } from '../../../support/adopted-plan.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { review } from '../../../support/review.ts';
import { reviewReading } from '../../../support/review-reading.ts';

const table = launchTable([
  { productId: 'M-1', title: 'Mug', day: 20_000 },
  { productId: 'M-2', title: 'Bowl', day: 20_000 },
]);

it('takes the dated reviews of each launch, the first first, negative under four stars or by their words', () => {
  const reading = reviewReading({
    launch: [0, 0, 0, 0, 0, 0, 0, -1, 0],
    said: [{ review: 2, aspect: 0, negative: 0.8 }],
  });
  const reviews = [
    review({ day: 20_009, stars: 3 }),
    review({ day: 20_002, stars: 4 }),
    review({ day: 20_004, stars: NaN }),
    review({ day: 19_999, stars: 1 }),
    review({ day: NaN, stars: 1 }),
    review({ day: 20_003, stars: 1, kind: 'return' }),
    review({ day: 20_003, stars: 1 }),
    review({ day: 20_003, stars: 1 }),
    review({ day: 20_012, stars: NaN }),
  ];
  reading.marks[6] = REVIEW_MARKS.campaign;
  const [mug, bowl] = reviewsByLaunch({ reviews, reading, table });
  expect(mug).toEqual([
    { day: 2, isNegative: false },
    { day: 4, isNegative: true },
    { day: 9, isNegative: true },
    { day: 12, isNegative: false },
  ]);
  expect(bowl).toEqual([]);
});

it('counts those of the first weeks, and at most twenty', () => {
  const each = Array.from({ length: 30 }, (_, day) => ({ day, isNegative: day % 2 === 1 }));
  expect(firstReviews(each, 1)).toEqual({ count: 7, negative: 3 });
  expect(firstReviews(each, 9)).toEqual({ count: 20, negative: 10 });
  expect(firstReviews([], 2)).toEqual({ count: 0, negative: 0 });
});

it('takes what the seller counted for as many as twenty', () => {
  expect(enteredReviews({ count: 12, negative: 3 })).toEqual({ count: 12, negative: 3 });
  expect(enteredReviews({ count: 80, negative: 20 })).toEqual({ count: 20, negative: 5 });
  expect(enteredReviews({ count: 0, negative: 0 })).toEqual({ count: 0, negative: 0 });
});

it('finds the reviews of a launch that the table does not have yet, and not those of earlier ones', () => {
  const entry = adoptedPlan();
  const { product, action } = entry;
  const before = launchTable([
    { productId: product.id, title: product.title, day: action.launchDay - 200 },
  ]);
  const own = { names: [product.id] };
  const reviews = [
    review({ ...own, day: action.launchDay + 3, stars: 2 }),
    review({ ...own, day: action.launchDay - 3, stars: 2 }),
    review({ names: ['another'], day: action.launchDay + 3 }),
  ];
  const reading = reviewReading({ launch: [0, 0, -1] });
  const voice = { reviews, reading, table: before };
  expect(reviewsOfEntry(voice, entry)).toEqual([{ day: 3, isNegative: true }]);
  const again = launchTable([
    { productId: product.id, title: product.title, day: action.launchDay + 1 },
  ]);
  expect(reviewsOfEntry({ ...voice, table: again }, entry)).toEqual([{ day: 3, isNegative: true }]);
});
