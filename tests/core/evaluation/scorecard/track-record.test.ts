import { describe, expect, it } from 'vitest';
import { trackRecord } from '#core/evaluation/scorecard/track-record.ts';
import { wilsonInterval, EIGHT_IN_TEN } from '#core/base/statistics/wilson.ts';
import { seededRandom } from '#core/base/random.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { heldOutOf } from '../../../support/held-out.ts';

const asked = { category: 'mugs', channel: null, orderShare: 0.8 };
const repeated = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('the record of unseen launches', () => {
  it('counts those inside their range, and takes the middle error', () => {
    // The 80% range around 99 reaches from 100 e^−0.5 − 1 to 100 e^0.5 − 1: 60 to 164, at the outermost residuals.
    const actual = [50, 70, 99, 150, 400];
    const found = trackRecord(heldOutOf({ actual, debut: repeated(5, 99) }), asked)!;
    expect(found).toMatchObject({ count: 5, isOfCategory: false, inside: 3 / 5 });
    expect([found.low, found.high]).toEqual(wilsonInterval(3 / 5, 5, EIGHT_IN_TEN));
    // Errors: 49/50, 29/70, 0, 51/150, 301/400.
    expect(found.medianError).toBeCloseTo(29 / 70, 12);
  });

  it('is that of the category from twenty launches on, else of all', () => {
    const recordWith = (own: number) => {
      const category = [...repeated(own, 'mugs'), ...repeated(30, 'jugs')];
      const actual = [...repeated(own, 99), ...repeated(30, 9999)];
      return trackRecord(heldOutOf({ actual, debut: repeated(own + 30, 99) }, { category }), asked);
    };
    expect(recordWith(20)).toMatchObject({ count: 20, isOfCategory: true, inside: 1 });
    expect(recordWith(19)).toMatchObject({ count: 49, isOfCategory: false, inside: 19 / 49 });
  });

  it('counts all launches where the product has no category, and is none without any', () => {
    const holdout = heldOutOf(
      { actual: repeated(25, 1), debut: repeated(25, 1) },
      { category: repeated(25, '') },
    );
    expect(trackRecord(holdout, { ...asked, category: '' })!.isOfCategory).toBe(false);
    expect(trackRecord(heldOutOf({ actual: [], debut: [] }), asked)).toBeNull();
  });

  it('never holds it against a forecast that a launch sold out below it', () => {
    const given = { actual: [10, 10], debut: [99, 99] };
    const open = trackRecord(heldOutOf(given), asked)!;
    const censored = trackRecord(heldOutOf({ ...given, soldOut: [true, true] }), asked)!;
    expect(open).toMatchObject({ inside: 0, orders: { soldOut: 0, halfLeft: 1 } });
    expect(open.medianError).toBeCloseTo(8.9, 12);
    expect(censored).toMatchObject({ inside: 1, medianError: 0, orders: null });
  });

  it('has no middle error where the middle launch sold nothing', () => {
    expect(trackRecord(heldOutOf({ actual: [0, 0, 5], debut: [9, 9, 9] }), asked)).toMatchObject({
      medianError: null,
    });
    expect(trackRecord(heldOutOf({ actual: [0], debut: [0] }), asked)!.medianError).toBe(0);
  });
});

describe('the record of a channel', () => {
  // The 80% range around 99 reaches from 60 to 164.
  const actual = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 500 : 99));
  const channel = actual.map((_, i) => (i < 30 ? 'shop' : 'Email'));
  const launchDay = Float64Array.from(actual, (_, i) => 20_000 - i);
  const holdout = heldOutOf({ actual, debut: repeated(40, 99) }, { channel, launchDay });
  const recordOn = (name: string | null) =>
    trackRecord(holdout, { ...asked, channel: name })!.channel;

  it('counts its newest twenty launches', () => {
    // Days fall with the index: of the first twenty every fourth, that is five, sold far more.
    expect(recordOn('shop')).toEqual({ name: 'shop', count: 20, inside: 15 });
    expect(recordOn('Email')).toEqual({ name: 'Email', count: 10, inside: 8 });
  });

  it('is none of few launches, or without a channel', () => {
    expect(recordOn('Market')).toBeNull();
    expect(recordOn(null)).toBeNull();
  });
});

describe('orders as bold as the plan’s', () => {
  it('sell out as often as promised where residuals are those of the launches', () => {
    const random = seededRandom(3);
    const draw = () => 0.6 * normalQuantile(random());
    const count = 4000;
    const debut = Array.from({ length: count }, () => 50 + 400 * random());
    const actual = debut.map((units) => Math.round((1 + units) * Math.exp(draw()) - 1));
    const residuals = Array.from({ length: count }, draw).sort((a, b) => a - b);
    const holdout = heldOutOf({ actual, debut, residuals });
    for (const orderShare of [0.5, 0.75, 0.9]) {
      const { orders } = trackRecord(holdout, { category: '', channel: null, orderShare })!;
      // Standard error of a share of 4,000: at most 0.008; rounding to whole units adds as much.
      expect(Math.abs(orders!.soldOut - (1 - orderShare))).toBeLessThan(0.03);
    }
  });

  it('leave more over, the bolder they are', () => {
    const actual = Array.from({ length: 60 }, (_, i) => 10 + 5 * i);
    const holdout = heldOutOf({
      ...{ actual, debut: repeated(60, 120) },
      residuals: Array.from({ length: 41 }, (_, i) => (i - 20) / 15),
    });
    const left = [0.2, 0.5, 0.8].map(
      (orderShare) =>
        trackRecord(holdout, { category: '', channel: null, orderShare })!.orders!.halfLeft,
    );
    expect(left).toEqual(left.toSorted((a, b) => a - b));
    expect(left[0]).toBeLessThan(left[2]!);
  });
});
