import { describe, expect, it } from 'vitest';
import { aspectShares } from '#core/evaluation/reviews/aspect-shares.ts';
import { beforeAfter } from '#core/evaluation/reviews/aspect-groups.ts';
import { moneyAtStake } from '#core/evaluation/reviews/money-at-stake.ts';
import {
  aspectName,
  changeWords,
  directionWords,
  fileWords,
  leftOutWords,
  stakeWords,
  voiceFinding,
} from '#components/pages/data/reviews/review-words.ts';
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
  it('is said with its range', () => {
    const shares = aspectShares(shop(200, 40), numbers(200));
    expect(voiceFinding(shares, ASPECTS, 'review')).toEqual({
      title: 'Buyers complain most about size and fit',
      lead: 'Of the reviews with text, 20% complain of it, likely 17%⁠–⁠24%.',
    });
    expect(directionWords(shares.aspects[0]!)).toBe(
      'Of 40 complaints: 30 say smaller than expected and 10 say larger than expected.',
    );
  });

  it('is named as what products come back for, where returns are counted', () => {
    const shares = aspectShares(shop(200, 40), numbers(200));
    expect(voiceFinding(shares, ASPECTS, 'return').title).toBe(
      'Products come back most for size and fit',
    );
  });

  it('is not said for few texts, nor where nothing is clear', () => {
    const few = aspectShares(shop(29, 20), numbers(29));
    expect(voiceFinding(few, ASPECTS, 'review').title).toContain('Too few');
    expect(voiceFinding(few, ASPECTS, 'review').lead).toContain('29 texts');
    const calm = aspectShares(shop(100, 0), numbers(100));
    expect(voiceFinding(calm, ASPECTS, 'review').title).toContain('No complaint');
  });

  it('names topics of the shop’s own by their word', () => {
    expect(aspectName('own:zip')).toBe('“zip”');
    expect(aspectName('looks')).toBe('colour and picture');
  });
});

describe('a change', () => {
  const of = (reviews: number) =>
    changeWords(
      beforeAfter(shop(reviews, reviews / 4), {
        ...{ reviews: numbers(reviews), aspect: SIZE, since: reviews / 2 },
        days: (i) => i,
      }),
      SIZE,
    );

  it('is said with its range and with what it does not show', () => {
    expect(of(400)).toMatch(/^50% of 200 texts before, 0% of 200 since: −50 points, likely /);
    expect(of(400)).toContain('other things may have changed');
  });

  it('is not said for few texts', () => {
    expect(of(40)).toBe('30 texts are needed before and since that day; there are 20 and 20.');
  });
});

describe('what is at stake', () => {
  const shares = aspectShares(shop(200, 40), numbers(200));
  const sales = { launches: 3, units: 1000, pricedLaunches: 2, margin: 5000 };

  it('is said as money, and as units where no margin is known', () => {
    const [stake] = moneyAtStake(shares, sales);
    expect(stakeWords(stake!, 'Size and fit').title).toBe(
      'Size and fit: up to 1,000 of margin, from 200 units of last year’s launches',
    );
    const [plain] = moneyAtStake(shares, { ...sales, pricedLaunches: 0 });
    expect(stakeWords(plain!, 'Size and fit').title).toBe(
      'Size and fit: up to 200 units of last year’s launches',
    );
  });
});

describe('a file', () => {
  it('says what was read and what was not', () => {
    const list = reviewList([review(), review()]);
    expect(fileWords(list)).toBe('2 reviews from reviews.csv');
    expect(leftOutWords(list)).toBe('');
    const account = {
      ...{ rows: 9, read: 2, leftOut: { unpublished: 4, empty: 3 } },
      personalColumns: ['email'],
    };
    expect(leftOutWords({ ...list, account })).toBe(
      'Left out: 4 not published and 3 without rating or text. Never kept: “email”.',
    );
  });
});
