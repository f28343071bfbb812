import { describe, expect, it } from 'vitest';
import { nicheLevel } from '#core/model/never-sold/niche-level.ts';
import { knownNiche, marketNiche, marketOffer } from '../../../support/niches.ts';

const bounds = { meanUnitsLow360: 100, meanUnitsHigh360: 400 };

describe('the level of a niche', () => {
  it('is the geometric mean of the bounds of one product, at its mean price', () => {
    const niche = marketNiche({ ...bounds, currency: 'USD', priceMean: 20 });
    const { logUnits, logPrice } = nicheLevel(knownNiche({ niche }), 'USD')!;
    expect(Math.exp(logUnits)).toBeCloseTo(200, 6);
    expect(Math.exp(logPrice)).toBeCloseTo(20, 6);
  });

  it('has no price in another currency than the shop’s', () => {
    const niche = marketNiche({ ...bounds, currency: 'EUR', priceMean: 20 });
    expect(nicheLevel(knownNiche({ niche }), 'USD')!.logPrice).toBeNaN();
  });

  it('has the median price of its offers where no row states one', () => {
    const offers = [10, 30, 50, 90].map((price) =>
      marketOffer({ price, currency: 'USD', units30: 5 }),
    );
    const { logUnits, logPrice } = nicheLevel(knownNiche({ offers }), 'USD')!;
    expect(Math.exp(logPrice)).toBeCloseTo(40, 6);
    expect(Math.exp(logUnits)).toBeCloseTo(60, 6);
  });

  it('counts at least one unit', () => {
    const niche = marketNiche({ meanUnitsLow360: 0, meanUnitsHigh360: 100 });
    expect(Math.exp(nicheLevel(knownNiche({ niche }), null)!.logUnits)).toBeCloseTo(10, 6);
  });

  it('is none where units are not known', () => {
    expect(nicheLevel(knownNiche({ niche: marketNiche() }), 'USD')).toBeNull();
  });
});
