import { describe, expect, it } from 'vitest';
import { besideStock } from '#core/season/offers/beside-stock.ts';
import { optionsAt } from '#core/season/offers/season-option.ts';
import { randomOffers } from '../../../support/random-offers.ts';

const offers = randomOffers({ seed: 3, products: 2, weeks: 3, channels: 2 });
const free = { isAdLimited: false, isStockLimited: false };

describe('offers beside stock on hand', () => {
  it('sell fewer by the share that is lost, week by week, and only those products', () => {
    const beside = besideStock(offers, { p0: Float64Array.from([0.5, 0.1, 0]) });
    expect(beside.products[1]).toBe(offers.products[1]);
    offers.products[0]!.logUnits.forEach((log, place) => {
      const left = [0.5, 0.9, 1][Math.floor(place / 2)]!;
      const units = Math.expm1(beside.products[0]!.logUnits[place]!);
      expect(units / (left * Math.expm1(log))).toBeCloseTo(1, 5);
    });
  });

  it('make weeks worth less that are worth something, and leave those without loss as they are', () => {
    const beside = besideStock(offers, { p0: [0.4, 0.4, 0] });
    for (let week = 0; week < 3; week++)
      for (let channel = 0; channel < 2; channel++) {
        const place = { week, channel, ...free };
        const before = optionsAt(offers, offers.products[0]!, place)[0]?.value;
        const after = optionsAt(beside, beside.products[0]!, place)[0]?.value;
        if (before === undefined || after === undefined) continue;
        if (week === 2) expect(after).toBeCloseTo(before, 4);
        else if (before > 0) expect(after).toBeLessThan(before);
      }
  });

  it('are the same where there is none', () => {
    expect(besideStock(offers, {}).products).toEqual(offers.products);
  });
});
