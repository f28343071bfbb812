import { describe, expect, it } from 'vitest';
import { aspectShares } from '#core/evaluation/reviews/aspect-shares.ts';
import { beforeAfter } from '#core/evaluation/reviews/aspect-groups.ts';
import { moneyAtStake } from '#core/evaluation/reviews/money-at-stake.ts';
import { countedUnits, tally } from '#components/words/counts.ts';
import {
  aspectName,
  changeWords,
  directionWords,
  fileWords,
  leftOutWords,
  stakeWords,
  voiceFinding,
} from '#components/pages/data/reviews/review-words.ts';
import { m } from '#messages';
import { review, reviewList } from '../../../../support/review.ts';
import { reviewReading } from '../../../../support/review-reading.ts';

const SIZE = 1;
const ASPECTS = ['quality', 'size-and-fit'];
const numbers = (count: number) => Uint32Array.from({ length: count }, (_, i) => i);

/** As many reviews, of which the first ones complain of the size. */
function shop(count: number, complaints: number) {
  const said = Array.from({ length: complaints }, (_, i) => ({
    ...{ review: i, aspect: SIZE, negative: 1 },
    direction: i % 4 === 0 ? ('larger' as const) : ('smaller' as const),
  }));
  return reviewReading({ launch: new Array<number>(count).fill(0), said, aspects: ASPECTS });
}

describe('what buyers complain of most', () => {
  const shares = aspectShares(shop(200, 40), numbers(200));

  it('is said with its range, and which way', () => {
    expect(voiceFinding(shares, ASPECTS, 'review')).toEqual({
      title: 'Buyers complain most about size and fit',
      lead: 'Of the reviews with text, 20% complain of it, likely 17%\u2060–\u206024%.',
    });
    expect(directionWords(shares.aspects[0]!)).toBe(
      'Of 40 complaints: 30 say smaller than expected and 10 say larger than expected.',
    );
  });

  it('is named as what products come back for, where returns are counted', () => {
    expect(voiceFinding(shares, ASPECTS, 'return')).toEqual({
      title: m.reviews_title_returns({ aspect: m.reviews_aspect_size() }),
      lead: m.reviews_lead_returns({ share: '20%', range: '17%\u2060–\u206024%' }),
    });
  });

  it('is not said for few texts, nor where nothing is clear', () => {
    const said = (count: number, complaints: number) =>
      voiceFinding(aspectShares(shop(count, complaints), numbers(count)), ASPECTS, 'review');
    const lead = (count: number) => m.reviews_few(tally(count));
    expect(said(29, 20)).toEqual({ title: m.reviews_title_few(), lead: lead(29) });
    expect(said(100, 0)).toEqual({ title: m.reviews_title_calm(), lead: lead(100) });
  });

  it('names topics of the shop’s own by their word', () => {
    expect(aspectName('own:zip')).toBe(m.forms_quoted({ value: 'zip' }));
    expect(aspectName('looks')).toBe(m.reviews_aspect_looks());
  });
});

describe('a change', () => {
  const of = (reviews: number, range: { low?: number; high?: number } = {}) => {
    const asked = { reviews: numbers(reviews), aspect: SIZE, since: reviews / 2 };
    const found = beforeAfter(shop(reviews, reviews / 4), { ...asked, days: (i) => i });
    return changeWords({ ...found, ...range }, SIZE);
  };

  it('is said with its range and with what it does not show', () => {
    expect(of(400, { low: -0.545, high: -0.45 })).toBe(
      '50% of 200 texts before, 0% of 200 since: −50 points, likely −54.5 to −45. More than chance would usually change; other things may have changed on that day, too.',
    );
    expect(of(400, { low: -0.545, high: 0.01 })).toContain(m.reviews_change_unclear());
  });

  it('is not said for few texts', () => {
    expect(of(40)).toBe(m.reviews_change_few({ before: '20', since: '20' }));
  });
});

it('says what is at stake as money, and as units where no margin is known', () => {
  const sales = { launches: 3, units: 1000, pricedLaunches: 2, margin: 5000 };
  const title = (pricedLaunches: number) => {
    const shares = aspectShares(shop(200, 40), numbers(200));
    return stakeWords(moneyAtStake(shares, { ...sales, pricedLaunches })[0]!, 'Size and fit').title;
  };
  expect(title(2)).toBe(
    'Size and fit: up to 1,000 of margin, from 200 units of last year’s launches',
  );
  expect(title(0)).toBe(m.reviews_fix_units({ aspect: 'Size and fit', units: countedUnits(200) }));
});

it('says of a file what was read and what was not', () => {
  const list = reviewList([review(), review()]);
  expect(fileWords(list)).toBe('2 reviews from reviews.csv');
  expect(leftOutWords(list)).toBe('');
  const leftOut = { unpublished: 4, empty: 3 };
  const account = { rows: 9, read: 2, leftOut, personalColumns: ['email'] };
  expect(leftOutWords({ ...list, account })).toBe(
    'Left out: 4 not published and 3 without rating or text. Never kept: “email”.',
  );
});
