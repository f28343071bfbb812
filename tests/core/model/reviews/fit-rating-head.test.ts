import { describe, expect, it } from 'vitest';
import { fitRatingHead } from '#core/model/reviews/fit-rating-head.ts';
import { lexiconHead, type RatingHead } from '#core/model/reviews/rating-head.ts';
import { scoreText } from '#core/model/reviews/score-text.ts';
import { seededRandom, shuffle } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { areaUnderRoc } from '../../../bench/reviews/auc.ts';
import { toyReviews } from '../../../support/toy-reviews.ts';
import { clothingReviews, hasReviewTables } from '../../../support/review-tables.ts';

const learnt = fitRatingHead({ ...toyReviews(200, 1), random: seededRandom(2) });

describe('a head that learns from stars', () => {
  it('tells words apart that no lexicon knows', () => {
    expect(scoreText(learnt, 'dax zorp').negative).toBeLessThan(0.1);
    expect(scoreText(learnt, 'dax grix').negative).toBeGreaterThan(0.9);
    expect(scoreText(learnt, 'dax zorp').stars).toBeGreaterThan(4.5);
    expect(scoreText(learnt, 'dax grix').stars).toBeLessThan(1.7);
  });

  it('learns that a negated word is another', () => {
    const { texts, stars } = toyReviews(200, 4);
    const turned = texts.map((text, i) =>
      i % 2 === 0
        ? text
        : text.replace(/zorp|grix/, (word) => `not very ${word === 'zorp' ? 'grix' : 'zorp'}`),
    );
    const head = fitRatingHead({ texts: turned, stars, random: seededRandom(2) });
    expect(scoreText(head, 'dax not quite zorp').negative).toBeGreaterThan(0.5);
    expect(scoreText(head, 'dax zorp').negative).toBeLessThan(0.5);
  });

  it('learns nothing from shuffled stars', () => {
    const random = seededRandom(8);
    const wordy = ({ texts, stars }: ReturnType<typeof toyReviews>) => ({
      texts: texts.map((text) =>
        [text, ...Array.from({ length: 9 }, () => `v${Math.floor(60 * random())}`)].join(' '),
      ),
      stars,
    });
    const { texts, stars } = wordy(toyReviews(400, 6));
    const unseen = wordy(toyReviews(2000, 7));
    const areaOf = (head: RatingHead) =>
      areaUnderRoc(
        unseen.texts.map((text) => scoreText(head, text).negative),
        unseen.stars.map((s) => s <= 3),
      );
    const shuffled = Array.from({ length: 6 }, () => {
      const order = Uint32Array.from(stars.keys());
      shuffle(order, random);
      return areaOf(fitRatingHead({ texts, stars: [...order].map((i) => stars[i]!), random }));
    });
    expect(areaOf(fitRatingHead({ texts, stars, random }))).toBeGreaterThan(0.95);
    expect(mean(shuffled)).toBeGreaterThan(0.4);
    expect(mean(shuffled)).toBeLessThan(0.6);
  });

  it('is the same for the same seed', () => {
    expect(fitRatingHead({ ...toyReviews(200, 1), random: seededRandom(2) })).toEqual(learnt);
  });

  it('survives storage', () => {
    const copy = structuredClone(learnt);
    expect(scoreText(copy, 'dax grix')).toEqual(scoreText(learnt, 'dax grix'));
  });

  it('leaves out reviews without stars or words', () => {
    const { texts, stars } = toyReviews(50, 1);
    const all = { texts: [...texts, '', 'zorp', 'zorp'], stars: [...stars, 1, NaN, 0] };
    const head = fitRatingHead({ ...all, random: seededRandom(2) });
    expect(head.learntFrom).toBe(50);
    expect(head).toEqual(fitRatingHead({ texts, stars, random: seededRandom(2) }));
  });

  it('stays within bounds where all stars are the same', () => {
    const { texts } = toyReviews(60, 1);
    const head = fitRatingHead({ texts, stars: texts.map(() => 5), random: seededRandom(2) });
    const { negative, stars } = scoreText(head, 'dax zorp');
    expect(negative).toBeLessThan(0.3);
    expect(stars).toBeGreaterThan(4);
    expect(stars).toBeLessThanOrEqual(5);
  });

  it('learns from 20,000 of more reviews', () => {
    const { texts, stars } = toyReviews(20_500, 1);
    const head = fitRatingHead({ texts, stars, random: seededRandom(2) });
    expect(head.learntFrom).toBe(20_000);
    expect(scoreText(head, 'dax grix').negative).toBeGreaterThan(0.9);
  });

  it('is the lexicon where there are few', () => {
    expect(fitRatingHead({ ...toyReviews(9, 1), random: seededRandom(2) })).toEqual(lexiconHead());
  });
});

describe.skipIf(!hasReviewTables)('a head for clothing reviews of the shared table', () => {
  const reviews = hasReviewTables ? clothingReviews() : [];
  const order = Uint32Array.from(reviews.keys());
  shuffle(order, seededRandom(20));
  const textOf = (i: number) => `${reviews[i]!.title}\n${reviews[i]!.text}`;
  const unseen = [...order.subarray(-1500)];
  const areaOf = (head: RatingHead) =>
    areaUnderRoc(
      unseen.map((i) => scoreText(head, textOf(i)).negative),
      unseen.map((i) => !reviews[i]!.isRecommended),
    );

  it('ranks them better from 300 stars than the lexicon does', () => {
    const own = [...order.subarray(0, 300)];
    const stars = own.map((i) => reviews[i]!.stars);
    const head = fitRatingHead({ texts: own.map(textOf), stars, random: seededRandom(1) });
    expect(areaOf(lexiconHead())).toBeGreaterThan(0.85);
    expect(areaOf(head)).toBeGreaterThan(areaOf(lexiconHead()));
  });
});
