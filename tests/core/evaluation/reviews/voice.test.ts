import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { quotesOf } from '#core/evaluation/reviews/quotes.ts';
import {
  countedReviews,
  groupingsOf,
  groupsOf,
  matchedReviews,
  type Voice,
} from '#core/evaluation/reviews/voice.ts';
import { REVIEW_MARKS } from '#core/import/reviews/mark-reviews.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { review } from '../../../support/review.ts';
import { reviewReading } from '../../../support/review-reading.ts';

const SIZE = 1;

describe('counted reviews', () => {
  it('say something, are of the kind and were not written for a reward or by a campaign', () => {
    const reviews = [
      ...[review(), review({ text: '' }), review({ kind: 'return' })],
      ...[review({ kind: 'return', text: '', reason: 'TOO_SMALL' }), review()],
    ];
    const reading = reviewReading({ launch: reviews.map(() => 0) });
    reading.marks[4] = REVIEW_MARKS.campaign;
    reading.marks[0] = REVIEW_MARKS.deliveryOnly;
    const voice = { reviews, reading, table: launchTable([{ units: 5 }]) };
    expect([...countedReviews(voice, 'review').reviews]).toEqual([0]);
    expect([...countedReviews(voice, 'return').reviews]).toEqual([2, 3]);
  });
});

/** 40 reviews each of a dear coat and a cheap hat in two months, and ten without day or launch. */
function shop(): Voice {
  const [march, may] = [dayFromCalendar(2026, 3, 9), dayFromCalendar(2026, 5, 2)];
  const reviews = Array.from({ length: 90 }, (_, i) =>
    review({ day: i >= 80 ? NaN : i % 2 === 0 ? may : march }),
  );
  const launch = reviews.map((_, i) => (i >= 80 ? -1 : i < 40 ? 0 : 1));
  const table = launchTable([
    { category: 'Coats', brand: 'A', material: 'wool', listPrice: 90, units: 10 },
    { category: 'Hats', brand: 'A', material: 'felt', listPrice: 20, units: 10 },
  ]);
  return { reviews, reading: reviewReading({ launch }), table };
}

it('are matched where they are about a launch', () => {
  const voice = shop();
  const { reviews } = matchedReviews(voice, countedReviews(voice, 'review'));
  expect([...reviews]).toEqual(Array.from({ length: 80 }, (_, i) => i));
});

describe('groups of reviews', () => {
  const voice = shop();
  const counted = countedReviews(voice, 'review');
  const groups = (grouping: Parameters<typeof groupsOf>[2]) =>
    groupsOf(voice, counted, grouping).map(({ name, shares }) => [name, shares.texts]);

  it('follow the launch, and leave out reviews without one', () => {
    expect(groups('category')).toEqual([
      ['Coats', 40],
      ['Hats', 40],
    ]);
    expect(groups('brand')).toEqual([['A', 80]]);
    expect(groups('attribute:material')).toEqual([
      ['wool', 40],
      ['felt', 40],
    ]);
    expect(groups('attribute:constructor')).toEqual([]);
    expect(groupingsOf(voice.table)).toEqual([
      ...['category', 'brand', 'attribute:material', 'price', 'month'],
    ]);
  });

  it('by price and by month stand in order', () => {
    expect(groups('price')).toEqual([
      ['20', 40],
      ['90', 40],
    ]);
    expect(groups('month')).toEqual([
      [String(dayFromCalendar(2026, 3, 1)), 40],
      [String(dayFromCalendar(2026, 5, 1)), 40],
    ]);
  });
});

describe('quotes', () => {
  it('are the clearest sentences, one of a review and none twice', () => {
    const reviews = [
      review({ text: 'Nice colour. It is too small.' }),
      review({ text: 'Far too small!' }),
      review({ text: 'Far too small!' }),
      review({ kind: 'return', text: '', reason: 'APPAREL_TOO_SMALL' }),
      review({ text: 'Fits well.' }),
    ];
    const said = [
      { review: 0, aspect: SIZE, negative: 0.8, sentence: 1 },
      { review: 0, aspect: SIZE, negative: 0.7, sentence: 0 },
      { review: 1, aspect: SIZE, negative: 0.9 },
      { review: 2, aspect: SIZE, negative: 0.9 },
      { review: 3, aspect: SIZE, negative: 1, sentence: -1 },
      { review: 4, aspect: SIZE, negative: 0.1 },
    ];
    const reading = reviewReading({ launch: reviews.map(() => 0), said });
    const counted = { reviews: Uint32Array.of(0, 1, 2, 3, 4) };
    const texts = (wants: 'complaints' | 'praise', most = 9) =>
      quotesOf({ reviews, reading }, counted, { aspect: SIZE, wants, most }).map(
        ({ sentence }) => sentence,
      );
    expect(texts('complaints')).toEqual([
      ...['APPAREL_TOO_SMALL', 'Far too small!', 'It is too small.'],
    ]);
    expect(texts('complaints', 1)).toEqual(['APPAREL_TOO_SMALL']);
    expect(texts('praise')).toEqual(['Fits well.']);
  });
});
