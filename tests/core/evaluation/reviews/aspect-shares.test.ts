import { describe, expect, it } from 'vitest';
import { aspectGroups, beforeAfter, ofAspect } from '#core/evaluation/reviews/aspect-groups.ts';
import { aspectShares, isShown } from '#core/evaluation/reviews/aspect-shares.ts';
import { moneyAtStake, yearSales } from '#core/evaluation/reviews/money-at-stake.ts';
import { salesWeights } from '#core/evaluation/reviews/sales-weights.ts';
import { EIGHT_IN_TEN, wilsonInterval } from '#core/base/statistics/wilson.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { reviewReading } from '../../../support/review-reading.ts';

const [QUALITY, SIZE] = [0, 1];
const numbers = (count: number) => Uint32Array.from({ length: count }, (_, i) => i);

describe('shares of complaints', () => {
  it('count a text once, however many sentences name the aspect', () => {
    const reading = reviewReading({
      launch: [0, 0, 0, 0],
      said: [
        { review: 0, aspect: SIZE, negative: 0.9, direction: 'smaller' },
        { review: 0, aspect: SIZE, negative: 0.8, direction: 'smaller' },
        { review: 0, aspect: SIZE, negative: 0.1 },
        { review: 2, aspect: SIZE, negative: 0.7 },
        { review: 3, aspect: QUALITY, negative: 0.2 },
      ],
    });
    const { aspects, texts } = aspectShares(reading, numbers(4));
    const size = ofAspect({ aspects, texts, effectiveTexts: 4 }, SIZE)!;
    expect(size).toMatchObject({ complaintCount: 2, praiseCount: 1, directions: { smaller: 1 } });
    const [low, high] = wilsonInterval(0.5, 4, EIGHT_IN_TEN);
    expect(size.complaints).toMatchObject({ expected: 0.5, low80: low, high80: high });
    expect(aspects.map(({ aspect }) => aspect)).toEqual([SIZE, QUALITY]);
  });

  it('leave out reviews that are not asked for', () => {
    const reading = reviewReading({
      launch: [0, 0, 0],
      said: [{ review: 1, aspect: QUALITY, negative: 1 }],
    });
    expect(aspectShares(reading, Uint32Array.of(0, 2)).aspects).toEqual([]);
    expect(aspectShares(reading, Uint32Array.of(0, 1)).aspects[0]?.complaints.expected).toBe(0.5);
  });

  it('are not shown for few texts, nor where their range is wide', () => {
    const half = (count: number) => {
      const said = Array.from({ length: count / 2 }, (_, review) => ({
        ...{ review, aspect: QUALITY, negative: 1 },
      }));
      const shares = aspectShares(
        reviewReading({ launch: new Array<number>(count).fill(0), said }),
        numbers(count),
      );
      return isShown(shares, shares.aspects[0]!.complaints);
    };
    expect(half(28)).toBe(false);
    expect(half(30)).toBe(false); // 39–61%
    expect(half(60)).toBe(true);
  });

  it('weigh products as they sold', () => {
    // Launch 0 sold 300 with three reviews, none complains; launch 1 sold 100 with one review, which does.
    const reading = reviewReading({
      launch: [0, 0, 0, 1],
      said: [{ review: 3, aspect: QUALITY, negative: 1 }],
    });
    const share = (...units: readonly number[]) => {
      const weights = salesWeights(reading, numbers(4), Float64Array.from(units));
      return aspectShares(reading, numbers(4), weights ?? undefined).aspects[0]!.complaints
        .expected;
    };
    expect(share(300, 100)).toBeCloseTo(0.25);
    expect(share(100, 300)).toBeCloseTo(0.75);
    expect(share(NaN, NaN)).toBeCloseTo(0.25);
    expect(salesWeights(reading, numbers(4), Float64Array.of(NaN, NaN))).toBeNull();
  });

  it('are less sure where a few reviews weigh most', () => {
    const reading = reviewReading({ launch: [0, 1, 1, 1] });
    const weights = salesWeights(reading, numbers(4), Float64Array.of(90, 30))!;
    expect([...weights]).toEqual([3, 1 / 3, 1 / 3, 1 / 3].map((w) => expect.closeTo(w) as number));
    const { effectiveTexts } = aspectShares(reading, numbers(4), weights);
    expect(effectiveTexts).toBeCloseTo(16 / (9 + 1 / 3));
  });
});

describe('parts of the reviews', () => {
  const reading = reviewReading({
    launch: [0, 0, 1, 1, 1],
    said: [
      { review: 0, aspect: QUALITY, negative: 1 },
      { review: 1, aspect: QUALITY, negative: 1 },
      { review: 4, aspect: QUALITY, negative: 0 },
    ],
  });

  it('are counted by themselves, the largest first', () => {
    const names = ['Linen', 'Cotton'];
    const groups = aspectGroups(reading, { reviews: numbers(5) }, (review) => {
      return review === 4 ? '' : names[reading.launch[review]!]!;
    });
    expect(groups.map(({ name, shares }) => [name, shares.texts])).toEqual([
      ['Linen', 2],
      ['Cotton', 2],
    ]);
    expect(ofAspect(groups[0]!.shares, QUALITY)?.complaintCount).toBe(2);
    expect(ofAspect(groups[1]!.shares, QUALITY)).toBeUndefined();
  });

  it('before and after a day are compared, without those of unknown days', () => {
    const days = [1, 2, 10, NaN, 11];
    const { before, after, change, low, high } = beforeAfter(reading, {
      ...{ reviews: numbers(5), aspect: QUALITY, since: 10 },
      days: (review) => days[review]!,
    });
    expect([before.texts, after.texts]).toEqual([2, 2]);
    expect(change).toBe(-1);
    expect(low).toBeGreaterThanOrEqual(-1);
    expect(high).toBeLessThan(0);
  });
});

describe('what is at stake', () => {
  const table = launchTable([
    { day: 18_000, units: 1000, salePrice: 99, unitCost: 1 },
    { day: 20_000, units: 100, listPrice: 20, unitCost: 5, channelFee: 0.25 },
    { day: 20_100, units: 50, salePrice: 20 },
    { day: 20_200, units: NaN, salePrice: 20, unitCost: 5 },
  ]);

  it('counts the launches of the last year whose units are known', () => {
    expect(yearSales(table)).toEqual({ launches: 2, units: 150, pricedLaunches: 1, margin: 1000 });
  });

  it('is the share of complaints in units and margin', () => {
    const reviews = 40;
    const said = [0, 1, 2, 3].map((review) => ({ review, aspect: SIZE, negative: 1 }));
    const reading = reviewReading({ launch: new Array<number>(reviews).fill(1), said });
    const shares = aspectShares(reading, numbers(reviews));
    const [stake] = moneyAtStake(shares, yearSales(table));
    expect(stake?.units.expected).toBeCloseTo(15);
    expect(stake?.margin?.expected).toBeCloseTo(100);
    expect(stake!.margin!.low80).toBeCloseTo(1000 * stake!.share.complaints.low80);
    const unpriced = { launches: 1, units: 10, pricedLaunches: 0, margin: 0 };
    expect(moneyAtStake(shares, unpriced)[0]?.margin).toBeNull();
  });
});
