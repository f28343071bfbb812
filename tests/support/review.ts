import type { Review, ReviewList } from '#core/import/reviews/review.ts';

/** A review of product M-1 that says only what a test is about. */
export function review(said: Partial<Review> = {}): Review {
  return {
    ...{ kind: 'review', names: ['M-1'], text: 'A good mug.', stars: 5, day: 20_000, units: 1 },
    ...{ reason: '', answer: '', isVerified: null },
    ...said,
  };
}

export function reviewList(
  reviews: readonly Review[],
  said: Partial<Pick<ReviewList, 'fileName' | 'kind'>> = {},
): ReviewList {
  const count = reviews.length;
  const account = { rows: count, read: count, leftOut: {}, personalColumns: [] };
  return { fileName: 'reviews.csv', kind: 'review', reviews, account, ...said };
}
